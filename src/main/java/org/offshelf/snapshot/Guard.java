package org.offshelf.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import org.offshelf.http.Fault;
import org.offshelf.http.Problem;
import org.offshelf.http.ProblemType;
import org.offshelf.query.CollectionSchema;

/** Keeps a registry that has lost much, by a mistake or an attack, from being handed on to its mirrors. */
@ApplicationScoped
class Guard {

    private final SnapshotConfig config;

    Guard(SnapshotConfig config) {
        this.config = config;
    }

    /** Remembers what is gone, collection by collection, until it is asked for its judgement. */
    Judgement judge() {
        return new Judgement();
    }

    final class Judgement {

        private final List<Fault> faults = new ArrayList<>();

        void count(CollectionSchema schema, long before, long gone) {
            if (gone > config.fewVanished() && gone > before * config.mostVanished()) {
                faults.add(Fault.invalidValue(schema.name(), Long.toString(gone),
                        String.format(Locale.ROOT, "%d of %d current records (%.1f %%) are gone; at most %.1f %% may be.", gone,
                                before, 100.0 * gone / before, 100 * config.mostVanished())));
            }
        }

        /** @throws Refused unless all is well */
        void require(long since) {
            if (!faults.isEmpty()) {
                throw new Refused(new Problem(ProblemType.CONFLICT.uri(), ProblemType.CONFLICT.title(),
                        ProblemType.CONFLICT.status(),
                        "Too much is gone since the snapshot of revision " + since + ", so none was published. "
                                + "If that is as it should be, an admin says why: POST {\"override\": \"…\"} to /v1/snapshots.",
                        null, faults, null, "/v1/snapshots"));
            }
        }
    }

    /** The snapshot is not published. */
    static final class Refused extends RuntimeException {

        private final transient Problem problem;

        Refused(Problem problem) {
            super(problem.detail() + " " + problem.errors(), null, false, false);
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }
}
