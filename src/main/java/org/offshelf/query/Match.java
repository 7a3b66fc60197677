package org.offshelf.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a search found a record by.
 *
 * @param field of the record, or of one it refers to: {@code app.aliases}
 * @param text as it stands there
 */
public record Match(String field, String text) {

    /**
     * The best match of each word, by record.
     *
     * @param found rows as {@link Hits#matches} gives them, the best of each record and word first
     */
    static Map<String, List<Match>> best(List<Object[]> found) {
        Map<String, Map<Integer, Match>> byRecord = new LinkedHashMap<>();
        for (Object[] row : found) {
            byRecord.computeIfAbsent((String) row[0], id -> new LinkedHashMap<>()).putIfAbsent(((Number) row[1]).intValue(),
                    new Match((String) row[2], (String) row[3]));
        }
        Map<String, List<Match>> best = new LinkedHashMap<>();
        byRecord.forEach((id, byWord) -> {
            // Word 0 is the phrase as it stands: where that was found, its words need no mention.
            Match whole = byWord.get(0);
            best.put(id, whole == null ? new ArrayList<>(byWord.values()).stream().distinct().toList() : List.of(whole));
        });
        return best;
    }
}
