package org.offshelf.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.catalogue.Catalogue;
import org.offshelf.ledger.ChangeLine;
import org.offshelf.ledger.ChangeLog;
import org.offshelf.ledger.Position;
import org.offshelf.ledger.Reading;
import org.offshelf.query.CollectionSchema;
import org.offshelf.query.RecordFilter;
import org.offshelf.query.RecordFilters;

/** Finds the records that were changed last, among those a filter lists; each stands with its last change. */
@ApplicationScoped
class FeedReader {

    private static final int CHUNK = 500;
    /** So many changed records are looked at; a feed is about what is new. */
    private static final int MOST = 20_000;

    private final ChangeLog log;
    private final RecordFilters filters;

    FeedReader(ChangeLog log, RecordFilters filters) {
        this.log = log;
        this.filters = filters;
    }

    /** To be used within a reading. */
    List<FeedEntry> read(FeedRequest request, Reading reading) {
        RecordFilter filter = request.filter();
        List<ChangeLine> found = new ArrayList<>();
        Position before = null;
        for (int seen = 0; seen < MOST && found.size() < request.limit(); seen += CHUNK) {
            List<ChangeLine> lines = log.latest(before, filter.schema().singular(), 0, reading.revision(), CHUNK);
            if (!lines.isEmpty()) {
                Set<String> listed = filters.listed(filter, lines.stream().map(ChangeLine::id).toList(), reading);
                lines.stream().filter(line -> listed.contains(line.id())).forEach(found::add);
                before = lines.get(lines.size() - 1).position();
            }
            if (lines.size() < CHUNK) {
                break;
            }
        }
        List<ChangeLine> shown = found.subList(0, Math.min(request.limit(), found.size()));
        Map<String, String> labels = filters.labels(filter.schema(), shown.stream().map(ChangeLine::id).toList());
        return shown.stream().map(line -> entry(filter.schema(), line, labels.get(line.id()))).toList();
    }

    private static FeedEntry entry(CollectionSchema schema, ChangeLine line, String label) {
        String what = switch (line.op()) {
            case "create" -> "New";
            case "update" -> "Changed";
            case "restore" -> "Restored";
            default -> "Told apart again";
        };
        String summary = what + " in revision " + line.revision() + " (" + line.cause() + ")."
                + (line.reason() == null ? "" : " " + line.reason());
        return new FeedEntry(Catalogue.path(schema) + '/' + line.id(), label, line.at(), summary,
                List.of(schema.name(), line.op(), line.cause()));
    }
}
