package org.offshelf.importing.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as they are printed in notices and pages. */
final class Dates {

    static final String CHINESE_YEAR = "[〇○零O一二三四五六七八九]{4}";
    static final Pattern FULL = Pattern.compile("(\\d{4}|" + CHINESE_YEAR + ")\\s*年\\s*(" + Numerals.PATTERN + ")\\s*月\\s*("
            + Numerals.PATTERN + ")\\s*日|(?<!\\d)(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)");
    private static final String DAY = "(?:(\\d{4}|" + CHINESE_YEAR + "|今|本)\\s*年\\s*)?(" + Numerals.PATTERN + ")\\s*月\\s*("
            + Numerals.PATTERN + ")\\s*日";
    private static final Pattern BEFORE = Pattern.compile(DAY
            + "\\s*(?:[（(][^（）()]{1,12}[)）])?\\s*(?:(?:上午|下午|中午)?\\s*\\d{1,2}\\s*[时点:：]\\s*\\d{0,2}\\s*分?\\s*|下班)?(?:[（(]含.{0,4}[)）])?(?:之|以)?前");
    /** Other words for the same; {@code 截止} alone often says how things stand. */
    private static final Pattern UNTIL = Pattern
            .compile("(?:不得?[晚迟]于|截止(?:日期|时间|日)?[为是:：]|期限[为至是:：]|限期?至|宽限至|延[长期]至)\\s*" + DAY);
    private static final Pattern DAYS = Pattern
            .compile("(?:通报|通告|公告|公示|发布|公布|印发)[^，,。；;]{0,10}?之?日起\\s*(" + Numerals.PATTERN + ")\\s*个?(?:自然)?[日天](?:之|以)?内");

    private static final int LONGEST_STAMP = 60;

    private Dates() {
    }

    static LocalDate first(String text) {
        Matcher day = FULL.matcher(text);
        return day.find() ? of(day) : null;
    }

    static boolean isOnly(String text) {
        return FULL.matcher(text.strip().replaceAll("^[（(]|[)）]$", "")).matches();
    }

    /** The day a line begins with, or ends with when there is a time, as those do that say when a page was put up. */
    static LocalDate stamp(String text) {
        String line = text.strip();
        Matcher day = FULL.matcher(line);
        if (text.length() > LONGEST_STAMP || !day.find()) {
            return null;
        }
        String behind = line.substring(day.end());
        boolean stamp = day.start() == 0 ? behind.matches("(\\s*\\d{1,2}:\\d{2}(:\\d{2})?)?(\\s.*)?")
                : behind.matches("\\s*\\d{1,2}:\\d{2}(:\\d{2})?");
        return stamp ? of(day) : null;
    }

    /** The day behind the name of an office on one line. */
    static LocalDate signature(String text) {
        Matcher day = FULL.matcher(text.strip());
        return text.length() <= LONGEST_STAMP && day.find() && day.end() == text.strip().length()
                && text.strip().substring(0, day.start()).matches("\\p{IsHan}{2,30}(局|办公室|网信办|中心|部|司|协会|工作组)[\\s,，]*")
                        ? of(day)
                        : null;
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
        Matcher day = deadline(sentence);
        if (day == null) {
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
        return deadline(sentence) != null;
    }

    private static Matcher deadline(String sentence) {
        for (Pattern pattern : List.of(BEFORE, UNTIL)) {
            Matcher day = pattern.matcher(sentence);
            if (day.find()) {
                return day;
            }
        }
        return null;
    }

    /**
     * Counts days from publication, where the sentence does.
     *
     * @return null for working days: which those are is decided anew each year
     */
    static LocalDate daysLater(String sentence, LocalDate published) {
        Matcher days = DAYS.matcher(sentence);
        Integer number = published != null && days.find() ? Numerals.parse(days.group(1)) : null;
        return number == null ? null : published.plusDays(number);
    }

    static Integer year(String printed) {
        return printed == null ? null : Numerals.parse(printed.replaceAll("[○O]", "〇"));
    }

    private static LocalDate date(Integer year, Integer month, Integer day) {
        try {
            return year == null || month == null || day == null ? null : LocalDate.of(year, month, day);
        } catch (DateTimeException impossible) {
            return null;
        }
    }
}
