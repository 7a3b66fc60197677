package org.offshelf.access;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Keeps other sites from writing with the password a browser remembers: it attaches that to whatever page asks. Judged by what
 * browsers say and pages cannot forge; clients that are no browsers say neither, and pass. A bearer token is never attached
 * unasked, so it passes too.
 */
@ApplicationScoped
class SameOrigin {

    /** Before anybody's password is looked at, which happens at 200; CORS preflights are answered at 300. */
    private static final int BEFORE_AUTHENTICATION = 250;
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    void filters(@Observes Filters filters) {
        filters.register(SameOrigin::check, BEFORE_AUTHENTICATION);
    }

    private static void check(RoutingContext http) {
        HttpServerRequest request = http.request();
        if (SAFE.contains(request.method().name()) || !hasPassword(request) || isOwn(request)) {
            http.next();
        } else {
            http.fail(ProblemException.of(ProblemType.FORBIDDEN, "A page of another site asks for this with a password that"
                    + " the browser may have added by itself. Send a bearer token, or do it from here."));
        }
    }

    private static boolean hasPassword(HttpServerRequest request) {
        String authorization = request.getHeader("Authorization");
        return authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith("basic");
    }

    /** Browsers of before 2023 send no Sec-Fetch-Site, but an Origin. */
    private static boolean isOwn(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return OWN_SITES.contains(site);
        }
        String origin = request.getHeader("Origin");
        return origin == null || authority(origin).equals(authority("http://" + request.authority()));
    }

    /** Host and port; the scheme is not compared, because a proxy may have taken TLS off. */
    private static String authority(String origin) {
        try {
            URI uri = URI.create(origin);
            if (uri.getHost() == null) {
                return "";
            }
            boolean isDefault = uri.getPort() == -1 || uri.getPort() == 80 || uri.getPort() == 443;
            return uri.getHost().toLowerCase(Locale.ROOT) + (isDefault ? "" : ":" + uri.getPort());
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
