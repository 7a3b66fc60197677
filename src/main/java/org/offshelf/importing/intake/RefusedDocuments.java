package org.offshelf.importing.intake;

import org.offshelf.http.Problem;
import org.offshelf.http.ProblemType;
import org.offshelf.importing.reading.DocumentRefused;

/** Says in the API's words why a document is not read. */
final class RefusedDocuments {

    private RefusedDocuments() {
    }

    static Problem problem(DocumentRefused refused) {
        ProblemType type = switch (refused.kind()) {
            case TOO_LARGE -> ProblemType.PAYLOAD_TOO_LARGE;
            case UNSUPPORTED -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
            case EMPTY, TOO_SLOW, ENCRYPTED, DAMAGED -> ProblemType.UNPROCESSABLE;
        };
        return Problem.of(type, refused.getMessage());
    }
}
