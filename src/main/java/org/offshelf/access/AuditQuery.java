package org.offshelf.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import jakarta.ws.rs.core.UriInfo;

import org.offshelf.http.Fault;
import org.offshelf.http.GivenParameters;

/**
 * Which lines of the trail are asked for.
 *
 * @param account null for all
 * @param before only lines with a smaller number
 */
record AuditQuery(String account, int limit, long before) {

    static final int DEFAULT_LIMIT = 50;
    static final int MOST = 1_000;
    private static final Set<String> PARAMETERS = Set.of("account", "limit", "cursor");

    static AuditQuery of(UriInfo uri) {
        GivenParameters given = new GivenParameters(uri.getQueryParameters()).requireKnown(PARAMETERS);
        String account = given.single("account").orElse(null);
        if (account != null && account.isBlank()) {
            given.faults().add(Fault.invalidValue("account", account, "The name of an account is expected."));
        }
        int limit = given.number("limit", 1, MOST).orElse(DEFAULT_LIMIT);
        long before = given.cursor(Long.MAX_VALUE);
        given.check();
        return new AuditQuery(account, limit, before);
    }

    /** The parameters of the page that ends with the line. */
    Map<String, String> after(long line) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (account != null) {
            parameters.put("account", account);
        }
        parameters.put("limit", String.valueOf(limit));
        parameters.put("cursor", String.valueOf(line));
        return parameters;
    }
}
