package org.offshelf.penalty;

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
@Tag(name = "Statements", description = "What operators answered")
class StatementsResource {

    private final Answers answers;

    StatementsResource(Answers answers) {
        this.answers = answers;
    }

    @GET
    @Path("statements")
    @Operation(operationId = "listStatements", summary = "List statements")
    @Extension(name = Answers.LIST, value = "statements")
    public Response list(@Context UriInfo uri) {
        return answers.list(StatementSchema.STATEMENTS, uri);
    }

    @GET
    @Path("statements/aggregate")
    @Operation(operationId = "aggregateStatements", summary = "Count statements")
    @Extension(name = Answers.AGGREGATE, value = "statements")
    public Response aggregate(@Context UriInfo uri) {
        return answers.aggregate(StatementSchema.STATEMENTS, uri);
    }

    @GET
    @Path("statements/{id}")
    @Operation(operationId = "getStatement", summary = "Get a statement")
    @Extension(name = Answers.RECORD, value = "statements")
    public Response get(String id, @Context UriInfo uri) {
        return answers.one(StatementSchema.STATEMENTS, id, uri);
    }
}
