package org.offshelf.catalogue;

import java.util.List;

import jakarta.ws.rs.core.UriInfo;

import org.offshelf.http.Fault;
import org.offshelf.http.Problem;
import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;

/** For what takes no parameters: here too, none is ignored. */
public final class NoParameters {

    private NoParameters() {
    }

    public static void in(UriInfo uri) {
        List<Fault> faults = uri.getQueryParameters().keySet().stream().map(name -> Fault.unknownParameter(name, List.of()))
                .toList();
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.of(ProblemType.INVALID_PARAMETER, faults).trying(uri.getPath()));
        }
    }
}
