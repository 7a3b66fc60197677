package org.offshelf.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** What can go wrong with an operation, in the one shape of all problems. The responses themselves are in openapi.yaml. */
final class ProblemResponses {

    private ProblemResponses() {
    }

    static void addTo(Operation operation, ContractPath path) {
        APIResponses responses = operation.getResponses();
        Map<String, String> problems = new LinkedHashMap<>();
        if (path.parent().isPresent()) {
            problems.put("308", "Moved");
        }
        problems.put("400", "BadRequest");
        if (NeededRoles.isSecured(operation)) {
            // Those the framework puts there say less.
            responses.removeAPIResponse("401");
            responses.removeAPIResponse("403");
            problems.put("401", "Unauthorized");
            problems.put("403", "Forbidden");
        }
        if (path.path().contains("{")) {
            problems.put("404", "NotFound");
        }
        problems.put("406", "NotAcceptable");
        if (path.parent().isPresent()) {
            problems.put("410", "Gone");
        }
        problems.put("429", "TooManyRequests");
        problems.put("500", "InternalError");
        problems.put("503", "Unavailable");
        problems.forEach((status, name) -> {
            if (!responses.hasAPIResponse(status)) {
                responses.addAPIResponse(status, OASFactory.createAPIResponse().ref("#/components/responses/" + name));
            }
        });
    }
}
