package org.offshelf.catalogue;

import java.util.Map;
import java.util.TreeMap;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;

/** What every answer says of how much its client may ask. The headers themselves are in openapi.yaml. */
final class LimitHeaders {

    private static final Map<String, String> COMPONENTS = new TreeMap<>(Map.of("RateLimit", "RateLimit",
            "RateLimit-Policy", "RateLimitPolicy"));

    private LimitHeaders() {
    }

    static void addTo(Operation operation) {
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2") && response.getRef() == null) {
                COMPONENTS.forEach((name, component) -> response.addHeader(name,
                        OASFactory.createHeader().ref("#/components/headers/" + component)));
            }
        });
    }
}
