package org.offshelf.importing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.app.App;
import org.offshelf.app.Apps;
import org.offshelf.app.Fact;
import org.offshelf.database.Chunks;
import org.offshelf.finding.Finding;
import org.offshelf.finding.Findings;
import org.offshelf.ledger.Standing;
import org.offshelf.listing.Listing;
import org.offshelf.listing.Listings;

/** Derives anew where apps stand, from all that is known about them. */
@ApplicationScoped
public class Standings {

    private static final int BATCH = 500;

    private final Apps apps;
    private final Findings findings;
    private final Listings listings;

    Standings(Apps apps, Findings findings, Listings listings) {
        this.apps = apps;
        this.findings = findings;
        this.listings = listings;
    }

    /** @param ids may hold null, for no app */
    public void derive(Collection<String> ids) {
        Chunks.of(new TreeSet<>(ids.stream().filter(id -> id != null).toList()), BATCH).forEach(this::deriveSome);
    }

    private void deriveSome(List<String> ids) {
        Map<String, List<Fact>> facts = new HashMap<>();
        for (Finding finding : findings.list("app in ?1 and standing = ?2", ids, Standing.CURRENT)) {
            facts.computeIfAbsent(finding.app, any -> new ArrayList<>()).addAll(finding.facts().toList());
        }
        for (Listing listing : listings.list("app in ?1 and standing = ?2", ids, Standing.CURRENT)) {
            facts.computeIfAbsent(listing.app, any -> new ArrayList<>()).addAll(listing.facts().toList());
        }
        for (App app : apps.list("id in ?1 and standing = ?2", ids, Standing.CURRENT)) {
            app.stand(facts.getOrDefault(app.id, List.of()));
        }
    }
}
