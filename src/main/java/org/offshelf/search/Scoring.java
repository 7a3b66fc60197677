package org.offshelf.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.offshelf.term.Folded;
import org.offshelf.term.Term;
import org.offshelf.term.TermKind;
import org.offshelf.term.TextStyle;

/** How likely a record is the one meant by a name, from 0 to 1, and why. */
final class Scoring {

    /** From here a candidate can be a match: the same name or alias, if nothing speaks against it. */
    static final double THRESHOLD = 0.9;
    /** A match must be this far ahead of the next candidate: of two namesakes neither is one. */
    static final double MARGIN = 0.05;

    private static final double EXACT = 1;
    private static final double SAME = 0.99;
    private static final double ALIAS = 0.97;
    private static final double PINYIN = 0.92;
    private static final double SOUND = 0.8;
    private static final double INITIALS = 0.6;
    /** However similar, another name is no match by itself. */
    private static final double SIMILAR = 0.85;
    /** Names that have less in common are no candidates. */
    private static final double LEAST = 0.35;

    /** What becomes of a score when the operators are different, or one is not known. */
    private static final double CONTRADICTED = 0.6;
    private static final double UNKNOWN = 0.98;

    private final String asked;
    private final Folded folded;
    private final TextStyle style;
    private final Set<Folded> spellings;
    private final Set<Term> readings;

    /** @param style of the name: of a company, or any */
    Scoring(String asked, TextStyle style) {
        this.asked = asked;
        this.folded = Folded.of(asked);
        this.style = style;
        this.spellings = Set.copyOf(style.spellings(folded));
        this.readings = readings(folded, style);
    }

    private static Set<Term> readings(Folded text, TextStyle style) {
        return Term.of(text, style).stream().filter(term -> term.kind() == TermKind.READING).collect(Collectors.toSet());
    }

    /** @return the score of the best of its names, with the reason; below what is worth telling, 0 */
    Score name(List<CandidateReader.Name> names) {
        Score best = new Score(0, List.of());
        for (CandidateReader.Name name : names) {
            Score score = name(name);
            best = score.value() > best.value() ? score : best;
        }
        return best.value() < LEAST ? new Score(0, List.of()) : best;
    }

    private Score name(CandidateReader.Name name) {
        Folded other = Folded.of(name.text());
        if (name.text().equals(asked)) {
            return name.isAlias() ? score(ALIAS, "alias", name) : score(EXACT, "exact-name", name);
        }
        if (other.squeezed().equals(folded.squeezed())) {
            return name.isAlias() ? score(ALIAS, "alias", name) : score(SAME, "same-name", name);
        }
        if (style.spellings(other).stream().anyMatch(spellings::contains)) {
            return score(ALIAS, name.isAlias() ? "alias" : "same-name", name);
        }
        Set<Term> terms = Term.of(other, style);
        if (terms.contains(new Term(TermKind.READING, folded.squeezed()))) {
            return score(PINYIN, "pinyin", name);
        }
        if (readings.stream().anyMatch(terms::contains)) {
            return score(SOUND, "sounds-alike", name);
        }
        double similar = SIMILAR * similarity(folded.squeezed(), other.squeezed());
        if (similar < INITIALS && terms.contains(new Term(TermKind.INITIALS, folded.squeezed()))) {
            return score(INITIALS, "initials", name);
        }
        return score(similar, "similar", name);
    }

    private static Score score(double value, String code, CandidateReader.Name name) {
        return new Score(value, List.of(new MatchAnswer.Reason(code, name.text())));
    }

    /** Alike at the beginning, and few characters to change: either alone is too kind to short names. */
    private static double similarity(String one, String other) {
        double longest = Math.max(one.length(), other.length());
        double kept = 1 - LevenshteinDistance.getDefaultInstance().apply(one, other) / longest;
        return (new JaroWinklerSimilarity().apply(one, other) + kept) / 2;
    }

    /**
     * Takes into account who runs it.
     *
     * @param operator as asked; null if it was not
     * @param names of the candidate's operator; none if it is not known
     */
    static Score withOperator(Score score, String operator, List<CandidateReader.Name> names) {
        if (operator == null) {
            return score;
        }
        if (names.isEmpty()) {
            return score.times(UNKNOWN, "operator-unknown", operator);
        }
        if (names.stream().anyMatch(name -> name.text().equals(operator))) {
            return score.times(1, "operator-agrees", operator);
        }
        Set<Folded> wanted = new HashSet<>(TextStyle.COMPANY.spellings(Folded.of(operator)));
        for (CandidateReader.Name name : names) {
            if (TextStyle.COMPANY.spellings(Folded.of(name.text())).stream().anyMatch(wanted::contains)) {
                return score.times(1, "operator-agrees", name.text());
            }
        }
        return score.times(CONTRADICTED, "operator-contradicts", names.get(0).text());
    }

    record Score(double value, List<MatchAnswer.Reason> reasons) {

        Score times(double factor, String code, String text) {
            List<MatchAnswer.Reason> all = new ArrayList<>(reasons);
            all.add(new MatchAnswer.Reason(code, text));
            return new Score(value * factor, all);
        }
    }
}
