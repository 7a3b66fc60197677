package org.offshelf.finding;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.offshelf.app.AppSchema;
import org.offshelf.app.OperatorSchema;
import org.offshelf.notice.NoticeSchema;
import org.offshelf.query.Answers;
import org.offshelf.query.Parent;

@Path("/v1")
@Tag(name = "Findings", description = "Who was named for what")
class FindingsResource {

    private final Answers answers;

    FindingsResource(Answers answers) {
        this.answers = answers;
    }

    @GET
    @Path("findings")
    @Operation(operationId = "listFindings", summary = "List findings")
    @Extension(name = Answers.LIST, value = "findings")
    public Response list(@Context UriInfo uri) {
        return answers.list(FindingSchema.FINDINGS, uri);
    }

    @GET
    @Path("findings/aggregate")
    @Operation(operationId = "aggregateFindings", summary = "Count findings")
    @Extension(name = Answers.AGGREGATE, value = "findings")
    public Response aggregate(@Context UriInfo uri) {
        return answers.aggregate(FindingSchema.FINDINGS, uri);
    }

    @GET
    @Path("findings/{id}")
    @Operation(operationId = "getFinding", summary = "Get a finding")
    @Extension(name = Answers.RECORD, value = "findings")
    public Response get(String id, @Context UriInfo uri) {
        return answers.one(FindingSchema.FINDINGS, id, uri);
    }

    @GET
    @Path("notices/{id}/findings")
    @Operation(operationId = "listFindingsOfNotice", summary = "List the findings of a notice")
    @Extension(name = Answers.LIST, value = "findings")
    public Response listFindingsOfNotice(String id, @Context UriInfo uri) {
        return answers.list(FindingSchema.FINDINGS, uri, new Parent(NoticeSchema.NOTICES, id, "notice"));
    }

    @GET
    @Path("apps/{id}/findings")
    @Operation(operationId = "listFindingsOfApp", summary = "List the findings about an app")
    @Extension(name = Answers.LIST, value = "findings")
    public Response listFindingsOfApp(String id, @Context UriInfo uri) {
        return answers.list(FindingSchema.FINDINGS, uri, new Parent(AppSchema.APPS, id, "app"));
    }

    @GET
    @Path("operators/{id}/findings")
    @Operation(operationId = "listFindingsOfOperator", summary = "List the findings about an operator's apps")
    @Extension(name = Answers.LIST, value = "findings")
    public Response listFindingsOfOperator(String id, @Context UriInfo uri) {
        return answers.list(FindingSchema.FINDINGS, uri, new Parent(OperatorSchema.OPERATORS, id, "operator"));
    }
}
