package org.offshelf.http;

import java.time.Duration;
import java.util.UUID;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.offshelf.database.DatabaseFailures;

/** Says what went wrong on our side: much in the log, little to the client. */
final class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final int LONGEST_PATH = 200;

    private Problems() {
    }

    /** For a failure nobody foresaw: its message could hold anything, so only a reference leaves the house. */
    static ProblemException unexpected(Throwable failure) {
        if (DatabaseFailures.isTimeLimit(failure)) {
            return ProblemException.of(ProblemType.TOO_EXPENSIVE, "The question took the database longer than the "
                    + longestQuery().toSeconds() + " s that any may take, and was given up. Narrow it: with filters, fewer"
                    + " dimensions or a longer `q`. For everything, take a row format, or the files of /v1/snapshots.");
        }
        if (Outage.isBehind(failure)) {
            return unavailable(failure);
        }
        var reference = reference();
        LOG.errorf(failure, "Unhandled failure, reference %s", reference);
        return ProblemException.of(ProblemType.INTERNAL,
                "This is a fault of ours. If you report it, please quote the reference " + reference + ".");
    }

    private static Duration longestQuery() {
        return ConfigProvider.getConfig().getValue("offshelf.reading.longest-query", Duration.class);
    }

    static ProblemException unavailable(Throwable failure) {
        var reference = reference();
        LOG.warnf(failure, "Could not serve a request for now, reference %s", reference);
        return ProblemException.unavailable(
                "The registry cannot answer at this moment. Please try again shortly. Reference " + reference + ".",
                Outage.RETRY_AFTER_SECONDS);
    }

    static ProblemException notFound(String path) {
        return new ProblemException(
                Problem.of(ProblemType.NOT_FOUND, "Nothing is served at `" + shortened(path) + "`.").trying("/v1"));
    }

    private static String shortened(String path) {
        return path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH) + "…";
    }

    /** That of the request, by which the lines of all instances about it are found. */
    private static String reference() {
        var request = MDC.get(RequestId.MDC_KEY);
        return request == null ? UUID.randomUUID().toString() : request.toString();
    }
}
