package org.offshelf.load;

import java.time.Duration;
import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.offshelf.access.Addresses;
import org.offshelf.http.ProblemAnswer;
import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;

import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Counts what each client asks, also what is answered from memory, and turns away who has asked too much: by its address, or
 * where it names an account, by that.
 */
@Singleton
public class RateLimits {

    /** Behind the check of origins, so that pages of all origins can read why they are refused; before all that costs. */
    private static final int BEHIND_ORIGIN = 295;
    /** Of the routes of this order, those that are there first come first: these before the answers from memory. */
    public static final int FIRST = 1;
    /** Authentication is at 200. */
    private static final int BEHIND_AUTHENTICATION = 150;
    private static final int TIMES_MORE_WITH_AN_ACCOUNT = 10;
    private static final String COUNTED = ConsumptionProbe.class.getName();
    private static final String REFUSED = RateLimits.class.getName();

    private final ProblemAnswer answer;
    private final Duration window;
    private final Allowance anonymous;
    private final Allowance account;
    /** Of requests that name an account, until it is known which: one can say what one likes. */
    private final Allowance unproven;

    RateLimits(RateConfig config, ProblemAnswer answer) {
        this.answer = answer;
        this.window = config.window();
        int quota = Math.max(0, config.anonymous().orElse(0));
        int more = config.account().orElse(quota * TIMES_MORE_WITH_AN_ACCOUNT);
        anonymous = quota == 0 ? null : new Allowance("default", quota, window, config.clients());
        account = quota == 0 ? null : new Allowance("account", more, window, config.clients());
        unproven = quota == 0 ? null : new Allowance("account", more, window, config.clients());
    }

    /** Whether the client has asked too much and is about to be told. */
    public static boolean isRefused(RoutingContext request) {
        return request.get(REFUSED) != null;
    }

    /** In front of answers from memory. */
    void routes(@Observes @Priority(FIRST) Router router) {
        if (anonymous != null) {
            router.route().order(Integer.MIN_VALUE).handler(this::count);
        }
    }

    void filters(@Observes Filters filters) {
        if (anonymous != null) {
            filters.register(this::refuse, BEHIND_ORIGIN);
            filters.register(this::countAccount, BEHIND_AUTHENTICATION);
        }
    }

    private void count(RoutingContext request) {
        int cost = Kind.of(request).cost();
        if (cost > 0) {
            Allowance allowance = isNamed(request) ? unproven : anonymous;
            // A request whose target is not encoded comes here again when it is, with an answer of which nothing is left.
            ConsumptionProbe before = request.get(COUNTED);
            ConsumptionProbe probe = before == null ? allowance.take(client(request), cost) : before;
            request.put(COUNTED, probe);
            allowance.tell(probe, request.response().headers());
            if (!probe.isConsumed()) {
                request.put(REFUSED, refusal(allowance, probe));
            }
        }
        request.next();
    }

    private void refuse(RoutingContext request) {
        ProblemException refusal = request.get(REFUSED);
        if (refusal == null) {
            request.next();
        } else {
            answer.send(request, refusal);
        }
    }

    /** By now it is known whose request it is: an account's, or still nobody's, whatever its header says. */
    private void countAccount(RoutingContext request) {
        int cost = Kind.of(request).cost();
        if (cost > 0 && isNamed(request)) {
            unproven.giveBack(client(request), cost);
            Optional<String> name = account(request);
            Allowance allowance = name.isPresent() ? account : anonymous;
            ConsumptionProbe probe = allowance.take(name.orElseGet(() -> client(request)), cost);
            allowance.tell(probe, request.response().headers());
            if (!probe.isConsumed()) {
                answer.send(request, refusal(allowance, probe));
                return;
            }
        }
        request.next();
    }

    private static Optional<String> account(RoutingContext request) {
        return request.user() instanceof QuarkusHttpUser user && !user.getSecurityIdentity().isAnonymous()
                ? Optional.of(user.getSecurityIdentity().getPrincipal().getName())
                : Optional.empty();
    }

    private ProblemException refusal(Allowance allowance, ConsumptionProbe probe) {
        long seconds = Allowance.seconds(probe.getNanosToWaitForRefill());
        return ProblemException
                .of(ProblemType.TOO_MANY_REQUESTS, "More was asked than the " + allowance.quota() + " records in "
                        + window.toSeconds()
                        + " s that each client may ask for; counts, writes and whole lists count as several. This"
                        + " request can be answered in " + seconds + " s. "
                        + (allowance == anonymous ? "With an account one may ask more. " : "")
                        + "/v1/snapshots has everything as files.")
                .withHeader("Retry-After", Long.toString(seconds));
    }

    private static boolean isNamed(RoutingContext request) {
        return request.request().headers().contains(HttpHeaders.AUTHORIZATION);
    }

    private static String client(RoutingContext request) {
        return Addresses.network(Addresses.of(request));
    }
}
