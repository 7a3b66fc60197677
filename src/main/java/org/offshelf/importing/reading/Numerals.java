package org.offshelf.importing.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as notices print them: 12, １２, 十二, 二〇二三. */
final class Numerals {

    /** For use within other patterns. */
    static final String PATTERN = "[0-9０-９]{1,5}|[〇零一二三四五六七八九十百两]{1,6}";

    private static final String DIGITS = "〇一二三四五六七八九";
    private static final Pattern PRINTED = Pattern
            .compile("(?i)\\s*(?:no\\.?|第)?\\s*[(（]?\\s*([0-9０-９]{1,6})\\s*[)）]?\\s*[.．、。号]?\\s*");

    private Numerals() {
    }

    /** @return null where it is no number */
    static Integer parse(String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (Character.isDigit(text.charAt(0))) {
            int value = 0;
            for (int i = 0; i < text.length(); i++) {
                int digit = Character.digit(text.charAt(i), 10);
                if (digit < 0 || i > 7) {
                    return null;
                }
                value = value * 10 + digit;
            }
            return value;
        }
        return chinese(text);
    }

    /** The number in the first column of a list. */
    static Integer printed(String text) {
        if (text.length() > 20 || text.codePoints().noneMatch(Character::isDigit)) {
            return null;
        }
        Matcher number = PRINTED.matcher(text);
        return number.matches() ? parse(number.group(1)) : null;
    }

    private static Integer chinese(String text) {
        int value = 0;
        int digit = 0;
        boolean positional = text.length() > 1;
        for (int i = 0; i < text.length(); i++) {
            positional &= digit(text.charAt(i)) >= 0;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '十' || c == '百') {
                value += (digit == 0 ? 1 : digit) * (c == '十' ? 10 : 100);
                digit = 0;
            } else if (digit(c) < 0) {
                return null;
            } else if (positional) {
                value = value * 10 + digit(c);
            } else {
                digit = digit(c);
            }
        }
        return value + digit;
    }

    private static int digit(char c) {
        return c == '零' ? 0 : c == '两' ? 2 : DIGITS.indexOf(c);
    }

    static String chinese(int number) {
        if (number <= 0 || number > 99) {
            return Integer.toString(number);
        }
        String tens = number < 10 ? "" : (number < 20 ? "" : String.valueOf(DIGITS.charAt(number / 10))) + "十";
        return tens + (number % 10 == 0 ? "" : DIGITS.charAt(number % 10));
    }
}
