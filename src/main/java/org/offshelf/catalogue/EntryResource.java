package org.offshelf.catalogue;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.offshelf.http.NoParameters;
import org.offshelf.query.Answers;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Registry", description = "The registry itself")
class EntryResource {

    private final Answers answers;

    EntryResource(Answers answers) {
        this.answers = answers;
    }

    @GET
    @Operation(operationId = "getEntry", summary = "Start here: links to everything", description = "What this is, under "
            + "what terms the data can be used, which collections there are, and where everything else is.")
    @APIResponseSchema(value = EntryDocument.class, responseDescription = "The entry document.")
    public Response get(@Context UriInfo uri) {
        NoParameters.in(uri);
        return answers.current(uri, reading -> EntryDocument.of(reading.revision()));
    }
}
