package org.offshelf.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.offshelf.ledger.Citation;
import org.offshelf.ledger.RegistryRecord;
import org.offshelf.source.Source;

/** The ids of a data set's sources by the keys its files use. */
final class SourceKeys {

    private final Map<String, String> ids = new HashMap<>();

    SourceKeys(List<Entries.SourceEntry> entries) {
        entries.forEach(entry -> ids.put(entry.key(), Ids.derive("src",
                Source.identity(entry.url(), entry.publisher(), entry.title(), entry.published()))));
    }

    String id(String key) {
        return ids.get(key);
    }

    List<Citation> citations(List<Entries.Cite> cites) {
        return cites.stream().map(cite -> new Citation(id(cite.source()), cite.locator())).toList();
    }

    void cite(RegistryRecord.Cited cited, List<Entries.Cite> cites) {
        cites.forEach(cite -> cited.cite(id(cite.source()), cite.locator()));
    }
}
