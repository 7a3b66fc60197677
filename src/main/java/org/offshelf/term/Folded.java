package org.offshelf.term;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.ibm.icu.lang.UScript;

/**
 * A text without what does not tell two spellings apart: width, case, accents, traditional characters, punctuation. A space
 * stands before each word of letters and digits and nowhere else, so {@code WiFi万能钥匙} is {@code " wifi万能钥匙"}.
 */
public record Folded(String text) {

    private static final char DIAERESIS = '\u0308';

    public static Folded of(String printed) {
        String even = Normalizer.normalize(printed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder text = new StringBuilder(even.length() + 8);
        boolean isInWord = false;
        for (int c : Traditional.simplified(even).codePoints().toArray()) {
            if (isWritten(c)) {
                text.appendCodePoint(c);
                isInWord = false;
            } else if (Character.isLetterOrDigit(c)) {
                text.append(isInWord ? "" : " ");
                appendPlain(text, c);
                isInWord = true;
            } else if (!isMark(c)) {
                isInWord = false;
            }
        }
        return new Folded(text.toString());
    }

    /** A letter without its accents; ü is v, as one types it for pinyin. */
    private static void appendPlain(StringBuilder text, int c) {
        if (UScript.getScript(c) != UScript.LATIN) {
            text.appendCodePoint(c);
            return;
        }
        String parts = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
        if (parts.startsWith("u" + DIAERESIS)) {
            text.append('v');
        } else {
            parts.codePoints().filter(part -> !isMark(part)).forEach(text::appendCodePoint);
        }
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** Without the spaces: {@code QQ Music} and {@code QQMusic} are one name. */
    public String squeezed() {
        return text.replace(" ", "");
    }

    /** Its words, and its stretches of characters that are written without spaces, in order. */
    public List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        boolean isWord = false;
        for (int c : text.codePoints().toArray()) {
            boolean starts = c == ' ' || isWord && isWritten(c);
            if (starts && run.length() > 0) {
                runs.add(new Run(run.toString(), isWord));
                run.setLength(0);
            }
            isWord = c == ' ' || isWord && !starts;
            if (c != ' ') {
                run.appendCodePoint(c);
            }
        }
        if (run.length() > 0) {
            runs.add(new Run(run.toString(), isWord));
        }
        return runs;
    }

    static boolean isHan(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }

    /** Whether it is of a script that puts no spaces between words, or joins syllables to words too long to ask for whole. */
    private static boolean isWritten(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> Character.isLetterOrDigit(c);
            default -> false;
        };
    }

    private static boolean isMark(int c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** @param isWord whether it is a word of letters and digits, else characters written without spaces */
    public record Run(String text, boolean isWord) {

        int length() {
            return text.codePointCount(0, text.length());
        }

        /** Its pairs of neighbouring characters, and its last character alone: every character begins one of them. */
        public List<String> grams() {
            List<String> grams = new ArrayList<>();
            int[] characters = text.codePoints().toArray();
            for (int i = 0; i < characters.length; i++) {
                grams.add(new String(characters, i, Math.min(2, characters.length - i)));
            }
            return grams;
        }
    }
}
