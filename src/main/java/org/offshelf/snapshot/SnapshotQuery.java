package org.offshelf.snapshot;

import java.util.Set;

import jakarta.ws.rs.core.UriInfo;

import org.offshelf.http.GivenParameters;

/**
 * Which snapshots are asked for.
 *
 * @param before only those of earlier revisions
 */
record SnapshotQuery(int limit, long before) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 1_000;
    private static final Set<String> PARAMETERS = Set.of("limit", "cursor");

    static SnapshotQuery of(UriInfo uri) {
        GivenParameters given = new GivenParameters(uri.getQueryParameters()).requireKnown(PARAMETERS);
        int limit = given.number("limit", 1, MOST).orElse(DEFAULT_LIMIT);
        long before = given.cursor(Long.MAX_VALUE);
        given.checkOrTry(SnapshotPaths.ALL);
        return new SnapshotQuery(limit, before);
    }

    String after(long revision) {
        return SnapshotPaths.ALL + "?limit=" + limit + "&cursor=" + revision;
    }
}
