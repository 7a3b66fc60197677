package org.offshelf.query;

import java.time.LocalDate;
import java.util.List;
import java.util.StringJoiner;

/**
 * Of when an answer speaks: what the registry knew, and up to which day.
 *
 * @param revision what the registry knew; null for all that it knows now
 * @param today the day of that revision in Asia/Shanghai, by which deadlines are judged where there is no {@code asOf}
 * @param asOf the day up to which things have happened; null for all that is known
 * @param knownAt as it was asked for, where that led to the revision; else null
 */
public record Moment(Long revision, LocalDate today, LocalDate asOf, String knownAt) {

    public static final String AS_OF = "asOf";
    public static final String KNOWN_AT = "knownAt";
    public static final String REVISION = "revision";
    /** The parameters that set it. */
    public static final List<String> PARAMETERS = List.of(AS_OF, KNOWN_AT, REVISION);

    public static final Moment NOW = new Moment(null, null, null, null);

    /** Whether the request itself says what it gets, whenever it is sent. An instant leaves that to the registry's clock. */
    boolean isFixed() {
        return revision != null && knownAt == null;
    }

    /** What tells a walk at this moment from the same walk at another one. */
    String identity(String query) {
        return query + '@' + query();
    }

    /** The request as one that names the revision which an instant led to. */
    public Links pin(Links links) {
        return knownAt == null ? links : links.replaced(KNOWN_AT, REVISION, revision.toString());
    }

    /** As the parameters of a link to an answer of the same moment; empty for now. */
    private String query() {
        StringJoiner query = new StringJoiner("&");
        if (asOf != null) {
            query.add(AS_OF + '=' + asOf);
        }
        if (revision != null) {
            query.add(REVISION + '=' + revision);
        }
        return query.toString();
    }

    /** @param href a path, with or without parameters */
    public String link(String href) {
        String query = query();
        return query.isEmpty() ? href : href + (href.contains("?") ? '&' : '?') + query;
    }
}
