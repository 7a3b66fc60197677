package org.offshelf.curating;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.finding.CategoryBasis;
import org.offshelf.finding.Finding;
import org.offshelf.finding.FindingSchema;
import org.offshelf.finding.Findings;
import org.offshelf.importing.Standings;
import org.offshelf.ledger.PastChanges;
import org.offshelf.ledger.RegistryRecord;
import org.offshelf.ledger.Standing;
import org.offshelf.listing.Listing;
import org.offshelf.listing.ListingSchema;
import org.offshelf.listing.ListingStatus;
import org.offshelf.notice.Notice;
import org.offshelf.query.CollectionSchema;
import org.offshelf.query.WrittenRecords;
import org.offshelf.writing.Body;
import org.offshelf.writing.BodySchema;
import org.offshelf.writing.Outcome;

/** Takes back what should not have been recorded, and restores what should not have been taken back. */
@ApplicationScoped
class Retraction {

    static final BodySchema RETRACTION = BodySchema.of("Retraction", "Why it is retracted.",
            List.of(Correctable.reason().required()));
    static final BodySchema RESTORATION = BodySchema.of("Restoration", "Why it is restored.",
            List.of(Correctable.reason().required()));

    private static final String WITH_NOTICE = "Its notice was retracted: ";
    private static final int LONGEST_REASON = 1_000;

    private final Findings findings;
    private final References references;
    private final PastChanges past;
    private final Orders orders;
    private final Standings standings;
    private final Classification classification;

    Retraction(Findings findings, References references, PastChanges past, Orders orders, Standings standings,
            Classification classification) {
        this.findings = findings;
        this.references = references;
        this.past = past;
        this.orders = orders;
        this.standings = standings;
        this.classification = classification;
    }

    Outcome retract(CollectionSchema schema, RegistryRecord written, Body body) {
        body.requireValid();
        if (written instanceof Listing listing) {
            requireNoOrder(listing);
        }
        String reason = body.text(Correctable.REASON);
        List<String> notes = new ArrayList<>();
        retract(written, reason);
        if (written instanceof Notice notice) {
            List<Finding> rows = findings.list("notice = ?1 and standing = ?2", notice.id, Standing.CURRENT);
            rows.forEach(row -> retract(row, shortened(WITH_NOTICE + reason)));
            settle(notice, rows);
            notes.add(rows.size() + " findings were retracted with it.");
        } else if (written instanceof Finding finding) {
            standings.derive(orders.settle(finding.notice, List.of(finding.app)));
        } else if (written instanceof Listing listing) {
            standings.derive(List.of(listing.app));
        }
        references.requireNoneTo(schema, written.id);
        return Outcome.changed(WrittenRecords.path(schema, written.id), notes);
    }

    Outcome restore(CollectionSchema schema, RegistryRecord written, Body body) {
        body.requireValid();
        if (written.standing != Standing.RETRACTED) {
            throw Impossible.because("The " + schema.singular() + " `" + written.id + "` is not retracted but `"
                    + written.standing.code() + "`.");
        }
        if (written instanceof Listing listing && listing.event.isEmpty()) {
            throw Impossible
                    .because("Nothing is left that happened to this listing. Record what happened in the store instead.");
        }
        List<String> notes = new ArrayList<>();
        if (written instanceof Notice notice) {
            List<Finding> rows = retractedWith(notice);
            restore(notice);
            rows.forEach(this::restore);
            settle(notice, rows);
            notes.add(rows.size() + " findings that were retracted with it were restored.");
            rows.forEach(row -> references.requireAllCurrent(FindingSchema.FINDINGS, row.id));
        } else {
            restore(written);
            if (written instanceof Finding finding) {
                references.requireAllCurrent(schema, written.id);
                standings.derive(orders.settle(finding.notice, List.of(finding.app)));
            } else if (written instanceof Listing listing) {
                standings.derive(List.of(listing.app));
            }
        }
        references.requireAllCurrent(schema, written.id);
        return Outcome.changed(WrittenRecords.path(schema, written.id), notes);
    }

    private static void requireNoOrder(Listing listing) {
        listing.event.stream().filter(e -> e.kind() == ListingStatus.REMOVAL_ORDERED).findFirst().ifPresent(order -> {
            throw Impossible.because("The " + ListingSchema.LISTINGS.singular() + " `" + listing.id + "` rests on the notice `"
                    + order.notice() + "`. Retract the finding of that notice instead.");
        });
    }

    private void settle(Notice notice, List<Finding> rows) {
        standings.derive(orders.settle(notice.id, rows.stream().map(row -> row.app).collect(Collectors.toSet())));
    }

    /** Those that the same revision retracted; what had been retracted before for reasons of its own stays so. */
    private List<Finding> retractedWith(Notice notice) {
        Set<String> ids = past.lastRetired(notice).map(past::of).orElse(List.of()).stream()
                .filter(change -> change.isRetraction() && change.type().equals(FindingSchema.FINDINGS.singular()))
                .map(PastChanges.PastChange::id).collect(Collectors.toSet());
        return ids.isEmpty() ? List.of()
                : findings.list("id in ?1 and standing = ?2 and notice = ?3", ids, Standing.RETRACTED, notice.id);
    }

    private static void retract(RegistryRecord written, String reason) {
        written.standing = Standing.RETRACTED;
        written.standingReason = reason;
    }

    private void restore(RegistryRecord written) {
        written.standing = Standing.CURRENT;
        written.standingReason = null;
        if (written instanceof Finding finding && finding.categoryBasis == CategoryBasis.PROBLEM) {
            // Phrases may have been learnt while it was not current.
            classification.classify(finding);
        }
    }

    private static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON - 1) + "…";
    }
}
