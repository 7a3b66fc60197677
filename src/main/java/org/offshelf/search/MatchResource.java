package org.offshelf.search;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.offshelf.query.Answers;
import org.offshelf.query.Moment;
import org.offshelf.query.Moments;

@Path("/v1/match")
@Tag(name = "Search")
class MatchResource {

    private final Moments moments;
    private final NameMatcher matcher;

    MatchResource(Moments moments, NameMatcher matcher) {
        this.moments = moments;
        this.matcher = matcher;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "matchNames", summary = "Match names to records", description = "Up to 100 names of apps or operators, each under a key of your choice, with the operator where you know it. Each gets up to five "
            + "candidates with a score from 0 to 1 and the reasons for it. `match` is true for a candidate whose score is at least 0.9 "
            + "and at least 0.05 ahead of the next one: the same name, alias or pinyin, and nobody else goes by it. An operator that "
            + "contradicts takes a candidate out of question, one that agrees tells namesakes apart.")
    @Extension(name = Answers.MOMENT, value = "true")
    public MatchAnswer match(
            @RequestBody(required = true, content = @Content(examples = @ExampleObject(name = "inventory", summary = "Rows of a spreadsheet", value = """
                    {"queries": {"row17": {"name": "豆瓣网", "operator": "北京豆网科技有限公司", "kind": "app"}, "row18": {"name": "xiaohongshu"}}}"""))) MatchRequest request,
            @Context UriInfo uri) {
        Moment moment = moments.require(uri.getQueryParameters());
        request.check();
        return moments.read(moment, reading -> MatchAnswer.of(reading.revision(), matcher.match(request.queries(), moment)));
    }
}
