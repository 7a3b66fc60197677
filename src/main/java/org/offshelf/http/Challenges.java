package org.offshelf.http;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Problems about who is asking; a 401 also says how to authenticate (RFC 9110, 15.5.2). */
@ApplicationScoped
class Challenges {

    Uni<ProblemException> unauthorized(RoutingContext context) {
        return challenged(context, ProblemException.of(ProblemType.UNAUTHORIZED,
                "This needs an account, which an admin opens. Reading records needs none. A registry without accounts gets its"
                        + " first admin from OFFSHELF_ADMIN_NAME and OFFSHELF_ADMIN_PASSWORD at the next start; see Accounts in"
                        + " the README."));
    }

    Uni<ProblemException> rejected(RoutingContext context) {
        return challenged(context, rejected());
    }

    static ProblemException rejected() {
        return ProblemException.of(ProblemType.UNAUTHORIZED,
                "The credentials were not accepted. Reading needs none: leave out the Authorization header.");
    }

    static ProblemException forbidden() {
        return ProblemException.of(ProblemType.FORBIDDEN, "This account does not have the role this needs.");
    }

    private static Uni<ProblemException> challenged(RoutingContext context, ProblemException problem) {
        HttpAuthenticator authenticator = context.get(HttpAuthenticator.class.getName());
        if (authenticator == null) {
            return Uni.createFrom().item(problem);
        }
        return authenticator.getChallenge(context)
                .map(challenge -> withChallenge(problem, challenge))
                .onFailure().recoverWithItem(problem);
    }

    private static ProblemException withChallenge(ProblemException problem, ChallengeData challenge) {
        var result = problem;
        if (challenge != null) {
            for (var header : challenge.getHeaders().entrySet()) {
                result = result.withHeader(header.getKey().toString(), header.getValue());
            }
        }
        return result;
    }
}
