package org.offshelf.query;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.offshelf.http.Fault;
import org.offshelf.term.Phrase;

/** The parameter {@code q}: how it is read, and how it orders what it finds. */
public final class Search {

    public static final int MAX_LENGTH = 200;

    private static final Field TEXT = Field.text("q", "id").required()
            .describedAs(
                    "Finds names, aliases and texts: Chinese in both scripts, pinyin in full or as initials, Latin words by"
                            + " their beginnings, companies without their legal form. Several words must all be found. Each record says"
                            + " in `matchedOn` what was found; without `sort`, the best come first: whole names, beginnings, the rest.")
            .example("抖音");

    static final Filter FILTER = new Filter("q", null, TEXT, Comparison.MATCHES);

    /** The smaller, the better. A column of the derived table that finds the records, see {@link Hits}. */
    static final SortKey RELEVANCE = new SortKey(
            Field.integer("relevance", (alias, context) -> Hits.ALIAS + ".relevance").required(), false);

    private Search() {
    }

    /** @return empty if nothing can be searched for, and then the fault says why */
    public static Optional<Phrase> parse(String text, List<Fault> faults) {
        if (text.codePointCount(0, text.length()) > MAX_LENGTH) {
            faults.add(Fault.invalidValue("q", beginning(text), "At most " + MAX_LENGTH
                    + " characters are searched for. To check many names at once, POST them to /v1/match."));
            return Optional.empty();
        }
        Phrase phrase = Phrase.of(text);
        if (phrase.words().isEmpty()) {
            faults.add(Fault.invalidValue("q", text,
                    "Nothing in it can be searched for: it needs a letter, a digit or a Chinese character."));
            return Optional.empty();
        }
        if (phrase.words().size() > Phrase.MOST_WORDS) {
            faults.add(Fault.invalidValue("q", text, "At most " + Phrase.MOST_WORDS + " words are searched for, and there are "
                    + phrase.words().size() + "."));
            return Optional.empty();
        }
        return Optional.of(phrase);
    }

    static Optional<Phrase> phrase(List<Criterion> criteria) {
        return criteria.stream().filter(criterion -> criterion.filter() == FILTER)
                .map(criterion -> (Phrase) criterion.values().get(0)).findFirst();
    }

    /** What is found comes best first; among equals, and where nothing is searched for, in the collection's own order. */
    static List<SortKey> order(List<Criterion> criteria, List<SortKey> defaultSort) {
        return phrase(criteria).isEmpty() ? defaultSort : Stream.concat(Stream.of(RELEVANCE), defaultSort.stream()).toList();
    }

    private static String beginning(String text) {
        return text.substring(0, text.offsetByCodePoints(0, 40)) + "…";
    }
}
