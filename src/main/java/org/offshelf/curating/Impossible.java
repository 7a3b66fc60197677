package org.offshelf.curating;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import org.offshelf.http.Fault;
import org.offshelf.http.Problem;
import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;
import org.offshelf.ledger.Coded;

/** Says what stands in the way of a change, and what is possible instead. */
final class Impossible {

    private Impossible() {
    }

    /** @param state a sentence */
    static ProblemException event(Coded wanted, Collection<? extends Coded> possible, String state) {
        List<String> codes = possible.stream().map(Coded::code).toList();
        String instead = codes.isEmpty() ? "On that day nothing is possible."
                : "Possible: " + codes.stream().map(code -> "`" + code + "`").collect(Collectors.joining(", ")) + ".";
        Fault fault = new Fault("/kind", wanted.code(), Fault.INVALID_VALUE, "`" + wanted.code() + "` is impossible then.",
                codes, null).inBody();
        ProblemType type = ProblemType.CONFLICT;
        return new ProblemException(new Problem(type.uri(), type.title(), type.status(),
                state + " `" + wanted.code() + "` is impossible then. " + instead + " Nothing was changed.", null,
                List.of(fault),
                null, null));
    }

    static ProblemException because(String sentence) {
        return ProblemException.of(ProblemType.CONFLICT, sentence + " Nothing was changed.");
    }
}
