package org.offshelf.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;

import org.offshelf.http.Fault;
import org.offshelf.http.Problem;
import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;

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
        MultivaluedMap<String, String> given = uri.getQueryParameters();
        List<Fault> faults = new ArrayList<>();
        given.forEach((name, values) -> {
            if (!PARAMETERS.contains(name)) {
                faults.add(Fault.unknownParameter(name, PARAMETERS));
            } else if (values.size() > 1) {
                faults.add(Fault.invalidValue(name, null, "`" + name + "` is given once."));
            }
        });
        long limit = number(given.getFirst("limit"), DEFAULT_LIMIT);
        if (limit < 1 || limit > MOST) {
            faults.add(Fault.invalidValue("limit", given.getFirst("limit"), "A number from 1 to " + MOST + " is expected."));
        }
        long before = number(given.getFirst("cursor"), Long.MAX_VALUE);
        if (before < 1) {
            faults.add(Fault.invalidValue("cursor", given.getFirst("cursor"), "Take it from `meta.nextCursor` of a page."));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.of(ProblemType.INVALID_PARAMETER, faults).trying(SnapshotPaths.ALL));
        }
        return new SnapshotQuery((int) limit, before);
    }

    private static long number(String text, long without) {
        return text == null ? without : text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }

    String after(long revision) {
        return SnapshotPaths.ALL + "?limit=" + limit + "&cursor=" + revision;
    }
}
