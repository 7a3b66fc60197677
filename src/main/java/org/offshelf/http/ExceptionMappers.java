package org.offshelf.http;

import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status.Family;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Turns whatever ends a REST request into a problem. Only our own exceptions and the framework's blame the client. */
class ExceptionMappers {

    private final Challenges challenges;

    ExceptionMappers(Challenges challenges) {
        this.challenges = challenges;
    }

    @ServerExceptionMapper
    Response ours(ProblemException exception, RoutingContext context) {
        return respond(exception, context);
    }

    @ServerExceptionMapper
    Response notFound(NotFoundException exception, RoutingContext context) {
        if (exception.getCause() != null && context.request().query() != null) {
            // The framework says 404 when a parameter does not convert to the type its method declares.
            return respond(ProblemException.of(ProblemType.INVALID_PARAMETER,
                    "A parameter does not have the form it needs. Nothing was ignored."), context);
        }
        return respond(Problems.notFound(context.request().path()), context);
    }

    @ServerExceptionMapper
    Response notAllowed(NotAllowedException exception, RoutingContext context) {
        var endpoints = endpoints(context);
        var problem = ProblemException.of(ProblemType.METHOD_NOT_ALLOWED, "`" + method(context) + "` is not served here, only "
                + String.join(", ", endpoints.methods()) + ".");
        return respond(problem.withHeader(HttpHeaders.ALLOW, endpoints.allow()), context);
    }

    @ServerExceptionMapper
    Response notAcceptable(NotAcceptableException exception, RoutingContext context) {
        return respond(media(ProblemType.NOT_ACCEPTABLE, HttpHeaders.ACCEPT, endpoints(context).produces(method(context)),
                context), context);
    }

    @ServerExceptionMapper
    Response notSupported(NotSupportedException exception, RoutingContext context) {
        return respond(media(ProblemType.UNSUPPORTED_MEDIA_TYPE, HttpHeaders.CONTENT_TYPE,
                endpoints(context).consumes(method(context)), context), context);
    }

    @ServerExceptionMapper
    Uni<Response> unauthorized(UnauthorizedException exception, RoutingContext context) {
        return challenges.unauthorized(context).map(problem -> respond(problem, context));
    }

    @ServerExceptionMapper
    Uni<Response> rejected(AuthenticationFailedException exception, RoutingContext context) {
        return challenges.rejected(context).map(problem -> respond(problem, context));
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException exception, RoutingContext context) {
        return respond(Challenges.forbidden(), context);
    }

    /** Bodies are judged where they are read, so this is JSON of our own that did not fit: the framework would say 400. */
    @ServerExceptionMapper
    Response mismatchedInput(MismatchedInputException exception, RoutingContext context) {
        return respond(Problems.unexpected(exception), context);
    }

    @ServerExceptionMapper
    Response framework(WebApplicationException exception, RoutingContext context) {
        var response = exception.getResponse();
        var family = response.getStatusInfo().getFamily();
        if (family != Family.CLIENT_ERROR && family != Family.SERVER_ERROR) {
            return response;
        }
        if (response.getStatus() == ProblemType.INTERNAL.status()) {
            return respond(Problems.unexpected(exception), context);
        }
        var problem = new ProblemException(StatusProblem.of(response.getStatus()));
        for (var header : response.getStringHeaders().entrySet()) {
            if (!HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(header.getKey())) {
                problem = problem.withHeader(header.getKey(), String.join(", ", header.getValue()));
            }
        }
        return respond(problem, context);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failure, RoutingContext context) {
        return respond(Problems.unexpected(failure), context);
    }

    private static ProblemException media(ProblemType type, String header, List<String> allowed, RoutingContext context) {
        if (allowed.isEmpty()) {
            return new ProblemException(StatusProblem.of(type.status()));
        }
        var fault = Fault.unknownValue(header, String.valueOf(context.request().getHeader(header)), allowed,
                Optional.empty());
        var detail = StatusProblem.of(type.status()).detail() + " Possible here: " + String.join(", ", allowed) + ".";
        return new ProblemException(new Problem(type.uri(), type.title(), type.status(), detail, null, List.of(fault), null,
                null));
    }

    private static Response respond(ProblemException exception, RoutingContext context) {
        var problem = exception.problem().at(RequestId.urn(context));
        var response = Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        exception.headers().forEach((name, value) -> response.header(name, null).header(name, value));
        return response.build();
    }

    private static Endpoints endpoints(RoutingContext context) {
        return Endpoints.at(context.normalizedPath());
    }

    private static String method(RoutingContext context) {
        return context.request().method().name();
    }
}
