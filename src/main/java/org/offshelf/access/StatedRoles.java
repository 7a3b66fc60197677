package org.offshelf.access;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;

import io.quarkus.security.Authenticated;

/**
 * Denies whatever is no reading unless its method says who may. Only the method counts: a resource that is open because it is
 * read must not open what is added to it. Who has the role, the framework checks.
 */
class StatedRoles {

    static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final List<Class<? extends Annotation>> STATEMENTS = List.of(RolesAllowed.class, PermitAll.class,
            Authenticated.class, DenyAll.class);

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    void check(ContainerRequestContext request, ResourceInfo operation) {
        if (!READING.contains(request.getMethod()) && !isStated(operation.getResourceMethod())) {
            throw ProblemException.of(ProblemType.FORBIDDEN, "No role is stated for this operation, so nobody may use it.");
        }
    }

    static boolean isStated(Method operation) {
        return STATEMENTS.stream().anyMatch(operation::isAnnotationPresent);
    }
}
