package org.offshelf.curating;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.offshelf.app.App;
import org.offshelf.finding.Findings;
import org.offshelf.importing.Shelf;
import org.offshelf.importing.Standings;
import org.offshelf.ledger.PastChanges;
import org.offshelf.ledger.PastChanges.PastChange;
import org.offshelf.ledger.RegistryRecord;
import org.offshelf.ledger.Standing;
import org.offshelf.query.CollectionSchema;
import org.offshelf.query.WrittenRecords;
import org.offshelf.writing.Body;
import org.offshelf.writing.BodySchema;
import org.offshelf.writing.Outcome;

/** Takes two records apart again that were merged, by what the ledger says the merge moved. */
@ApplicationScoped
class Unmerging {

    static final BodySchema BODY = BodySchema.of("Unmerge", "Why the merge is undone.",
            List.of(Correctable.reason().required()));

    private final Session session;
    private final Findings findings;
    private final PastChanges past;
    private final Shelf shelf;
    private final Orders orders;
    private final Standings standings;

    Unmerging(Session session, Findings findings, PastChanges past, Shelf shelf, Orders orders, Standings standings) {
        this.session = session;
        this.findings = findings;
        this.past = past;
        this.shelf = shelf;
        this.orders = orders;
        this.standings = standings;
    }

    Outcome unmerge(CollectionSchema schema, RegistryRecord merged, Body body) {
        body.requireValid();
        if (merged.standing != Standing.MERGED) {
            throw Impossible.because("The " + schema.singular() + " `" + merged.id + "` is not merged but `"
                    + merged.standing.code() + "`.");
        }
        List<PastChange> moved = past.of(past.lastRetired(merged).orElseThrow());
        RegistryRecord successor = requireSuccessor(schema, merged, moved);
        MergeUndo undo = new MergeUndo(record -> findings.list("app = ?1 or operator = ?1", record).stream()
                .filter(finding -> finding.standing == Standing.CURRENT).toList());
        moved.forEach(change -> undo.undo(session.find(Kind.ofType(change.type()).type(), change.id()), change));
        undo.takeBackCitations();
        if (successor instanceof App) {
            undo.apps().add(successor.id);
        }
        undo.listings().stream().filter(listing -> listing.standing == Standing.CURRENT).forEach(shelf::settle);
        undo.notices().forEach(notice -> orders.settle(notice, undo.apps()));
        standings.derive(undo.apps());
        return Outcome.changed(WrittenRecords.path(schema, merged.id), undo.left());
    }

    /** Where the successor was merged on, what this merge moved has moved on too. */
    private RegistryRecord requireSuccessor(CollectionSchema schema, RegistryRecord merged, List<PastChange> moved) {
        String id = moved.stream().filter(change -> change.id().equals(merged.id)).findFirst().orElseThrow()
                .fields().at("/successor/new").textValue();
        RegistryRecord successor = session.find(Kind.of(schema.name()).type(), id);
        if (successor.standing != Standing.CURRENT) {
            throw Impossible.because("The " + schema.singular() + " `" + id + "`, into which it was merged, is itself "
                    + successor.standing.code() + ". Undo that first.");
        }
        return successor;
    }
}
