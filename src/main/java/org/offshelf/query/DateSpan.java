package org.offshelf.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A day, week, month, quarter or year as days.
 *
 * @param first its first day
 * @param last its last day
 */
public record DateSpan(LocalDate first, LocalDate last) {

    public static final String FORMS = "YYYY-MM-DD, or a week (YYYY-Www), a month (YYYY-MM), a quarter (YYYY-Qn) or a year (YYYY)";
    /** Where the database's calendar ends. */
    private static final LocalDate END_OF_TIME = LocalDate.of(9999, 12, 31);
    private static final Pattern FORM = Pattern.compile("\\d{4}(-(W\\d{2}|Q\\d|\\d{2}(-\\d{2})?))?");

    /** @return empty if the text has none of the {@link #FORMS} or no such day, week or month exists */
    public static Optional<DateSpan> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static DateSpan of(String text) {
        if (text.contains("W")) {
            return week(Integer.parseInt(text.substring(0, 4)), Integer.parseInt(text.substring(6)));
        }
        if (text.contains("Q")) {
            LocalDate first = Year.parse(text.substring(0, 4)).atDay(1).with(IsoFields.QUARTER_OF_YEAR,
                    Integer.parseInt(text.substring(6)));
            return new DateSpan(first, first.plusMonths(3).minusDays(1));
        }
        return switch (text.length()) {
            case 4 -> new DateSpan(Year.parse(text).atDay(1), Year.parse(text).atMonth(12).atEndOfMonth());
            case 7 -> new DateSpan(YearMonth.parse(text).atDay(1), YearMonth.parse(text).atEndOfMonth());
            default -> new DateSpan(LocalDate.parse(text), LocalDate.parse(text));
        };
    }

    private static DateSpan week(int year, int week) {
        // The fourth of January is always in week 1; not every year has a week 53.
        LocalDate inYear = LocalDate.of(year, 1, 4);
        if (week < 1 || week > IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(inYear).getMaximum()) {
            throw new DateTimeException("No week " + week + " in " + year);
        }
        LocalDate monday = inYear.with(WeekFields.ISO.dayOfWeek(), 1).plusWeeks(week - 1L);
        LocalDate sunday = monday.plusDays(6);
        return new DateSpan(monday, sunday.isAfter(END_OF_TIME) ? END_OF_TIME : sunday);
    }
}
