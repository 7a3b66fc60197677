package org.offshelf.app;

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
@Tag(name = "Operators", description = "The companies behind apps")
class OperatorsResource {

    private final Answers answers;

    OperatorsResource(Answers answers) {
        this.answers = answers;
    }

    @GET
    @Path("operators")
    @Operation(operationId = "listOperators", summary = "List operators")
    @Extension(name = Answers.LIST, value = "operators")
    public Response list(@Context UriInfo uri) {
        return answers.list(OperatorSchema.OPERATORS, uri);
    }

    @GET
    @Path("operators/aggregate")
    @Operation(operationId = "aggregateOperators", summary = "Count operators")
    @Extension(name = Answers.AGGREGATE, value = "operators")
    public Response aggregate(@Context UriInfo uri) {
        return answers.aggregate(OperatorSchema.OPERATORS, uri);
    }

    @GET
    @Path("operators/{id}")
    @Operation(operationId = "getOperator", summary = "Get an operator")
    @Extension(name = Answers.RECORD, value = "operators")
    public Response get(String id, @Context UriInfo uri) {
        return answers.one(OperatorSchema.OPERATORS, id, uri);
    }
}
