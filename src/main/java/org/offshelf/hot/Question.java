package org.offshelf.hot;

import java.util.List;
import java.util.stream.Stream;

import org.offshelf.http.AcceptedCoding;
import org.offshelf.http.RequestLimits;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/**
 * All that decides what is answered to a request, but for who asks when: requests that are equal in this get the same.
 *
 * @param base scheme and host, which stand in some answers
 * @param target path and query as they stood on the request line
 * @param accept the media types the client takes, or null
 */
record Question(String base, String target, String accept, boolean isGzip) {

    /** Of these, and of a body, an answer from memory knows nothing. */
    private static final List<CharSequence> OTHER_CONDITIONS = Stream.of("Authorization", "Content-Length", "Transfer-Encoding",
            "Range", "If-Match", "If-Range", "If-Modified-Since", "If-Unmodified-Since", "Expect", "Upgrade", "Pragma")
            .map(HttpHeaders::createOptimized).toList();

    /** Null for a request that has to go the whole way. */
    static Question of(HttpServerRequest request, RequestLimits limits) {
        if (request.method() != HttpMethod.GET && request.method() != HttpMethod.HEAD || request.authority() == null) {
            return null;
        }
        var headers = request.headers();
        for (CharSequence other : OTHER_CONDITIONS) {
            if (headers.contains(other)) {
                return null;
            }
        }
        if (isToBeMadeAnew(headers.get(HttpHeaders.CACHE_CONTROL)) || limits.headersTooLong(request)) {
            return null;
        }
        List<String> accept = headers.getAll(HttpHeaders.ACCEPT);
        return new Question(request.scheme() + "://" + request.authority(), request.uri(),
                accept.isEmpty() ? null : accept.size() == 1 ? accept.get(0) : String.join(", ", accept),
                AcceptedCoding.isGzip(request));
    }

    /** Clients that only want to be sure that nothing has changed say max-age=0, and may be. */
    private static boolean isToBeMadeAnew(String cacheControl) {
        return cacheControl != null && cacheControl.contains("no-");
    }

    int length() {
        return base.length() + target.length() + (accept == null ? 0 : accept.length());
    }
}
