package org.offshelf.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;

import org.offshelf.http.Fault;

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
        MultivaluedMap<String, String> parameters = uri.getQueryParameters();
        List<Fault> faults = new ArrayList<>();
        parameters.keySet().stream().filter(name -> !PARAMETERS.contains(name))
                .forEach(name -> faults.add(Fault.unknownParameter(name, PARAMETERS)));
        parameters.forEach((name, values) -> {
            if (PARAMETERS.contains(name) && values.size() > 1) {
                faults.add(Fault.invalidValue(name, null, "`" + name + "` is given once."));
            }
        });
        String account = parameters.getFirst("account");
        if (account != null && account.isBlank()) {
            faults.add(Fault.invalidValue("account", account, "The name of an account is expected."));
        }
        long limit = number("limit", parameters.getFirst("limit"), DEFAULT_LIMIT, MOST, faults);
        long before = number("cursor", parameters.getFirst("cursor"), Long.MAX_VALUE, Long.MAX_VALUE, faults);
        Refused.ifAny(faults);
        return new AuditQuery(account, (int) limit, before);
    }

    private static long number(String name, String value, long without, long most, List<Fault> faults) {
        if (value == null) {
            return without;
        }
        long number = value.matches("\\d{1,18}") ? Long.parseLong(value) : -1;
        if (number < 1 || number > most) {
            faults.add(Fault.invalidValue(name, value, name.equals("cursor") ? "Take it from `meta.nextCursor` of a page."
                    : "A number from 1 to " + most + " is expected."));
        }
        return number;
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
