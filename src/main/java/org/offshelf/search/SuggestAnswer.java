package org.offshelf.search;

import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.offshelf.ledger.Reading;
import org.offshelf.query.Finder;
import org.offshelf.query.Match;
import org.offshelf.query.Summaries;

@Schema(description = "What the text being typed may become.")
record SuggestAnswer(Meta meta, List<Suggestion> results) {

    static SuggestAnswer of(SearchQuery query, Reading reading, Finder.Found found,
            Map<String, Map<String, Summaries.Summary>> summaries) {
        return new SuggestAnswer(new Meta(query.q(), reading.revision()), found.hits().stream().map(hit -> {
            Summaries.Summary summary = summaries.get(hit.schema().name()).get(hit.id());
            String text = hit.matchedOn().stream().findFirst().map(Match::text).orElse(summary.label());
            return new Suggestion(text, hit.schema().name(), hit.id(), summary.label(),
                    query.moment().link(SearchAnswer.href(hit.schema(), summary)));
        }).toList());
    }

    @Schema(name = "SuggestMeta")
    record Meta(@Schema(examples = "dy") String q, @Schema(examples = "184") long revision) {
    }

    @Schema(name = "Suggestion")
    record Suggestion(@Schema(description = "The name or alias that was found.", examples = "抖音") String text,
            @Schema(description = "The collection.", examples = "apps") String type,
            @Schema(examples = "app-1v3wxay8") String id,
            @Schema(description = "What the record is called.", examples = "抖音") String label,
            @Schema(examples = "/v1/apps/app-1v3wxay8") String href) {
    }
}
