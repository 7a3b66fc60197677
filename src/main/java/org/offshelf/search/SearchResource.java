package org.offshelf.search;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.offshelf.ledger.Reading;
import org.offshelf.query.Answers;
import org.offshelf.query.CollectionSchema;
import org.offshelf.query.Coverage;
import org.offshelf.query.CoverageScope;
import org.offshelf.query.Coverages;
import org.offshelf.query.Finder;
import org.offshelf.query.Links;
import org.offshelf.query.Moments;
import org.offshelf.query.Summaries;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Search", description = "Across collections: search, typeahead, lookup and match")
class SearchResource {

    private static final String TYPES = "apps,operators,regulators,stores,categories,notices,findings,listings,penalties,"
            + "statements,sources";

    private final Answers answers;
    private final Moments moments;
    private final Finder finder;
    private final Summaries summaries;
    private final Coverages coverages;

    SearchResource(Answers answers, Moments moments, Finder finder, Summaries summaries,
            Coverages coverages) {
        this.answers = answers;
        this.moments = moments;
        this.finder = finder;
        this.summaries = summaries;
        this.coverages = coverages;
    }

    @GET
    @Path("search")
    @Operation(operationId = "search", summary = "Search everything", description = "The best hits over all collections, and how many each collection has. Whole names come before "
            + "beginnings, beginnings before the rest; `matchedOn` says what was found. To see all hits of one collection, follow "
            + "its link: there `q` goes together with every filter.")
    @Extension(name = Answers.MOMENT, value = "true")
    @APIResponseSchema(SearchAnswer.class)
    public Response search(
            @Parameter(description = "What to look for: Chinese in both scripts, pinyin, initials, Latin words. At most 200 characters.", required = true, example = "抖音") @RestQuery String q,
            @Parameter(description = "The collections to search, separated by commas; all without it: " + TYPES
                    + ".") @RestQuery List<String> type,
            @Parameter(description = "How many hits; 0 counts only.", schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "100", defaultValue = "20")) @RestQuery String limit,
            @Parameter(description = "The language of labels.", schema = @Schema(enumeration = { "en",
                    "zh" }, defaultValue = "en")) @RestQuery String lang,
            @Context UriInfo uri) {
        SearchQuery query = SearchQuery.read(uri.getQueryParameters(), moments, Collections.ALL, 0, 20, 100);
        return answers.at(query.moment(), uri, reading -> {
            var context = org.offshelf.query.Context.of(query.language(), reading);
            Finder.Found found = finder.find(query.schemas(), query.phrase(), false, query.limit(), context);
            return SearchAnswer.of(query, reading, found, labels(found, context), coverage(query, reading, uri));
        });
    }

    @GET
    @Path("suggest")
    @Operation(operationId = "suggest", summary = "Complete what is being typed", description = "Typeahead over the names of apps, operators, regulators, stores and categories and the titles of notices: by their "
            + "beginnings, in Chinese, pinyin or initials, then by what they hold. `dy` and `douy` lead to 抖音.")
    @Extension(name = Answers.MOMENT, value = "true")
    @APIResponseSchema(SuggestAnswer.class)
    public Response suggest(
            @Parameter(description = "What has been typed so far. At most 200 characters.", required = true, example = "dy") @RestQuery String q,
            @Parameter(description = "The collections to suggest from, separated by commas; all without it: apps, operators, regulators, stores, categories, notices.") @RestQuery List<String> type,
            @Parameter(description = "How many suggestions.", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "50", defaultValue = "10")) @RestQuery String limit,
            @Parameter(description = "The language of labels.", schema = @Schema(enumeration = { "en",
                    "zh" }, defaultValue = "en")) @RestQuery String lang,
            @Context UriInfo uri) {
        SearchQuery query = SearchQuery.read(uri.getQueryParameters(), moments, Collections.NAMED, 1, 10, 50);
        return answers.at(query.moment(), uri, reading -> {
            var context = org.offshelf.query.Context.of(query.language(), reading);
            Finder.Found found = finder.find(query.schemas(), query.phrase(), true, query.limit(), context);
            return SuggestAnswer.of(query, reading, found, labels(found, context));
        });
    }

    /** Null where only what is no notice's was searched. */
    private Coverage coverage(SearchQuery query, Reading reading, UriInfo uri) {
        return query.schemas().stream().anyMatch(CollectionSchema::isDrawnFromNotices)
                ? coverages.of(CoverageScope.ALL, reading, query.moment().pin(new Links(uri.getRequestUri())))
                : null;
    }

    /** Ids are one namespace within a collection only, so the names come by collection. */
    private Map<String, Map<String, Summaries.Summary>> labels(Finder.Found found, org.offshelf.query.Context context) {
        return Collections.ALL.stream()
                .filter(schema -> found.hits().stream().anyMatch(hit -> hit.schema() == schema))
                .collect(Collectors.toMap(schema -> schema.name(), schema -> summaries.of(schema,
                        found.hits().stream().filter(hit -> hit.schema() == schema).map(Finder.Hit::id).toList(), context)));
    }
}
