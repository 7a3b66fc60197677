package org.offshelf.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.term.Phrase;

/** Finds the best records of several collections at once. To be used within a reading. */
@ApplicationScoped
public class Finder {

    private final Queries queries;

    Finder(Queries queries) {
        this.queries = queries;
    }

    /**
     * @param isOwnOnly whether to leave out what is only found by the names of records it refers to
     * @param limit of the best over all collections
     */
    public Found find(List<CollectionSchema> schemas, Phrase phrase, boolean isOwnOnly, int limit, Context context) {
        Map<String, CollectionSchema> byName = new LinkedHashMap<>();
        schemas.stream().filter(schema -> !isOwnOnly || !schema.searched().isEmpty())
                .forEach(schema -> byName.put(schema.name(), schema));
        Map<String, Long> counts = new LinkedHashMap<>();
        List<Candidate> candidates = new ArrayList<>();
        if (!byName.isEmpty()) {
            for (Object[] row : queries.rows(statement(byName.values(), phrase, isOwnOnly, limit, context), context)) {
                counts.put((String) row[0], ((Number) row[3]).longValue());
                candidates.add(new Candidate(byName.get(row[0]), (String) row[1], ((Number) row[2]).longValue()));
            }
        }
        // Stable, so that among equals the order of the collections holds.
        candidates.sort(Comparator.comparingLong(Candidate::relevance));
        return new Found(counts,
                explain(candidates.subList(0, Math.min(limit, candidates.size())), phrase, isOwnOnly, context));
    }

    private static Sql statement(Iterable<CollectionSchema> schemas, Phrase phrase, boolean isOwnOnly, int limit,
            Context context) {
        Sql sql = new Sql();
        String separator = "(";
        for (CollectionSchema schema : schemas) {
            sql.add(separator).add("select '" + schema.name() + "' type, r.id, " + Hits.ALIAS
                    + ".relevance, count(*) over () total from " + schema.table() + " r");
            new Hits(schema, context, isOwnOnly).join(sql, phrase);
            sql.add(" where r.standing = 'current' order by " + Hits.ALIAS + ".relevance");
            for (SortKey key : schema.defaultSort()) {
                sql.add(", ").add(key.field().order().sql("r", context)).add(key.isDescending() ? " desc" : "");
            }
            // A row of each collection also where none is to be shown: it carries the count.
            sql.add(", r.id limit ").bind(Math.max(1, limit)).add(")");
            separator = " union all (";
        }
        return sql;
    }

    private List<Hit> explain(List<Candidate> best, Phrase phrase, boolean isOwnOnly, Context context) {
        Map<CollectionSchema, List<String>> ids = new LinkedHashMap<>();
        best.forEach(candidate -> ids.computeIfAbsent(candidate.schema(), schema -> new ArrayList<>()).add(candidate.id()));
        Map<CollectionSchema, Map<String, List<Match>>> matches = new LinkedHashMap<>();
        ids.forEach((schema, some) -> matches.put(schema,
                new Matches(queries, new Hits(schema, context, isOwnOnly), context).of(phrase, some)));
        return best.stream().map(candidate -> new Hit(candidate.schema(), candidate.id(), Quality.of(candidate.relevance()),
                matches.get(candidate.schema()).getOrDefault(candidate.id(), List.of()))).toList();
    }

    private record Candidate(CollectionSchema schema, String id, long relevance) {
    }

    public record Hit(CollectionSchema schema, String id, Quality quality, List<Match> matchedOn) {
    }

    /** @param counts by the collection's name, of those in which something was found */
    public record Found(Map<String, Long> counts, List<Hit> hits) {
    }
}
