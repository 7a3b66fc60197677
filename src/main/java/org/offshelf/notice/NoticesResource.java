package org.offshelf.notice;

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
@Tag(name = "Notices", description = "Published acts of regulators")
class NoticesResource {

    private final Answers answers;

    NoticesResource(Answers answers) {
        this.answers = answers;
    }

    @GET
    @Path("notices")
    @Operation(operationId = "listNotices", summary = "List notices")
    @Extension(name = Answers.LIST, value = "notices")
    public Response list(@Context UriInfo uri) {
        return answers.list(NoticeSchema.NOTICES, uri);
    }

    @GET
    @Path("notices/aggregate")
    @Operation(operationId = "aggregateNotices", summary = "Count notices")
    @Extension(name = Answers.AGGREGATE, value = "notices")
    public Response aggregate(@Context UriInfo uri) {
        return answers.aggregate(NoticeSchema.NOTICES, uri);
    }

    @GET
    @Path("notices/{id}")
    @Operation(operationId = "getNotice", summary = "Get a notice")
    @Extension(name = Answers.RECORD, value = "notices")
    public Response get(String id, @Context UriInfo uri) {
        return answers.one(NoticeSchema.NOTICES, id, uri);
    }
}
