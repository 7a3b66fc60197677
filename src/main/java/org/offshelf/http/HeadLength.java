package org.offshelf.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Tells a HEAD how long the GET would be: the framework drops the body before anyone has counted it. */
class HeadLength {

    private final ObjectMapper json;

    HeadLength(ObjectMapper json) {
        this.json = json;
    }

    @ServerResponseFilter
    void count(ContainerRequestContext request, ContainerResponseContext response) throws JsonProcessingException {
        var isHead = HttpMethod.HEAD.equals(request.getMethod());
        var isCompressed = request.getHeaderString(HttpHeaders.ACCEPT_ENCODING) != null;
        if (!isHead || isCompressed || response.getEntity() == null
                || response.getHeaders().containsKey(HttpHeaders.CONTENT_LENGTH)) {
            return;
        }
        if (response.getEntity() instanceof byte[] bytes) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_LENGTH, bytes.length);
        } else if (isJson(response.getMediaType()) && !(response.getEntity() instanceof CharSequence)) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_LENGTH, json.writeValueAsBytes(response.getEntity()).length);
        }
    }

    private static boolean isJson(MediaType type) {
        return type != null && "application".equals(type.getType())
                && ("json".equals(type.getSubtype()) || type.getSubtype().endsWith("+json"));
    }
}
