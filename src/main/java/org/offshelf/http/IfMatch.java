package org.offshelf.http;

import java.util.List;

/** The state a client believes it changes, so that it cannot overwrite what it has not seen (RFC 9110, 13.1.1). */
public record IfMatch(boolean any, List<String> tags) {

    public IfMatch {
        tags = List.copyOf(tags);
    }

    /** @param header the field's value, several fields joined with commas; null if there was none */
    public static IfMatch parse(String header) {
        if (header == null) {
            throw ProblemException.of(ProblemType.PRECONDITION_REQUIRED,
                    "Send If-Match with the ETag of the record you read, so that nobody's change is lost.");
        }
        return header.strip().equals("*") ? new IfMatch(true, List.of()) : new IfMatch(false, EntityTags.in(header));
    }

    /** Compares strongly, as this header must: a weak tag never matches. */
    public boolean matches(String strongEtag) {
        return any || tags.contains(strongEtag);
    }

    /** Ends the request with 412 unless the record still is as the client read it. */
    public void require(String strongEtag) {
        if (!matches(strongEtag)) {
            throw ProblemException.of(ProblemType.PRECONDITION_FAILED,
                    "The record was changed in between. Its ETag now is " + strongEtag + ". Nothing was changed.")
                    .withHeader("ETag", strongEtag);
        }
    }
}
