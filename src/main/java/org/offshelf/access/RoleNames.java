package org.offshelf.access;

import java.util.List;

import org.offshelf.http.Fault;

/** The roles as requests name them. */
final class RoleNames {

    private RoleNames() {
    }

    static void check(String field, List<String> roles, List<Fault> faults) {
        if (roles == null || roles.isEmpty()) {
            faults.add(Fault.missing(field));
            return;
        }
        for (int i = 0; i < roles.size(); i++) {
            if (!Roles.ALL.contains(String.valueOf(roles.get(i)))) {
                faults.add(Fault.unknownValue(field + "/" + i, String.valueOf(roles.get(i)), Roles.ALL));
            }
        }
    }

    static String joined(List<String> roles) {
        return String.join(",", roles.stream().distinct().sorted().toList());
    }
}
