package org.offshelf.source;

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
@Tag(name = "Sources", description = "The documents behind the facts")
class SourcesResource {

    private final Answers answers;

    SourcesResource(Answers answers) {
        this.answers = answers;
    }

    @GET
    @Path("sources")
    @Operation(operationId = "listSources", summary = "List sources")
    @Extension(name = Answers.LIST, value = "sources")
    public Response list(@Context UriInfo uri) {
        return answers.list(SourceSchema.SOURCES, uri);
    }

    @GET
    @Path("sources/aggregate")
    @Operation(operationId = "aggregateSources", summary = "Count sources")
    @Extension(name = Answers.AGGREGATE, value = "sources")
    public Response aggregate(@Context UriInfo uri) {
        return answers.aggregate(SourceSchema.SOURCES, uri);
    }

    @GET
    @Path("sources/{id}")
    @Operation(operationId = "getSource", summary = "Get a source")
    @Extension(name = Answers.RECORD, value = "sources")
    public Response get(String id, @Context UriInfo uri) {
        return answers.one(SourceSchema.SOURCES, id, uri);
    }
}
