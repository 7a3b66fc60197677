package org.offshelf.term;

import com.ibm.icu.text.Transliterator;
import com.ibm.icu.text.UnicodeSet;

/** Writes traditional characters as simplified ones. */
final class Traditional {

    private static final Transliterator TO_SIMPLIFIED = Transliterator.getInstance("Hant-Hans");
    /** What some rule of the transliterator replaces. */
    private static final UnicodeSet REPLACED = replaced();

    private Traditional() {
    }

    /** ICU takes a tenth of a millisecond to leave a name as it is, and most names are simplified already. */
    static String simplified(String text) {
        return REPLACED.containsNone(text) ? text : TO_SIMPLIFIED.transliterate(text);
    }

    /** A rule reads {@code from > to;}, where both may be words of which only some characters differ. */
    private static UnicodeSet replaced() {
        UnicodeSet replaced = new UnicodeSet();
        TO_SIMPLIFIED.toRules(false).lines().map(rule -> rule.split("[>;]")).filter(rule -> rule.length == 2)
                .forEach(rule -> rule[0].strip().codePoints().filter(c -> rule[1].indexOf(c) < 0).forEach(replaced::add));
        return replaced.freeze();
    }
}
