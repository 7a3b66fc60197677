package org.offshelf.catalogue;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;

/**
 * Says of an operation which role it needs, in words and by the schemes of openapi.yaml. The framework notes the roles of its
 * method, but under one scheme only, and as scopes, which neither scheme has.
 */
final class NeededRoles {

    private NeededRoles() {
    }

    static void describe(Operation operation) {
        if (!isSecured(operation)) {
            return;
        }
        List<String> roles = operation.getSecurity().stream().flatMap(requirement -> requirement.getSchemes().values().stream())
                .flatMap(List::stream).distinct().toList();
        String needs = roles.isEmpty() ? "Needs an account, whatever its role."
                : "Needs an account with the role "
                        + roles.stream().map(role -> "`" + role + "`").collect(Collectors.joining(" or "))
                        + ".";
        operation.setDescription(operation.getDescription() == null ? needs : operation.getDescription() + "\n\n" + needs);
        operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme("basic", List.of()),
                OASFactory.createSecurityRequirement().addScheme("bearer", List.of())));
    }

    static boolean isSecured(Operation operation) {
        return operation.getSecurity() != null && !operation.getSecurity().isEmpty();
    }
}
