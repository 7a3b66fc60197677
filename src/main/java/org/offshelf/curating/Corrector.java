package org.offshelf.curating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.offshelf.ledger.Cause;
import org.offshelf.ledger.RegistryRecord;
import org.offshelf.query.WrittenRecords;
import org.offshelf.writing.Body;
import org.offshelf.writing.Outcome;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What can be done to any record: its fields corrected, a source added, itself retracted and restored. */
@ApplicationScoped
class Corrector {

    private final Curation curation;
    private final Rules rules;
    private final Consequences consequences;
    private final CitedSources sources;
    private final Retraction retraction;

    Corrector(Curation curation, Rules rules, Consequences consequences, CitedSources sources,
            Retraction retraction) {
        this.curation = curation;
        this.rules = rules;
        this.consequences = consequences;
        this.sources = sources;
        this.retraction = retraction;
    }

    <R extends RegistryRecord> Response correct(Correctable<R> correctable, String id, ObjectNode json) {
        return curation.change(correctable.kind(), id, Cause.CORRECTION, correctable.correction(), json, (record, body) -> {
            correctable.requireWhole(body);
            body.requireValid();
            correct(correctable, record, body);
            return Outcome.changed(WrittenRecords.path(correctable.schema(), id));
        });
    }

    private <R extends RegistryRecord> void correct(Correctable<R> correctable, R record, Body body) {
        Runnable consequence = consequences.of(record, body);
        correctable.apply(record, body);
        rules.check(record, body);
        body.requireValid();
        consequence.run();
    }

    <R extends RegistryRecord> Response cite(Kind<R> kind, String id, ObjectNode json) {
        return curation.change(kind, id, Cause.SOURCE, CitedSources.CITATION, json, (record, body) -> {
            sources.checkCited(body);
            body.requireValid();
            sources.cite((RegistryRecord.Cited) record, body);
            return Outcome.changed(WrittenRecords.path(kind.schema(), id));
        });
    }

    <R extends RegistryRecord> Response retract(Kind<R> kind, String id, ObjectNode json) {
        return curation.change(kind, id, Cause.CORRECTION, Retraction.RETRACTION, json,
                (record, body) -> retraction.retract(kind.schema(), record, body));
    }

    <R extends RegistryRecord> Response restore(Kind<R> kind, String id, ObjectNode json) {
        return curation.changeAny(kind, id, Cause.CORRECTION, Retraction.RESTORATION, json,
                (record, body, seen) -> retraction.restore(kind.schema(), record, body));
    }
}
