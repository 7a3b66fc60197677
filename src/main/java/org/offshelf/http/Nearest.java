package org.offshelf.http;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** "Did you mean": the known name a mistyped one most likely stands for. */
public final class Nearest {

    /** Shorter beginnings fit too many names to say anything. */
    private static final int SHORTEST_PREFIX = 3;

    /** What two swapped letters in a word of five leave. */
    private static final double ALIKE = 0.93;

    private Nearest() {
    }

    /** The candidate written alike but for case and word breaks, else the likeliest that was mistyped or cut short. */
    public static Optional<String> match(String given, Collection<String> candidates) {
        var wanted = Name.of(given);
        if (wanted.folded().isEmpty()) {
            return Optional.empty();
        }
        var names = candidates.stream().map(Name::of).toList();
        return best(names, wanted::same, wanted)
                .or(() -> best(names, wanted::oneTypoFrom, wanted))
                .or(() -> best(names, wanted::begins, wanted))
                .or(() -> best(names, wanted::near, wanted))
                .or(() -> best(names, name -> name.begins(wanted), wanted))
                .map(Name::spelling);
    }

    private static Optional<Name> best(List<Name> names, Predicate<Name> condition, Name wanted) {
        return names.stream().filter(condition).min(
                Comparator.comparingInt(wanted::distance).thenComparing(wanted::similarity, Comparator.reverseOrder()));
    }

    private record Name(String spelling, String folded) {

        static Name of(String spelling) {
            return new Name(spelling, spelling.replaceAll("[\\s_.-]", "").toLowerCase(Locale.ROOT));
        }

        boolean same(Name other) {
            return folded.equals(other.folded);
        }

        boolean oneTypoFrom(Name other) {
            return folded.length() > 2 && distance(other) == 1;
        }

        boolean begins(Name other) {
            return folded.length() >= SHORTEST_PREFIX && other.folded.startsWith(folded);
        }

        /** One typo in three characters, at most three, or letters swapped: beyond that a suggestion is a guess. */
        boolean near(Name other) {
            return distance(other) <= Math.min(3, folded.length() / 3) || similarity(other) >= ALIKE;
        }

        int distance(Name other) {
            return LevenshteinDistance.getDefaultInstance().apply(folded, other.folded);
        }

        double similarity(Name other) {
            return new JaroWinklerSimilarity().apply(folded, other.folded);
        }
    }
}
