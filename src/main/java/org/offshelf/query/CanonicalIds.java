package org.offshelf.query;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.hibernate.Session;
import org.offshelf.http.Problem;
import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;

/** Finds the record a path means: by its id, by an alias or by the id it had before a merge. */
@ApplicationScoped
class CanonicalIds {

    private static final int PERMANENT_REDIRECT = 308;

    private final Session session;
    private final ReferenceCheck references;

    CanonicalIds(Session session, ReferenceCheck references) {
        this.session = session;
        this.references = references;
    }

    /**
     * Lets pass the id of a current record. Otherwise the request ends: with 308 for an alias or a merged record, 410 for a
     * retracted one, 404 for one there never was.
     */
    void requireCanonical(CollectionSchema schema, String id, Links links) {
        List<Object[]> found = session.createNativeQuery(
                "select standing, standing_reason, successor_id from " + schema.table() + " where id = ?1", Object[].class)
                .setParameter(1, id).getResultList();
        if (found.isEmpty()) {
            throw byAlias(schema, id).map(target -> moved(schema, id, target, links)).orElseThrow(() -> unknown(schema, id));
        }
        String reason = (String) found.get(0)[1];
        switch ((String) found.get(0)[0]) {
            case "current" -> {
            }
            case "merged" -> throw moved(schema, id, (String) found.get(0)[2], links);
            default -> throw new ProblemException(Problem.of(ProblemType.GONE, "The " + schema.singular() + " `" + id
                    + "` was retracted: " + reason + " Its history stays readable."));
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
        return new ProblemException(
                Problem.of(ProblemType.NOT_FOUND, "There is no " + schema.singular() + " `" + id + "`." + nearest));
    }
}
