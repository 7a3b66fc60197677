package org.offshelf.hot;

import java.util.List;
import java.util.stream.Stream;

import org.offshelf.http.AcceptedCoding;
import org.offshelf.http.RequestLimits;
import org.offshelf.http.RequestTarget;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;

/**
 * All that decides what is answered to a request, but for who asks when: requests that are equal in this get the same.
 *
 * @param scheme with host and port it stands in some answers
 * @param target path and query as they stood on the request line
 * @param accept the media types the client takes, or null
 */
record Question(String scheme, String host, int port, String target, String accept, boolean isGzip) {

    /** Of these, and of a body, an answer from memory knows nothing. */
    private static final List<CharSequence> OTHER_CONDITIONS = Stream.of("Authorization", "Transfer-Encoding",
            "Range", "If-Match", "If-Range", "If-Modified-Since", "If-Unmodified-Since", "Expect", "Upgrade", "Pragma")
            .map(HttpHeaders::createOptimized).toList();

    /** Null for a request that has to go the whole way, and for one that comes again when its target is encoded. */
    static Question of(HttpServerRequest request, RequestLimits limits) {
        HostAndPort authority = request.authority();
        if (request.method() != HttpMethod.GET && request.method() != HttpMethod.HEAD || authority == null
                || !new RequestTarget(request.uri()).isEncoded()) {
            return null;
        }
        var headers = request.headers();
        for (CharSequence other : OTHER_CONDITIONS) {
            if (headers.contains(other)) {
                return null;
            }
        }
        if (hasBody(headers.get(HttpHeaders.CONTENT_LENGTH)) || isToBeMadeAnew(headers.get(HttpHeaders.CACHE_CONTROL))
                || limits.headersTooLong(request)) {
            return null;
        }
        return new Question(request.scheme(), authority.host(), authority.port(), request.uri(), accept(headers),
                AcceptedCoding.isGzip(request));
    }

    private static String accept(MultiMap headers) {
        return headers.contains(HttpHeaders.ACCEPT) ? String.join(", ", headers.getAll(HttpHeaders.ACCEPT)) : null;
    }

    /** Some clients say of every request how long its body is. */
    private static boolean hasBody(String length) {
        return length != null && !length.equals("0");
    }

    /** Clients that only want to be sure that nothing has changed say max-age=0, and may be. */
    private static boolean isToBeMadeAnew(String cacheControl) {
        return cacheControl != null && cacheControl.contains("no-");
    }

    int length() {
        return host.length() + target.length() + (accept == null ? 0 : accept.length());
    }
}
