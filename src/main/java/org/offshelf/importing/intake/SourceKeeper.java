package org.offshelf.importing.intake;

import java.net.URI;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;
import org.offshelf.importing.Ids;
import org.offshelf.importing.NoticeFacts;
import org.offshelf.ledger.Readings;
import org.offshelf.source.Source;
import org.offshelf.source.SourceKind;

/** Keeps the documents that records rest on: each version of a document is a source of its own. */
@ApplicationScoped
class SourceKeeper {

    private static final int LONGEST_TITLE = 500;

    private final Session session;
    private final Readings readings;

    SourceKeeper(Session session, Readings readings) {
        this.session = session;
        this.readings = readings;
    }

    /** The source the document is, or is to become. */
    SourceDraft draft(NoticeFacts notice, ImportHints hints, Upload upload, String regulator) {
        String publisher = hints.publisher() == null ? regulator : hints.publisher();
        String title = notice.title() == null ? String.valueOf(upload.fileName()) : notice.title();
        String identity = Source.identity(hints.sourceUrl(), publisher, title, notice.published());
        return new SourceDraft(Ids.derive("src", identity, id -> isAnotherVersion(id, upload.sha256())), kind(hints),
                title.substring(0, Math.min(title.length(), LONGEST_TITLE)), publisher, hints.sourceUrl(), notice.published(),
                upload.sha256());
    }

    /** A source that was known by its address alone becomes the document that is found there. */
    private boolean isAnotherVersion(String id, String sha256) {
        List<String> held = session.createNativeQuery("select coalesce(sha256, '') from source where id = ?1", String.class)
                .setParameter(1, id).getResultList();
        return !held.isEmpty() && !held.get(0).isEmpty() && !held.get(0).equals(sha256);
    }

    static SourceKind kind(ImportHints hints) {
        if (hints.sourceKind() != null) {
            return hints.sourceKind();
        }
        String host = hints.sourceUrl() == null ? null : URI.create(hints.sourceUrl()).getHost();
        return host == null || host.toLowerCase(Locale.ROOT).endsWith(".gov.cn") || host.endsWith(".cverc.org.cn")
                ? SourceKind.OFFICIAL
                : SourceKind.REPOST;
    }

    /** Within the revision being written. */
    void keep(SourceDraft draft) {
        Source held = session.find(Source.class, draft.id());
        Source source = held == null ? new Source() : held;
        source.sha256 = draft.sha256();
        source.retrieved = source.retrieved == null ? readings.today() : source.retrieved;
        if (held == null) {
            source.id = draft.id();
            source.kind = draft.kind();
            source.title = draft.title();
            source.publisher = draft.publisher();
            source.url = draft.url();
            source.published = draft.published();
            source.language = "zh";
            session.persist(source);
        }
        session.flush();
    }
}
