package org.offshelf.correction;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.offshelf.query.Answers;

@Path("/v1")
@Tag(name = "Corrections", description = "What is said to be wrong, and what came of it")
class CorrectionsResource {

    private final Answers answers;

    CorrectionsResource(Answers answers) {
        this.answers = answers;
    }

    @GET
    @Path("corrections")
    @Operation(operationId = "listCorrections", summary = "List requests for corrections")
    @Extension(name = Answers.LIST, value = "corrections")
    public Response list(@Context UriInfo uri) {
        return answers.list(CorrectionSchema.CORRECTIONS, uri);
    }

    @GET
    @Path("corrections/aggregate")
    @Operation(operationId = "aggregateCorrections", summary = "Count requests for corrections")
    @Extension(name = Answers.AGGREGATE, value = "corrections")
    public Response aggregate(@Context UriInfo uri) {
        return answers.aggregate(CorrectionSchema.CORRECTIONS, uri);
    }

    @GET
    @Path("corrections/{id}")
    @Operation(operationId = "getCorrection", summary = "Get a request for a correction")
    @Extension(name = Answers.RECORD, value = "corrections")
    public Response get(String id, @Context UriInfo uri) {
        return answers.one(CorrectionSchema.CORRECTIONS, id, uri);
    }
}
