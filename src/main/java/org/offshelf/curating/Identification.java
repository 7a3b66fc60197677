package org.offshelf.curating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.offshelf.app.App;
import org.offshelf.ledger.Cause;
import org.offshelf.ledger.RegistryRecord;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Corrects which record is which app or company: merges, their undoing, and splits. */
@ApplicationScoped
class Identification {

    private final Curation curation;
    private final Merging merging;
    private final Unmerging unmerging;
    private final Splitting splitting;

    Identification(Curation curation, Merging merging, Unmerging unmerging, Splitting splitting) {
        this.curation = curation;
        this.merging = merging;
        this.unmerging = unmerging;
        this.splitting = splitting;
    }

    Response mergeApp(String id, ObjectNode json) {
        return curation.change(Kind.APP, id, Cause.CORRECTION, Merging.APPS, json, (app, body, seen) -> {
            App into = merging.into(app, body);
            seen.requireUnchanged(Kind.APP.schema(), into);
            return merging.merge(app, into, body);
        });
    }

    Response mergeOperator(String id, ObjectNode json) {
        return curation.change(Kind.OPERATOR, id, Cause.CORRECTION, Merging.OPERATORS, json, (operator, body, seen) -> {
            var into = merging.into(operator, body);
            seen.requireUnchanged(Kind.OPERATOR.schema(), into);
            return merging.merge(operator, into, body);
        });
    }

    Response splitApp(String id, ObjectNode json) {
        return curation.change(Kind.APP, id, Cause.CORRECTION, Splitting.BODY, json, (app, body, seen) -> {
            var moving = splitting.findings(app, body);
            moving.forEach(finding -> seen.requireUnchanged(Kind.FINDING.schema(), finding));
            return splitting.split(app, moving, body);
        });
    }

    Response unmerge(Kind<? extends RegistryRecord> kind, String id, ObjectNode json) {
        return curation.changeAny(kind, id, Cause.CORRECTION, Unmerging.BODY, json,
                (record, body, seen) -> unmerging.unmerge(kind.schema(), record, body));
    }
}
