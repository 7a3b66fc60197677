package org.offshelf.penalty;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.offshelf.app.OperatorSchema;
import org.offshelf.query.Answers;
import org.offshelf.query.Parent;

@Path("/v1")
@Tag(name = "Penalties", description = "Fines and other penalties")
class PenaltiesResource {

    private final Answers answers;

    PenaltiesResource(Answers answers) {
        this.answers = answers;
    }

    @GET
    @Path("penalties")
    @Operation(operationId = "listPenalties", summary = "List penalties")
    @Extension(name = Answers.LIST, value = "penalties")
    public Response list(@Context UriInfo uri) {
        return answers.list(PenaltySchema.PENALTIES, uri);
    }

    @GET
    @Path("penalties/aggregate")
    @Operation(operationId = "aggregatePenalties", summary = "Count penalties")
    @Extension(name = Answers.AGGREGATE, value = "penalties")
    public Response aggregate(@Context UriInfo uri) {
        return answers.aggregate(PenaltySchema.PENALTIES, uri);
    }

    @GET
    @Path("penalties/{id}")
    @Operation(operationId = "getPenalty", summary = "Get a penalty")
    @Extension(name = Answers.RECORD, value = "penalties")
    public Response get(String id, @Context UriInfo uri) {
        return answers.one(PenaltySchema.PENALTIES, id, uri);
    }

    @GET
    @Path("operators/{id}/penalties")
    @Operation(operationId = "listPenaltiesOfOperator", summary = "List the penalties of an operator")
    @Extension(name = Answers.LIST, value = "penalties")
    public Response listPenaltiesOfOperator(String id, @Context UriInfo uri) {
        return answers.list(PenaltySchema.PENALTIES, uri, new Parent(OperatorSchema.OPERATORS, id, "operator"));
    }
}
