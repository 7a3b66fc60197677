package org.offshelf.importing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A known record that a printed name may mean.
 *
 * @param operator of an app, if it is known
 * @param score from 0 to 1
 * @param reason in words
 */
@Schema(name = "ImportCandidate", description = "A record that may be meant.")
public record Candidate(@Schema(examples = "app-70fy3psh") String id, @Schema(examples = "小红书") String name,
        @Schema(description = "Who runs an app, if that is known.", examples = "op-6f3n3cky") String operator,
        @Schema(description = "From 0 to 1.", examples = "0.594") double score,
        @Schema(description = "In words.", examples = "the same name; run by another operator, 行吟信息科技（上海）有限公司") String reason) {
}
