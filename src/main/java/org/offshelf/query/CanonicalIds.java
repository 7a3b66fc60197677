package org.offshelf.query;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.hibernate.Session;
import org.offshelf.http.Problem;
import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;
import org.offshelf.ledger.Reading;

/** Finds the record a path means: by its id, by an alias or by the id it had before a merge. */
@ApplicationScoped
class CanonicalIds {

    private static final int PERMANENT_REDIRECT = 308;

    private final Session session;
    private final ReferenceCheck references;
    private final DatedTables dated;

    CanonicalIds(Session session, ReferenceCheck references, DatedTables dated) {
        this.session = session;
        this.references = references;
        this.dated = dated;
    }

    /** The same, where the record was there at the moment that is read; else the request ends with 404. */
    void requireCanonical(CollectionSchema schema, String id, Links links, Reading reading) {
        if (schema.isDerived()) {
            if (!isThere(schema, id, reading.asOf())) {
                throw reading.asOf() != null && isThere(schema, id, null)
                        ? absent("There was no " + schema.singular() + " `" + id + "` on " + reading.asOf() + ".")
                        : unknown(schema, id);
            }
            return;
        }
        requireCanonical(schema, id, links, () -> firstRevision(schema, id).filter(first -> first > reading.revision())
                .map(first -> absent("There was no " + schema.singular() + " `" + id + "` at revision " + reading.revision()
                        + ": it begins with revision " + first + "."))
                .orElseGet(() -> unknown(schema, id)));
        if (reading.asOf() != null && !isThere(schema, id, reading.asOf())) {
            throw absent("There was no " + schema.singular() + " `" + id + "` on " + reading.asOf() + ": "
                    + begin(schema, id).map(day -> "it begins on " + day + '.')
                            .orElse("it bears no day, so that it is there only without `asOf`."));
        }
    }

    private boolean isThere(CollectionSchema schema, String id, LocalDate asOf) {
        String sql = dated.over("select id from " + schema.table() + " where id = ?1", asOf);
        return !session.createNativeQuery(sql, String.class).setParameter(1, id).getResultList().isEmpty();
    }

    private Optional<String> begin(CollectionSchema schema, String id) {
        return schema.dated().stream().filter(table -> table.table().equals(schema.table())).findFirst()
                .flatMap(table -> session.createNativeQuery(
                        "select " + table.begins().replace("@", "x") + " from " + schema.table() + " x where x.id = ?1",
                        Object.class)
                        .setParameter(1, id).getResultList().stream().filter(Objects::nonNull).findFirst())
                .map(Object::toString);
    }

    private Optional<Long> firstRevision(CollectionSchema schema, String id) {
        return session.createNativeQuery(
                "select min(revision) from revision_change where record_type = ?1 and record_id = ?2", Long.class)
                .setParameter(1, schema.singular()).setParameter(2, id).getResultList().stream().filter(Objects::nonNull)
                .findFirst();
    }

    /**
     * Lets pass the id of a current record. Otherwise the request ends: with 308 for an alias or a merged record, 410 for a
     * retracted one, 404 for one there never was.
     */
    void requireCanonical(CollectionSchema schema, String id, Links links) {
        requireCanonical(schema, id, links, () -> unknown(schema, id));
    }

    private void requireCanonical(CollectionSchema schema, String id, Links links, Supplier<ProblemException> absence) {
        List<Object[]> found = session.createNativeQuery(
                "select standing, standing_reason, successor_id from " + schema.table() + " where id = ?1", Object[].class)
                .setParameter(1, id).getResultList();
        if (found.isEmpty()) {
            throw byAlias(schema, id).map(target -> moved(schema, id, target, links)).orElseThrow(absence);
        }
        String reason = (String) found.get(0)[1];
        switch ((String) found.get(0)[0]) {
            case "current" -> {
            }
            case "merged" -> throw moved(schema, id, (String) found.get(0)[2], links);
            default -> throw new ProblemException(Problem.of(ProblemType.GONE, "The " + schema.singular() + " `" + id
                    + "` was retracted: " + reason + (reason.endsWith(".") ? "" : ".") + " Its history stays readable."));
        }
    }

    /** Lets pass the id of a record, whatever its standing; an alias leads to the record. */
    void requireHeld(CollectionSchema schema, String id, Links links) {
        if (!isKnown(schema, id)) {
            throw byAlias(schema, id).map(target -> moved(schema, id, target, links)).orElseThrow(() -> unknown(schema, id));
        }
    }

    /** Lets pass the id of a record, whatever its standing. */
    void requireKnown(CollectionSchema schema, String id) {
        if (!isKnown(schema, id)) {
            throw unknown(schema, id);
        }
    }

    private boolean isKnown(CollectionSchema schema, String id) {
        return !session.createNativeQuery("select id from " + schema.table() + " where id = ?1", String.class)
                .setParameter(1, id).getResultList().isEmpty();
    }

    /** Of several records with the same alias, one that speaks for itself goes first. */
    private Optional<String> byAlias(CollectionSchema schema, String alias) {
        int colon = alias.indexOf(':');
        if (schema.aliases() == null || colon < 0) {
            return Optional.empty();
        }
        CollectionSchema.Aliases aliases = schema.aliases();
        return session.createNativeQuery("select r.id from " + aliases.table() + " a join " + schema.table() + " r on r.id = a."
                + aliases.owner() + " where a.scheme = ?1 and a.value = ?2 order by r.standing <> 'current', r.id",
                String.class)
                .setParameter(1, alias.substring(0, colon)).setParameter(2, alias.substring(colon + 1))
                .getResultList().stream().findFirst();
    }

    private static RedirectionException moved(CollectionSchema schema, String id, String target, Links links) {
        // A merge can be undone and an alias can move, so the redirect is asked for again each time.
        return new RedirectionException(Response.status(PERMANENT_REDIRECT)
                .location(URI.create(links.renamed(schema.name(), target))).header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build());
    }

    private ProblemException unknown(CollectionSchema schema, String id) {
        String nearest = references.nearest(schema, id).map(near -> " Did you mean `" + near + "`?").orElse("");
        return absent("There is no " + schema.singular() + " `" + id + "`." + nearest);
    }

    private static ProblemException absent(String detail) {
        return ProblemException.of(ProblemType.NOT_FOUND, detail);
    }
}
