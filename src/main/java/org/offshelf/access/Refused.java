package org.offshelf.access;

import java.util.List;

import org.offshelf.http.Fault;
import org.offshelf.http.Problem;
import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;

/** What is said to requests about accounts that cannot be done. */
final class Refused {

    private Refused() {
    }

    static void ifAny(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.of(ProblemType.INVALID_PARAMETER, faults));
        }
    }

    /** @param faults of a body, each with the pointer to the member in place of a parameter */
    static void ifAnyInBody(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.of(ProblemType.INVALID_BODY, faults.stream().map(Fault::inBody).toList()));
        }
    }

    static void withoutBody(Object body) {
        if (body == null) {
            throw ProblemException.of(ProblemType.INVALID_REQUEST, "A body is needed: a JSON object. Nothing was changed.");
        }
    }

    static ProblemException unknown(String name) {
        return ProblemException.of(ProblemType.NOT_FOUND, "There is no account `" + name + "`.");
    }

    static ProblemException conflict(String detail) {
        return ProblemException.of(ProblemType.CONFLICT, detail + " Nothing was changed.");
    }
}
