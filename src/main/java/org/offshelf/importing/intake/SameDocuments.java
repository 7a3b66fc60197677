package org.offshelf.importing.intake;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

/**
 * Tells documents that came before, by their bytes. What has been applied is not applied again, whatever has become of its rows
 * since: it would turn back what was corrected by hand or by a later version.
 */
@ApplicationScoped
class SameDocuments {

    /** A document can hold several notices, and a bare list can be that of a notice and of the order that follows it. */
    private static final String NOTICES = "select distinct n.id from notice n join notice_citation c on c.notice_id = n.id"
            + " join source s on s.id = c.source_id where s.sha256 = ?1 and n.standing = 'current'";
    private static final String LAST = "select sha256 from import_job where notice_id = ?1 and state = 'applied'"
            + " order by revision desc limit 1";

    /** With the same words about it; what they said of the notice may have been corrected since. */
    private static final String SENT_BEFORE = "select distinct n.id from import_job j join notice n on n.id = j.notice_id"
            + " where j.sha256 = ?1 and j.hints = ?2 and j.state = 'applied' and n.standing = 'current'";

    private final Session session;
    private final IntakeJson json;

    SameDocuments(Session session, IntakeJson json) {
        this.session = session;
        this.json = json;
    }

    /**
     * The current notice that this document has become; empty if it has become none or several, or is another by what is said
     * of it. Who names the notice can go back to an earlier version of it.
     */
    Optional<String> document(String sha256, ImportHints hints) {
        if (hints.notice() != null) {
            return notices(sha256).stream().filter(hints.notice()::equals).filter(notice -> isLast(notice, sha256)).findFirst();
        }
        List<String> before = session.createNativeQuery(SENT_BEFORE, String.class).setParameter(1, sha256)
                .setParameter(2, json.write(hints)).getResultList();
        if (before.size() == 1) {
            return Optional.of(before.get(0));
        }
        List<String> said = session.createNativeQuery(NOTICES + " and (?2 is null or n.kind = ?2)"
                + " and (?3 is null or n.published = ?3) and (?4 is null or exists (select * from notice_regulator r"
                + " where r.notice_id = n.id and r.regulator_id = ?4))", String.class).setParameter(1, sha256)
                .setParameter(2, hints.kind() == null ? null : hints.kind().code(), String.class)
                .setParameter(3, hints.published() == null ? null : hints.published().toString(), String.class)
                .setParameter(4, hints.regulator().isEmpty() ? null : hints.regulator().get(0), String.class).getResultList();
        return said.size() == 1 ? Optional.of(said.get(0)) : Optional.empty();
    }

    /** @param sameAs what {@link #document} says */
    List<ImportReport.Warning> warnings(String sha256, ImportHints hints, Optional<String> sameAs) {
        if (sameAs.isPresent()) {
            return isLast(sameAs.get(), sha256) ? List.of()
                    : List.of(warning("earlier-version", "This is an earlier version of the notice `" + sameAs.get()
                            + "`, and is left at that. To go back to it say so with `notice`."));
        }
        List<String> notices = notices(sha256);
        return notices.isEmpty() || notices.contains(hints.notice()) ? List.of()
                : List.of(warning("same-document",
                        "The very same document is held as that of " + String.join(", ", notices) + "."));
    }

    private static ImportReport.Warning warning(String code, String message) {
        return new ImportReport.Warning(code, "document", message, null);
    }

    private List<String> notices(String sha256) {
        return session.createNativeQuery(NOTICES, String.class).setParameter(1, sha256).getResultList();
    }

    /** Whether nothing else was applied to the notice since; true where nobody knows. */
    private boolean isLast(String notice, String sha256) {
        List<String> last = session.createNativeQuery(LAST, String.class).setParameter(1, notice).getResultList();
        return last.isEmpty() || last.get(0).equals(sha256);
    }
}
