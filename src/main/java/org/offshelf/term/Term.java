package org.offshelf.term;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One thing a text can be found by. */
public record Term(TermKind kind, String text) {

    /** Changes with what is made of a text, so that a registry that was indexed otherwise is indexed anew. */
    public static final int VERSION = 3;

    /** Longer ones are cut: nobody types more of a name. */
    public static final int LONGEST = 100;

    public Term {
        text = cut(text, LONGEST);
    }

    /** All terms of a text. */
    public static Set<Term> of(Folded folded, TextStyle style) {
        Set<Term> terms = new LinkedHashSet<>();
        for (Folded.Run run : folded.runs()) {
            if (run.isWord()) {
                terms.add(new Term(TermKind.WORD, run.text()));
            } else {
                run.grams().forEach(gram -> terms.add(new Term(TermKind.GRAM, gram)));
            }
        }
        if (style.isWhole()) {
            style.spellings(folded).forEach(spelling -> terms.add(new Term(TermKind.WHOLE, spelling.squeezed())));
        }
        if (style == TextStyle.NAME) {
            Editions.of(folded.squeezed()).ifPresent(bare -> terms.add(new Term(TermKind.BARE, bare)));
        }
        if (style.isRead()) {
            // Of a company only what tells it from others: half of all are 北京 something.
            addReadings(style == TextStyle.COMPANY ? CompanyNames.core(folded) : folded, terms);
        }
        return terms;
    }

    private static void addReadings(Folded folded, Set<Term> terms) {
        if (folded.text().codePoints().noneMatch(Folded::isHan)) {
            return;
        }
        List<String> syllables = Pronunciations.syllables(folded);
        terms.add(new Term(TermKind.READING, String.join("", syllables)));
        terms.add(new Term(TermKind.INITIALS, initials(folded, syllables)));
        for (int i = 1; i < syllables.size(); i++) {
            terms.add(new Term(TermKind.LATER_READING, String.join("", syllables.subList(i, syllables.size()))));
        }
    }

    /** The first letter of each syllable; what is a word already stays whole: 58同城 is {@code 58tc}. */
    private static String initials(Folded folded, List<String> syllables) {
        Set<String> words = folded.runs().stream().filter(Folded.Run::isWord).map(Folded.Run::text)
                .collect(Collectors.toSet());
        return syllables.stream().map(syllable -> words.contains(syllable) ? syllable : cut(syllable, 1))
                .collect(Collectors.joining());
    }

    private static String cut(String text, int length) {
        return text.codePointCount(0, text.length()) <= length ? text
                : text.substring(0, text.offsetByCodePoints(0, length));
    }
}
