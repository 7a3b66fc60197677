package org.offshelf.catalogue;

import java.net.URI;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

/** Sends people to Swagger UI and programs to the entry document. */
@Path("/")
class RootResource {

    @GET
    @Operation(hidden = true)
    public Response get(@Context HttpHeaders request) {
        boolean isBrowser = request.getAcceptableMediaTypes().get(0).isCompatible(MediaType.TEXT_HTML_TYPE)
                && !request.getAcceptableMediaTypes().get(0).isWildcardType();
        return Response.seeOther(URI.create(isBrowser ? "/q/swagger-ui/" : "/v1")).build();
    }
}
