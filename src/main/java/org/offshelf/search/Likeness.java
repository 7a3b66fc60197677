package org.offshelf.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.offshelf.term.TextStyle;

/**
 * How likely one name means what another does, as {@code POST /v1/match} scores it.
 *
 * @param score from 0 to 1
 * @param reason in words
 */
public record Likeness(double score, String reason) {

    /** From here a name can be meant, if nothing speaks against it. */
    public static final double THRESHOLD = Scoring.THRESHOLD;

    /**
     * @param operator as printed; null if it is not
     * @param operators names of the company that runs the candidate; none if it is not known
     */
    public static Likeness ofApp(String printed, String operator, String name, List<String> aliases, List<String> operators) {
        return of(Scoring.withOperator(new Scoring(printed, TextStyle.NAME).name(names(name, aliases)), operator,
                names(null, operators)));
    }

    public static Likeness ofOperator(String printed, String name, List<String> aliases) {
        return of(new Scoring(printed, TextStyle.COMPANY).name(names(name, aliases)));
    }

    private static List<CandidateReader.Name> names(String name, List<String> others) {
        List<CandidateReader.Name> names = new ArrayList<>();
        if (name != null) {
            names.add(new CandidateReader.Name(name, false));
        }
        others.forEach(other -> names.add(new CandidateReader.Name(other, true)));
        return names;
    }

    private static Likeness of(Scoring.Score score) {
        return new Likeness(Math.round(score.value() * 1000) / 1000.0,
                score.reasons().stream().map(Likeness::words).collect(Collectors.joining("; ")));
    }

    private static String words(MatchAnswer.Reason reason) {
        return switch (reason.code()) {
            case "exact-name" -> "the same name";
            case "same-name" -> "the same name but for its spelling: " + reason.text();
            case "alias" -> "also known as " + reason.text();
            case "pinyin", "sounds-alike" -> "reads like " + reason.text();
            case "initials" -> "the initials of " + reason.text();
            case "similar" -> "similar to " + reason.text();
            case "operator-agrees" -> "the operator agrees";
            case "operator-contradicts" -> "run by another operator, " + reason.text();
            case "operator-unknown" -> "its operator is not known";
            default -> reason.code() + " " + reason.text();
        };
    }
}
