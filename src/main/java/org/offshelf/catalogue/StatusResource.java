package org.offshelf.catalogue;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.offshelf.http.NoParameters;

@Path("/v1/status")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Registry")
class StatusResource {

    private final StatusReader status;

    StatusResource(StatusReader status) {
        this.status = status;
    }

    @GET
    @Operation(operationId = "getStatus", summary = "Get the state of the registry", description = "The revision, how much is held, "
            + "which data set was loaded, and what the registry runs on.")
    @APIResponseSchema(value = Status.class, responseDescription = "The state of the registry.")
    public Status get(@Context UriInfo uri) {
        NoParameters.in(uri);
        return status.read();
    }
}
