package org.offshelf.importing.reading;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** White space, width and line breaks: what may be changed in a text without changing what it says. */
final class Texts {

    private static final Pattern SPACES = Pattern.compile("[\\p{Zs}\\x{2028}\\x{2029}]");
    /** Neither seen nor meant: zero-width spaces and joiners, marks of direction, soft hyphens, controls. */
    private static final Pattern UNSEEN = Pattern
            .compile("[\\x{200b}-\\x{200f}\\x{202a}-\\x{202e}\\x{2060}\\x{feff}\\x{00ad}\\x00-\\x08\\x0e-\\x1f\\x7f]");
    private static final Pattern RUN = Pattern.compile("[ \\t]+");
    private static final Pattern BREAK = Pattern.compile("\\s*[\\n\\x0b\\f]\\s*");
    private static final Pattern ASIDE = Pattern.compile("[(\\[【][^()\\[\\]【】]*[)\\]】]");
    private static final Pattern NOT_WORD = Pattern.compile("[\\s\\p{P}\\p{S}]+");

    private Texts() {
    }

    /** Without unseen characters, with one kind of space and of line break. */
    static String plain(String text) {
        return UNSEEN.matcher(SPACES.matcher(text.replace("\r\n", "\n").replace('\r', '\n')).replaceAll(" ")).replaceAll("");
    }

    /** A value that stands on one line, whatever the width of its cell. */
    static String oneLine(String text) {
        if (isSimple(text)) {
            return text.strip();
        }
        return RUN.matcher(join(List.of(BREAK.split(text.strip())))).replaceAll(" ").strip();
    }

    /** A value whose lines mean something. */
    static List<String> lines(String text) {
        if (isSimple(text)) {
            return text.isBlank() ? List.of() : List.of(text.strip());
        }
        return BREAK.splitAsStream(text.strip()).map(line -> RUN.matcher(line).replaceAll(" ").strip())
                .filter(line -> !line.isEmpty()).toList();
    }

    /** Most values are, and there may be millions. */
    private static boolean isSimple(String text) {
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' && Character.isWhitespace(c) || c == ' ' && space) {
                return false;
            }
            space = c == ' ';
        }
        return true;
    }

    /** Chinese is joined without a space, Latin words with one. */
    static String join(List<String> lines) {
        StringBuilder joined = new StringBuilder();
        for (String line : lines) {
            if (!joined.isEmpty() && !line.isEmpty() && isWord(joined.charAt(joined.length() - 1)) && isWord(line.charAt(0))) {
                joined.append(' ');
            }
            joined.append(line);
        }
        return joined.toString();
    }

    private static boolean isWord(char c) {
        return c < 0x250 && Character.isLetter(c);
    }

    /** What a heading says, without width, case, spaces, punctuation and remarks in brackets. */
    static String key(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String without = NOT_WORD.matcher(ASIDE.matcher(normal).replaceAll("")).replaceAll("");
        return without.isEmpty() ? NOT_WORD.matcher(normal).replaceAll("") : without;
    }

    static boolean isHan(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }

    static String shortened(String text) {
        String line = text.replace('\n', ' ');
        return line.codePointCount(0, line.length()) <= 40 ? line
                : line.substring(0, line.offsetByCodePoints(0, 39)) + "…";
    }
}
