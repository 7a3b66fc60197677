package org.offshelf.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Answers OPTIONS with the methods of exactly this path. */
class OptionsFilter {

    @ServerRequestFilter(preMatching = true)
    RestResponse<Void> allow(ContainerRequestContext request) {
        if (!HttpMethod.OPTIONS.equals(request.getMethod())) {
            return null;
        }
        var endpoints = Endpoints.at(request.getUriInfo().getPath());
        if (endpoints.isEmpty()) {
            throw Problems.notFound(request.getUriInfo().getPath());
        }
        return RestResponse.ResponseBuilder.<Void> noContent().header(HttpHeaders.ALLOW, endpoints.allow()).build();
    }
}
