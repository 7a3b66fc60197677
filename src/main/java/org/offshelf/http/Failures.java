package org.offshelf.http;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/** Answers what fails outside the REST endpoints: malformed paths, rejected credentials, routes that break. */
@ApplicationScoped
class Failures implements Handler<RoutingContext> {

    private static final int OK = 200;

    private final ProblemAnswer answer;
    private final Challenges challenges;

    Failures(ProblemAnswer answer, Challenges challenges) {
        this.answer = answer;
        this.challenges = challenges;
    }

    @Override
    public void handle(RoutingContext context) {
        handle(context, context.statusCode());
    }

    /** @param failedWith what the router would have answered; it does not always put that into the context */
    void handle(RoutingContext context, int failedWith) {
        var failure = context.failure();
        if (failure instanceof ProblemException problem) {
            answer.send(context, problem);
        } else if (failure instanceof UnauthorizedException) {
            challenges.unauthorized(context).subscribe().with(problem -> answer.send(context, problem));
        } else if (failure instanceof ForbiddenException) {
            answer.send(context, Challenges.forbidden());
        } else if (failure instanceof AuthenticationException) {
            // The mechanism that failed has put its status and challenge on the response already.
            var status = context.response().getStatusCode();
            answer.send(context, status == OK ? Challenges.rejected() : ofStatus(context, status, failure));
        } else {
            answer.send(context, ofStatus(context, failedWith, failure));
        }
    }

    private static ProblemException ofStatus(RoutingContext context, int status, Throwable failure) {
        return switch (status) {
            case 400 -> new ProblemException(new RequestTarget(context.request().uri()).decodes() ? StatusProblem.of(400)
                    : Undecodable.describe(context.request().query()));
            case 401 -> Challenges.rejected();
            case 404 -> Problems.notFound(context.request().path());
            case -1, 500 -> Problems.unexpected(failure);
            case 503 -> Problems.unavailable(failure);
            default -> new ProblemException(StatusProblem.of(status));
        };
    }
}
