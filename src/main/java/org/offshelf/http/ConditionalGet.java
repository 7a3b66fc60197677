package org.offshelf.http;

import java.util.function.Supplier;

import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.RestResponse;

/** Answers a GET with its body, or with 304 where the client holds that body already. */
public final class ConditionalGet {

    private ConditionalGet() {
    }

    /** @param body made only if it must be sent */
    public static <T> RestResponse<T> answer(HttpHeaders request, String strongEtag, String cacheControl, Supplier<T> body) {
        var known = IfNoneMatch.parse(request.getHeaderString(HttpHeaders.IF_NONE_MATCH));
        RestResponse.ResponseBuilder<T> response = known.matches(strongEtag) ? RestResponse.ResponseBuilder.notModified()
                : RestResponse.ResponseBuilder.ok(body.get());
        // A 304 carries what the 200 would have (RFC 9110, 15.4.5); Vary is set on every answer elsewhere.
        return response.header(HttpHeaders.ETAG, strongEtag).header(HttpHeaders.CACHE_CONTROL, cacheControl).build();
    }
}
