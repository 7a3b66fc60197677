package org.offshelf.http;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The state a client believes it changes, so that it cannot overwrite what it has not seen (RFC 9110, 13.1.1). Our tags name
 * the revision of the registry that was read, and so does one that was got with a list: a record not written since is still as
 * the client saw it, whatever else was.
 */
public record IfMatch(boolean any, List<Long> revisions) {

    private static final Pattern OURS = Pattern.compile("\"(\\d{1,18})-[0-9a-f]{16}\"");

    public IfMatch {
        revisions = List.copyOf(revisions);
    }

    /** @param header the field's value, several fields joined with commas; null if there was none */
    public static IfMatch parse(String header) {
        if (header == null) {
            throw ProblemException.of(ProblemType.PRECONDITION_REQUIRED,
                    "Send If-Match with the ETag of the record you read, so that nobody's change is lost.");
        }
        return header.strip().equals("*") ? new IfMatch(true, List.of())
                : new IfMatch(false, EntityTags.in(header).stream().flatMap(IfMatch::revision).toList());
    }

    /** This header compares strongly: a weak tag never matches. */
    private static Stream<Long> revision(String tag) {
        var ours = OURS.matcher(tag);
        return ours.matches() ? Stream.of(Long.valueOf(ours.group(1))) : Stream.empty();
    }

    /**
     * @param written the revision that last wrote the record
     * @param current the revision of the registry; none later can have been read
     */
    public boolean matches(long written, long current) {
        return any || revisions.stream().anyMatch(read -> written <= read && read <= current);
    }

    /** What a client is told that has seen an older state. */
    public static ProblemException stale(String what, Optional<String> presentEtag) {
        var problem = ProblemException.of(ProblemType.PRECONDITION_FAILED, what + " was changed since it was read."
                + presentEtag.map(etag -> " Its ETag now is " + etag + ".").orElse("") + " Nothing was changed.");
        return presentEtag.map(etag -> problem.withHeader("ETag", etag)).orElse(problem);
    }
}
