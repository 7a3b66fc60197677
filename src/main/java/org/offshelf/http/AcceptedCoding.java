package org.offshelf.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * Whether the answer to a request may be sent as gzip. The server beneath decides before anyone is asked, so this must read
 * Accept-Encoding as it does, mistakes included: bytes and entity tag would not fit together otherwise.
 */
public final class AcceptedCoding {

    private static final float ABSENT = -1;

    private AcceptedCoding() {
    }

    public static boolean isGzip(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.ACCEPT_ENCODING)
                && takesGzip(String.join(",", request.headers().getAll(HttpHeaders.ACCEPT_ENCODING)));
    }

    /** As {@code io.netty.handler.codec.http.HttpContentCompressor} with gzip alone. */
    static boolean takesGzip(String field) {
        float gzip = ABSENT;
        float deflate = ABSENT;
        float any = ABSENT;
        for (var coding : field.split(",")) {
            float quality = quality(coding);
            if (coding.contains("*")) {
                any = quality;
            } else if (coding.contains("gzip")) {
                gzip = Math.max(gzip, quality);
            } else if (coding.contains("deflate")) {
                deflate = Math.max(deflate, quality);
            }
        }
        return gzip > 0 && gzip >= deflate || any > 0 && gzip == ABSENT;
    }

    private static float quality(String coding) {
        int equals = coding.indexOf('=');
        try {
            return equals < 0 ? 1 : Float.parseFloat(coding.substring(equals + 1));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
