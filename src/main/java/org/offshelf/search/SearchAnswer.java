package org.offshelf.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.offshelf.ledger.Reading;
import org.offshelf.query.CollectionSchema;
import org.offshelf.query.Coverage;
import org.offshelf.query.Finder;
import org.offshelf.query.Licence;
import org.offshelf.query.Match;
import org.offshelf.query.Moment;
import org.offshelf.query.Summaries;

import com.fasterxml.jackson.annotation.JsonInclude;

@Schema(description = "The best hits over all collections, and how many each has.")
record SearchAnswer(Meta meta, List<Hit> results, List<Group> groups) {

    static SearchAnswer of(SearchQuery query, Reading reading, Finder.Found found,
            Map<String, Map<String, Summaries.Summary>> summaries, Coverage coverage) {
        List<Hit> hits = new ArrayList<>();
        for (Finder.Hit hit : found.hits()) {
            hits.add(Hit.of(query.moment(), hits.size() + 1, hit, summaries.get(hit.schema().name()).get(hit.id())));
        }
        List<Group> groups = query.schemas().stream()
                .map(schema -> new Group(schema.name(), found.counts().getOrDefault(schema.name(), 0L),
                        query.moment().link(href(schema, query.q()))))
                .toList();
        long count = groups.stream().mapToLong(Group::count).sum();
        return new SearchAnswer(
                new Meta(query.q(), query.phrase().toString(), count, query.limit(), reading.revision(), Licence.NAME,
                        coverage),
                hits, groups);
    }

    private static String href(CollectionSchema schema, String q) {
        return "/v1/" + schema.name() + "?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String href(CollectionSchema schema, Summaries.Summary summary) {
        return "/v1/" + schema.name() + '/' + summary.id();
    }

    record Meta(@Schema(description = "What was asked for.", examples = "抖音") String q,
            @Schema(description = "What was looked for: simplified, half width, lower case, words apart.", examples = "抖音") String understoodAs,
            @Schema(description = "Hits in all collections searched.", examples = "12") long count,
            @Schema(examples = "20") int limit, @Schema(examples = "184") long revision,
            @Schema(examples = Licence.NAME) String licence,
            @JsonInclude(JsonInclude.Include.NON_NULL) Coverage coverage) {
    }

    @Schema(name = "SearchHit")
    record Hit(@Schema(description = "Position, from 1.", examples = "1") int rank,
            @Schema(description = "The collection.", examples = "apps") String type,
            @Schema(examples = "app-1v3wxay8") String id,
            @Schema(description = "What the record is called, in the language asked for; null where only what it refers to has a name.", examples = "抖音") String label,
            @Schema(description = "How well it was found: `exact`, `reading` (pinyin), `initials`, `prefix` (in writing or pinyin), `initials-prefix`, `contains`, `reading-contains` or `words` (all words, not together).", examples = "exact") String quality,
            @Schema(description = "What was found, and in which field of the record or of one it refers to.") List<Match> matchedOn,
            @Schema(examples = "/v1/apps/app-1v3wxay8") String href) {

        static Hit of(Moment moment, int rank, Finder.Hit hit, Summaries.Summary summary) {
            return new Hit(rank, hit.schema().name(), hit.id(), summary.label(), hit.quality().code(), hit.matchedOn(),
                    moment.link(SearchAnswer.href(hit.schema(), summary)));
        }
    }

    @Schema(name = "SearchGroup")
    record Group(@Schema(description = "The collection.", examples = "findings") String type,
            @Schema(description = "How many of its records were found.", examples = "8") long count,
            @Schema(description = "All of them.", examples = "/v1/findings?q=%E6%8A%96%E9%9F%B3") String href) {
    }
}
