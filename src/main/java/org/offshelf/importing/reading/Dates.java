package org.offshelf.importing.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as they are printed in notices and pages. */
final class Dates {

    private static final String CHINESE_YEAR = "[〇○零O一二三四五六七八九]{4}";
    static final Pattern FULL = Pattern.compile("(\\d{4}|" + CHINESE_YEAR + ")\\s*年\\s*(" + Numerals.PATTERN + ")\\s*月\\s*("
            + Numerals.PATTERN + ")\\s*日|(?<!\\d)(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)");
    private static final Pattern BEFORE = Pattern.compile("(?:(\\d{4}|" + CHINESE_YEAR + "|今|本)\\s*年\\s*)?(" + Numerals.PATTERN
            + ")\\s*月\\s*("
            + Numerals.PATTERN
            + ")\\s*日\\s*(?:[（(][^（）()]{1,12}[)）])?\\s*(?:\\d{1,2}\\s*[时:：]\\s*\\d{0,2}\\s*)?(?:[（(]含.{0,4}[)）])?(?:之|以)?前");

    private Dates() {
    }

    static LocalDate first(String text) {
        Matcher day = FULL.matcher(text);
        return day.find() ? of(day) : null;
    }

    static boolean isOnly(String text) {
        return FULL.matcher(text.strip()).matches();
    }

    static LocalDate of(Matcher day) {
        return day.group(1) != null ? date(year(day.group(1)), Numerals.parse(day.group(2)), Numerals.parse(day.group(3)))
                : date(Integer.valueOf(day.group(4)), Integer.valueOf(day.group(5)), Integer.valueOf(day.group(6)));
    }

    /**
     * The day by which something must be done. Without a year it is the next such day after publication.
     *
     * @return null where none is stated, or its year cannot be known
     */
    static LocalDate deadline(String sentence, LocalDate published) {
        Matcher day = BEFORE.matcher(sentence);
        if (!day.find()) {
            return null;
        }
        Integer month = Numerals.parse(day.group(2));
        Integer of = Numerals.parse(day.group(3));
        boolean stated = day.group(1) != null && !day.group(1).matches("[今本]");
        if (stated) {
            return date(year(day.group(1)), month, of);
        }
        LocalDate sameYear = published == null ? null : date(published.getYear(), month, of);
        return sameYear == null || !sameYear.isBefore(published) ? sameYear : date(published.getYear() + 1, month, of);
    }

    static boolean hasDeadline(String sentence) {
        return BEFORE.matcher(sentence).find();
    }

    private static Integer year(String printed) {
        return Numerals.parse(printed.replaceAll("[○O]", "〇"));
    }

    private static LocalDate date(Integer year, Integer month, Integer day) {
        try {
            return year == null || month == null || day == null ? null : LocalDate.of(year, month, day);
        } catch (DateTimeException impossible) {
            return null;
        }
    }
}
