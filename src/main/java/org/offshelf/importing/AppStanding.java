package org.offshelf.importing;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.offshelf.app.App;
import org.offshelf.app.AppStatus;
import org.offshelf.finding.Finding;
import org.offshelf.finding.FindingEventKind;
import org.offshelf.finding.Measure;
import org.offshelf.listing.Listing;

/** Works out where an app stands from all that is held about it, when something it rested on has changed. */
@ApplicationScoped
class AppStanding {

    private final Session session;

    AppStanding(Session session) {
        this.session = session;
    }

    void settle(App app) {
        app.status = null;
        app.statusSince = null;
        app.statusDeadline = null;
        app.statusFrom = null;
        session.createQuery("from Finding where app = ?1 and standing = CURRENT order by published, id", Finding.class)
                .setParameter(1, app.id).getResultList().forEach(finding -> tell(finding, app));
        session.createQuery("from Listing where app = ?1 and standing = CURRENT order by since, id", Listing.class)
                .setParameter(1, app.id).getResultList()
                .forEach(listing -> app.consider(listing.status.asAppStatus(), listing.since, null, listing.id));
    }

    private static void tell(Finding finding, App app) {
        if (finding.measure == Measure.RECTIFY) {
            app.consider(AppStatus.NAMED, finding.published, finding.deadline, finding.id);
        }
        finding.event.stream().filter(event -> event.kind() != FindingEventKind.ESCALATED).forEach(event -> app
                .consider(AppStatus.valueOf(event.kind().name()), event.happened(), null, finding.id));
    }
}
