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
import org.offshelf.ledger.Reading;
import org.offshelf.ledger.Readings;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Registry", description = "The registry itself")
class EntryResource {

    private final Readings readings;

    EntryResource(Readings readings) {
        this.readings = readings;
    }

    @GET
    @Operation(operationId = "getEntry", summary = "Start here: links to everything")
    @APIResponseSchema(value = EntryDocument.class, responseDescription = "The entry document.")
    public EntryDocument get(@Context UriInfo uri) {
        NoParameters.in(uri);
        return EntryDocument.of(readings.current(Reading::revision));
    }
}
