package org.offshelf.snapshot;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.offshelf.http.Fault;
import org.offshelf.http.Problem;
import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;

@Schema(description = "How a snapshot is to be written.")
record NewSnapshot(
        @Schema(description = "Why it may be published even if more is gone since the one before than is taken for right; stands in its manifest. Needs the role `admin`.", nullable = true, minLength = 1, maxLength = LONGEST, examples = "The listings of a closed store were retracted.") String override) {

    private static final int LONGEST = 1_000;

    /** Ends the request if it cannot be done. */
    void check() {
        if (override != null && (override.isBlank() || override.length() > LONGEST)) {
            throw new ProblemException(Problem.of(ProblemType.INVALID_BODY, List.of(Fault
                    .invalidValue("/override", null, "A reason of 1 to " + LONGEST + " characters is expected.").inBody())));
        }
    }
}
