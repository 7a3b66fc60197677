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
import org.offshelf.query.Parent;

@Path("/v1")
@Tag(name = "Apps", description = "One identity behind many spellings")
class AppsResource {

    private final Answers answers;

    AppsResource(Answers answers) {
        this.answers = answers;
    }

    @GET
    @Path("apps")
    @Operation(operationId = "listApps", summary = "List apps")
    @Extension(name = Answers.LIST, value = "apps")
    public Response list(@Context UriInfo uri) {
        return answers.list(AppSchema.APPS, uri);
    }

    @GET
    @Path("apps/aggregate")
    @Operation(operationId = "aggregateApps", summary = "Count apps")
    @Extension(name = Answers.AGGREGATE, value = "apps")
    public Response aggregate(@Context UriInfo uri) {
        return answers.aggregate(AppSchema.APPS, uri);
    }

    @GET
    @Path("apps/{id}")
    @Operation(operationId = "getApp", summary = "Get an app")
    @Extension(name = Answers.RECORD, value = "apps")
    public Response get(String id, @Context UriInfo uri) {
        return answers.one(AppSchema.APPS, id, uri);
    }

    @GET
    @Path("operators/{id}/apps")
    @Operation(operationId = "listAppsOfOperator", summary = "List the apps of an operator")
    @Extension(name = Answers.LIST, value = "apps")
    public Response listAppsOfOperator(String id, @Context UriInfo uri) {
        return answers.list(AppSchema.APPS, uri, new Parent(OperatorSchema.OPERATORS, id, "operator"));
    }
}
