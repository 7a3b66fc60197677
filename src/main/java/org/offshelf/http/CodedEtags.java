package org.offshelf.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * Keeps entity tags strong although the server compresses: the compressed bytes are another representation, which must
 * not share a tag with the plain ones (RFC 9110, 8.8.3.3). They get a suffix on the way out, taken off on the way in.
 */
public final class CodedEtags {

    private static final String SUFFIX = "--gzip\"";
    private static final String HELD_CODED = CodedEtags.class.getName();

    private CodedEtags() {
    }

    static void strip(RoutingContext context) {
        var headers = context.request().headers();
        strip(headers, HttpHeaders.IF_MATCH);
        if (strip(headers, HttpHeaders.IF_NONE_MATCH)) {
            context.put(HELD_CODED, true);
        }
    }

    static void mark(RoutingContext context) {
        var headers = context.response().headers();
        var etag = headers.get(HttpHeaders.ETAG);
        if (etag != null && etag.endsWith("\"") && !etag.endsWith(SUFFIX) && isCoded(context)) {
            headers.set(HttpHeaders.ETAG, coded(etag));
        }
    }

    private static boolean strip(MultiMap headers, CharSequence name) {
        var value = headers.get(name);
        if (value == null || !isCoded(value)) {
            return false;
        }
        headers.set(name, plain(String.join(", ", headers.getAll(name))));
        return true;
    }

    /** The tag of the compressed bytes. */
    public static String coded(String plain) {
        return plain.substring(0, plain.length() - 1) + SUFFIX;
    }

    /** One tag or several as they are known within. */
    public static String plain(String tags) {
        return tags.replace(SUFFIX, "\"");
    }

    /** Whether there is one of compressed bytes. */
    public static boolean isCoded(String tags) {
        return tags.contains(SUFFIX);
    }

    /** A 304 has no bytes of its own: it speaks of the copy the client named. */
    private static boolean isCoded(RoutingContext context) {
        var response = context.response();
        if (response.getStatusCode() == HttpResponseStatus.NOT_MODIFIED.code()) {
            return context.get(HELD_CODED) != null;
        }
        return AcceptedCoding.isGzip(context.request())
                && !response.headers().contains(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY, true);
    }
}
