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

@Path("/v1/coverage")
@Tag(name = "Coverage", description = "What is held of what there is")
class CoverageResource {

    private final Answers answers;

    CoverageResource(Answers answers) {
        this.answers = answers;
    }

    @GET
    @Operation(operationId = "listCoverage", summary = "List what is held and what is missing", description = """
            One row for each regulator and year: the notices known to exist, those held, the numbers that are skipped, and the \
            rows held against the rows declared. `meta.coverage` adds up what is missing for the regulators and years asked \
            for; the same stands in every answer that rests on notices, with `state` `none` where nothing at all is held: \
            so that "nothing was found" and "not covered" differ.""")
    @Extension(name = Answers.LIST, value = "coverage")
    public Response list(@Context UriInfo uri) {
        return answers.list(CoverageSchema.COVERAGE, uri);
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "getCoverage", summary = "Get the coverage of a regulator's year")
    @Extension(name = Answers.RECORD, value = "coverage")
    public Response get(String id, @Context UriInfo uri) {
        return answers.one(CoverageSchema.COVERAGE, id, uri);
    }
}
