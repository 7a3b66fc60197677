package org.offshelf.http;

/** What is said about request bodies that are too large. */
final class Bodies {

    private Bodies() {
    }

    static Problem tooLarge(long limit) {
        return Problem.of(ProblemType.PAYLOAD_TOO_LARGE, "At most " + limit + " bytes are read. Send it in several requests.");
    }
}
