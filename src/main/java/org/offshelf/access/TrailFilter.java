package org.offshelf.access;

import java.lang.reflect.Method;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.offshelf.http.RequestId;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;

/** Puts every request to write that is let in on the trail. What anybody may ask is no write, even if it is sent by POST. */
class TrailFilter {

    private static final Logger LOG = Logger.getLogger(TrailFilter.class);
    private static final String LINE = TrailFilter.class.getName();
    private static final int LONGEST_PATH = 500;

    private final Trail trail;
    private final SecurityIdentity identity;

    TrailFilter(Trail trail, SecurityIdentity identity) {
        this.trail = trail;
        this.identity = identity;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 1)
    void begin(ContainerRequestContext request, ResourceInfo operation, RoutingContext http) {
        Method method = operation.getResourceMethod();
        if (!StatedRoles.READING.contains(request.getMethod()) && !method.isAnnotationPresent(PermitAll.class)) {
            http.put(LINE, trail.begin(line(method, http)));
        }
    }

    /** An outcome that cannot be noted is no reason to tell the client that its write failed. */
    @ServerResponseFilter
    void end(ContainerResponseContext response, RoutingContext http) {
        Long line = http.get(LINE);
        if (line != null) {
            LOG.infof("%s %s answered %d", http.request().method(), shortened(http.request().path()), response.getStatus());
            try {
                trail.end(line, response.getStatus());
            } catch (RuntimeException e) {
                LOG.warnf(e, "Could not note the status %d on line %d of the audit trail", response.getStatus(), line);
            }
        }
    }

    /** Whether the request was let in, and is on the trail. */
    static boolean isNoted(RoutingContext http) {
        return http.get(LINE) != null;
    }

    /** The number of the line about the request. */
    static long line(RoutingContext http) {
        Long line = http == null ? null : http.get(LINE);
        if (line == null) {
            throw new IllegalStateException("Curators write in answer to a request to write, which is on the audit trail");
        }
        return line;
    }

    private AuditLine line(Method operation, RoutingContext http) {
        AuditLine line = new AuditLine();
        line.account = identity.getPrincipal().getName();
        line.roles = String.join(",", identity.getRoles().stream().filter(Roles.ALL::contains).sorted().toList());
        line.authentication = Authentication.of(identity);
        line.operation = name(operation);
        line.method = http.request().method().name();
        line.path = shortened(http.request().path());
        line.address = Addresses.of(http);
        line.requestId = RequestId.of(http);
        return line;
    }

    private static String name(Method method) {
        Operation documented = method.getAnnotation(Operation.class);
        return documented == null || documented.operationId().isEmpty() ? method.getName() : documented.operationId();
    }

    static String shortened(String path) {
        return path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH - 1) + "…";
    }
}
