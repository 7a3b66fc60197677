package org.offshelf.term;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is searched for. It is looked for as it stands, and else its words are, each in any text of a record.
 *
 * @param words at least one; each may hold several runs, as 58同城 does
 */
public record Phrase(List<Folded> words) {

    /** Each word is a join of its own. */
    public static final int MOST_WORDS = 5;

    /** @return a phrase without words if nothing in the text can be searched for */
    public static Phrase of(String text) {
        return new Phrase(Arrays.stream(text.split("[\\s\\p{Z},;，、；。]+")).map(Folded::of).filter(word -> !word.isEmpty())
                .map(CompanyNames::asked).distinct().toList());
    }

    /** The words as one. */
    public Folded whole() {
        return new Folded(words.stream().map(Folded::text).collect(Collectors.joining()));
    }

    /** The same for all ways to write the same phrase. */
    @Override
    public String toString() {
        return words.stream().map(word -> word.text().strip()).collect(Collectors.joining(" "));
    }
}
