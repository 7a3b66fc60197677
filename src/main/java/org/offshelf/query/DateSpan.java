package org.offshelf.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A day, month or year as days.
 *
 * @param first its first day
 * @param last its last day
 */
record DateSpan(LocalDate first, LocalDate last) {

    private static final Pattern FORM = Pattern.compile("\\d{4}(-\\d{2}){0,2}");

    /** @param text {@code YYYY}, {@code YYYY-MM} or {@code YYYY-MM-DD}; empty if it is none of these or no such day exists */
    static Optional<DateSpan> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(switch (text.length()) {
                case 4 -> new DateSpan(Year.parse(text).atDay(1), Year.parse(text).atMonth(12).atEndOfMonth());
                case 7 -> new DateSpan(YearMonth.parse(text).atDay(1), YearMonth.parse(text).atEndOfMonth());
                default -> new DateSpan(LocalDate.parse(text), LocalDate.parse(text));
            });
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
