package org.offshelf.coverage;

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
@Tag(name = "Surveys", description = "Who looked through what was published")
class SurveysResource {

    private final Answers answers;

    SurveysResource(Answers answers) {
        this.answers = answers;
    }

    @GET
    @Path("surveys")
    @Operation(operationId = "listSurveys", summary = "List surveys")
    @Extension(name = Answers.LIST, value = "surveys")
    public Response list(@Context UriInfo uri) {
        return answers.list(SurveySchema.SURVEYS, uri);
    }

    @GET
    @Path("surveys/aggregate")
    @Operation(operationId = "aggregateSurveys", summary = "Count surveys")
    @Extension(name = Answers.AGGREGATE, value = "surveys")
    public Response aggregate(@Context UriInfo uri) {
        return answers.aggregate(SurveySchema.SURVEYS, uri);
    }

    @GET
    @Path("surveys/{id}")
    @Operation(operationId = "getSurvey", summary = "Get a survey")
    @Extension(name = Answers.RECORD, value = "surveys")
    public Response get(String id, @Context UriInfo uri) {
        return answers.one(SurveySchema.SURVEYS, id, uri);
    }
}
