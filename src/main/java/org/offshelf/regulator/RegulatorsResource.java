package org.offshelf.regulator;

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
@Tag(name = "Regulators", description = "Who acts")
class RegulatorsResource {

    private final Answers answers;

    RegulatorsResource(Answers answers) {
        this.answers = answers;
    }

    @GET
    @Path("regulators")
    @Operation(operationId = "listRegulators", summary = "List regulators")
    @Extension(name = Answers.LIST, value = "regulators")
    public Response list(@Context UriInfo uri) {
        return answers.list(RegulatorSchema.REGULATORS, uri);
    }

    @GET
    @Path("regulators/aggregate")
    @Operation(operationId = "aggregateRegulators", summary = "Count regulators")
    @Extension(name = Answers.AGGREGATE, value = "regulators")
    public Response aggregate(@Context UriInfo uri) {
        return answers.aggregate(RegulatorSchema.REGULATORS, uri);
    }

    @GET
    @Path("regulators/{id}")
    @Operation(operationId = "getRegulator", summary = "Get a regulator")
    @Extension(name = Answers.RECORD, value = "regulators")
    public Response get(String id, @Context UriInfo uri) {
        return answers.one(RegulatorSchema.REGULATORS, id, uri);
    }
}
