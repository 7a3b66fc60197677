package org.offshelf.timeline;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.offshelf.app.AppSchema;
import org.offshelf.app.OperatorSchema;
import org.offshelf.query.Answers;
import org.offshelf.query.CollectionSchema;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Timelines", description = "Stories in order, each event with its source")
class TimelinesResource {

    private final Answers answers;
    private final TimelineReader timelines;

    TimelinesResource(Answers answers, TimelineReader timelines) {
        this.answers = answers;
        this.timelines = timelines;
    }

    @GET
    @Path("apps/{id}/timeline")
    @Operation(operationId = "getTimelineOfApp", summary = "Tell an app's story", description = "Named, deadline, "
            + "not put right, ordered removed, observed removed, restored, fined, answered: oldest first, each with its source. "
            + "A `removal-ordered` event comes from a notice; `removed` and `restored` were observed.")
    @Extension(name = Answers.MOMENT, value = "true")
    @APIResponseSchema(Timeline.class)
    public Response ofApp(@Parameter(description = "Id or alias of the app.", example = "app-70fy3psh") String id,
            @Context UriInfo uri) {
        return timeline(AppSchema.APPS, Subject.APP, id, uri);
    }

    @GET
    @Path("operators/{id}/timeline")
    @Operation(operationId = "getTimelineOfOperator", summary = "Tell an operator's story", description = "What "
            + "happened to all its apps and to itself, oldest first, each with its source.")
    @Extension(name = Answers.MOMENT, value = "true")
    @APIResponseSchema(Timeline.class)
    public Response ofOperator(@Parameter(description = "Id of the operator.", example = "op-6f3n3cky") String id,
            @Context UriInfo uri) {
        return timeline(OperatorSchema.OPERATORS, Subject.OPERATOR, id, uri);
    }

    private Response timeline(CollectionSchema schema, Subject subject, String id, UriInfo uri) {
        return answers.about(schema, id, uri,
                reading -> new Timeline(reading, timelines.read(subject, id, reading)));
    }
}
