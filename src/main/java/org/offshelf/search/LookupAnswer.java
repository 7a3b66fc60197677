package org.offshelf.search;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.offshelf.query.CollectionSchema;
import org.offshelf.query.Licence;
import org.offshelf.query.Moment;
import org.offshelf.query.Summaries;

@Schema(description = "What was looked up, in the order asked.")
record LookupAnswer(Meta meta, List<Result> results) {

    static LookupAnswer of(long revision, List<Result> results) {
        return new LookupAnswer(
                new Meta(results.size(), results.stream().filter(Result::found).count(), revision, Licence.NAME), results);
    }

    @Schema(name = "LookupMeta")
    record Meta(@Schema(examples = "4") int asked, @Schema(examples = "2") long found,
            @Schema(description = "The revision that was read.", examples = "184") long revision,
            @Schema(examples = Licence.NAME) String licence) {
    }

    @Schema(name = "LookupResult")
    record Result(@Schema(description = "As it was asked.", examples = "android:com.tencent.mm") String asked,
            @Schema(examples = "true") boolean found,
            @Schema(description = "The collection.", examples = "apps") String type,
            @Schema(examples = "app-xj9s2ybh") String id,
            @Schema(description = "What the record is called.", examples = "微信") String name,
            @Schema(description = "Where it stands, for apps, findings and listings; null for an app that nobody named.", examples = "removal-ordered") String status,
            @Schema(description = "Day of the fact the status comes from.", examples = "2021-12-09") String statusSince,
            @Schema(description = "The finding or listing the status comes from.", examples = "miit-2021-11-3") String statusFrom,
            @Schema(description = "`current`, `retracted` or `merged`.", examples = "current") String standing,
            @Schema(description = "The last revision that changed the record.", examples = "184") Long revision,
            @Schema(examples = "/v1/apps/app-xj9s2ybh") String href,
            @Schema(description = "The record it was merged into.") String movedTo,
            @Schema(description = "Other records that go by the same alias.") List<String> others) {

        static Result missing(String asked) {
            return new Result(asked, false, null, null, null, null, null, null, null, null, null, null, List.of());
        }

        static Result of(String asked, CollectionSchema schema, Summaries.Summary summary, List<String> others,
                Moment moment) {
            return new Result(asked, true, schema.name(), summary.id(), summary.label(), summary.status(),
                    summary.statusSince(), summary.statusFrom(), summary.standing(), summary.revision(),
                    moment.link(SearchAnswer.href(schema, summary)), summary.successor(), others);
        }
    }
}
