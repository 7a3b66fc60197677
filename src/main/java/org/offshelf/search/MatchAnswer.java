package org.offshelf.search;

import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.offshelf.query.Licence;

@Schema(description = "Candidates for each name, under the caller's keys.")
record MatchAnswer(Meta meta, Map<String, Result> results) {

    static MatchAnswer of(long revision, Map<String, Result> results) {
        return new MatchAnswer(new Meta(Scoring.THRESHOLD, Scoring.MARGIN, revision, Licence.NAME), results);
    }

    @Schema(name = "MatchMeta")
    record Meta(@Schema(description = "The score from which a candidate can be a match.", examples = "0.9") double threshold,
            @Schema(description = "By how much it must be ahead of the next one.", examples = "0.05") double margin,
            @Schema(examples = "184") long revision, @Schema(examples = Licence.NAME) String licence) {
    }

    @Schema(name = "MatchResult")
    record Result(Understood query, @Schema(description = "At most five, the best first.") List<Candidate> candidates) {
    }

    @Schema(name = "MatchUnderstood", description = "The query as it was understood.")
    record Understood(@Schema(examples = "豆瓣网") String name,
            @Schema(description = "The name without what does not tell two names apart.", examples = "豆瓣网") String comparedAs,
            @Schema(examples = "北京豆网科技有限公司") String operator,
            @Schema(description = "The company without its legal form, place and line of business.", examples = "豆网") String operatorComparedAs,
            @Schema(examples = "app") String kind) {
    }

    @Schema(name = "MatchCandidate")
    record Candidate(@Schema(description = "The collection.", examples = "apps") String type,
            @Schema(examples = "app-2p8qfe1n") String id, @Schema(examples = "豆瓣") String name,
            @Schema(examples = "op-3w0b5tqz") String operator,
            @Schema(description = "From 0 to 1.", examples = "0.97") double score,
            @Schema(description = "Whether it is the one: its score reaches the threshold, and no other comes near.", examples = "true") boolean match,
            List<Reason> reasons, @Schema(examples = "/v1/apps/app-2p8qfe1n") String href) {
    }

    @Schema(name = "MatchReason")
    record Reason(
            @Schema(description = "`exact-name`, `same-name` (but for case, width, script, punctuation or legal form), `alias`, `pinyin`, `sounds-alike`, `initials`, `similar`; `operator-agrees`, `operator-contradicts`, `operator-unknown`.", examples = "alias") String code,
            @Schema(description = "What it was compared with.", examples = "豆瓣网") String text) {
    }
}
