package org.offshelf.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.offshelf.database.Chunks;
import org.offshelf.term.Folded;
import org.offshelf.term.Phrase;

/**
 * Tells what records were found by. Of the terms that stand for what was looked for it asks only those of the texts of these
 * records, which are few.
 */
final class Matches {

    private static final int CHUNK = 500;
    private static final Comparator<Candidate> BEST = Comparator.comparingLong(Candidate::relevance)
            .thenComparing(candidate -> candidate.place().field()).thenComparing(candidate -> candidate.place().printed());

    private final Queries queries;
    private final Hits hits;
    private final Context context;

    Matches(Queries queries, Hits hits, Context context) {
        this.queries = queries;
        this.hits = hits;
        this.context = context;
    }

    /** The best match of each word, by record. */
    Map<String, List<Match>> of(Phrase phrase, Collection<String> ids) {
        List<Place> places = queries.rows(hits.places(ids), context).stream().map(Place::of).toList();
        Set<Long> texts = places.stream().map(Place::text).collect(Collectors.toSet());
        Map<String, List<Match>> matches = new LinkedHashMap<>();
        if (!texts.isEmpty()) {
            candidates(phrase, places, texts).forEach((id, byWord) -> matches.put(id, best(byWord)));
        }
        return matches;
    }

    /** By record and word, of which the phrase as a whole is the first. */
    private Map<String, Map<Integer, Candidate>> candidates(Phrase phrase, List<Place> places, Set<Long> texts) {
        Map<Long, List<Object[]>> found = new HashMap<>();
        for (List<Long> some : Chunks.of(texts, CHUNK)) {
            for (Object[] row : queries.rows(texts(phrase, some), context)) {
                found.computeIfAbsent(((Number) row[1]).longValue(), any -> new ArrayList<>()).add(row);
            }
        }
        Map<String, Map<Integer, Candidate>> candidates = new LinkedHashMap<>();
        for (Place place : places) {
            for (Object[] row : found.getOrDefault(place.text(), List.of())) {
                long relevance = Hits.relevance(((Number) row[2]).intValue(), place.weight(), ((Number) row[3]).intValue());
                candidates.computeIfAbsent(place.id(), any -> new TreeMap<>()).merge(((Number) row[0]).intValue(),
                        new Candidate(place, relevance), (one, other) -> BEST.compare(one, other) <= 0 ? one : other);
            }
        }
        return candidates;
    }

    /** Which of the texts have what is looked for: number of the word, text, the position of its {@link Quality}, size. */
    private static Sql texts(Phrase phrase, List<Long> texts) {
        List<Folded> wanted = new ArrayList<>(List.of(phrase.whole()));
        if (phrase.words().size() > 1) {
            wanted.addAll(phrase.words());
        }
        Sql sql = new Sql();
        for (int i = 0; i < wanted.size(); i++) {
            sql.add(i == 0 ? "" : " union all ").add("select " + i + " word, k.text_id, k.quality, k.size from ");
            new Needle(wanted.get(i)).writeTexts(sql, texts);
            sql.add(" k");
        }
        return sql;
    }

    private static List<Match> best(Map<Integer, Candidate> byWord) {
        // Where the phrase was found as it stands, its words need no mention
        return byWord.containsKey(0) ? List.of(byWord.get(0).match())
                : byWord.values().stream().map(Candidate::match).distinct().toList();
    }

    /**
     * Where a text stands.
     *
     * @param field of the record, or of one it refers to
     * @param weight by which it is found less well
     */
    private record Place(String id, String field, long text, int weight, String printed) {

        /** @param row as {@link Hits#places} gives it */
        static Place of(Object[] row) {
            return new Place((String) row[0], (String) row[1], ((Number) row[2]).longValue(), ((Number) row[3]).intValue(),
                    (String) row[4]);
        }
    }

    private record Candidate(Place place, long relevance) {

        Match match() {
            return new Match(place.field(), place.printed());
        }
    }
}
