package org.offshelf.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.query.Moment;
import org.offshelf.term.CompanyNames;
import org.offshelf.term.Folded;
import org.offshelf.term.TextStyle;

/** Says for each name which records may be meant, and whether one of them is. */
@ApplicationScoped
class NameMatcher {

    private static final int SHOWN = 5;

    private final CandidateReader candidates;

    NameMatcher(CandidateReader candidates) {
        this.candidates = candidates;
    }

    Map<String, MatchAnswer.Result> match(Map<String, MatchRequest.Query> queries, Moment moment) {
        Map<String, List<String>> ids = new LinkedHashMap<>();
        Set<String> apps = new LinkedHashSet<>();
        Set<String> operators = new LinkedHashSet<>();
        queries.forEach((key, query) -> {
            ids.put(key, candidates.ids(query, moment.asOf()));
            (query.isOperator() ? operators : apps).addAll(ids.get(key));
        });
        Map<String, String> operatorOf = candidates.operators(apps);
        operators.addAll(new HashSet<>(operatorOf.values()));
        Known known = new Known(candidates.names("app", apps), candidates.names("operator", operators), operatorOf);
        Map<String, MatchAnswer.Result> results = new LinkedHashMap<>();
        queries.forEach((key, query) -> results.put(key,
                new MatchAnswer.Result(understood(query), candidates(query, ids.get(key), known, moment))));
        return results;
    }

    private static List<MatchAnswer.Candidate> candidates(MatchRequest.Query query, List<String> ids, Known known,
            Moment moment) {
        Scoring scoring = new Scoring(query.name(), query.isOperator() ? TextStyle.COMPANY : TextStyle.NAME);
        List<Scored> scored = new ArrayList<>();
        for (String id : ids) {
            Scoring.Score score = scoring.name(known.names(query, id));
            if (score.value() > 0) {
                scored.add(new Scored(id, query.isOperator() ? score
                        : Scoring.withOperator(score, query.operator(), known.operatorNames(id))));
            }
        }
        scored.sort(Comparator.comparingDouble((Scored one) -> -one.score().value()).thenComparing(Scored::id));
        double next = scored.size() > 1 ? scored.get(1).score().value() : 0;
        List<MatchAnswer.Candidate> shown = new ArrayList<>();
        for (Scored one : scored.subList(0, Math.min(SHOWN, scored.size()))) {
            double value = one.score().value();
            boolean isMatch = shown.isEmpty() && value >= Scoring.THRESHOLD && value - next >= Scoring.MARGIN;
            String type = query.isOperator() ? "operators" : "apps";
            shown.add(new MatchAnswer.Candidate(type, one.id(), known.names(query, one.id()).get(0).text(),
                    query.isOperator() ? null : known.operatorOf().get(one.id()), Math.round(value * 1000) / 1000.0, isMatch,
                    one.score().reasons(), moment.link("/v1/" + type + '/' + one.id())));
        }
        return shown;
    }

    private static MatchAnswer.Understood understood(MatchRequest.Query query) {
        return new MatchAnswer.Understood(query.name(), Folded.of(query.name()).text().strip(), query.operator(),
                query.operator() == null ? null : CompanyNames.core(Folded.of(query.operator())).text().strip(),
                query.kind());
    }

    private record Scored(String id, Scoring.Score score) {
    }

    /** What is known of all candidates. */
    private record Known(Map<String, List<CandidateReader.Name>> apps, Map<String, List<CandidateReader.Name>> operators,
            Map<String, String> operatorOf) {

        List<CandidateReader.Name> names(MatchRequest.Query query, String id) {
            return (query.isOperator() ? operators : apps).get(id);
        }

        List<CandidateReader.Name> operatorNames(String app) {
            return operators.getOrDefault(operatorOf.getOrDefault(app, ""), List.of());
        }
    }
}
