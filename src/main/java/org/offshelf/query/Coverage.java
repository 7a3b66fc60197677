package org.offshelf.query;

import java.io.IOException;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.core.JsonGenerator;

/**
 * What is known to be missing from what an answer is about.
 *
 * @param missingNotices known to exist, and not held
 * @param missingRows declared by the notices held, and not held
 * @param see where it is told in full
 */
@Schema(name = "CoverageSummary", requiredProperties = { "state", "missingNotices", "missingRows",
        "see" }, description = "What is known to be missing from what the answer is about, by regulator and year, or for the notices asked for.")
public record Coverage(
        @Schema(description = "`complete`: nothing is known to be missing; `partial`: something is; `none`: nothing of it is held, so that"
                + " finding nothing says nothing; `unknown`: nothing says what else there is.", examples = "partial") CoverageState state,
        @Schema(description = "Notices known to exist and not held.", examples = "1") long missingNotices,
        @Schema(description = "Rows that the notices held declare and that are not held.", examples = "1088") long missingRows,
        @Schema(description = "Where it is told in full.", examples = "/v1/coverage?regulator=miit&year=2021") String see) {

    void writeTo(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("coverage");
        json.writeStringField("state", state.code());
        json.writeNumberField("missingNotices", missingNotices);
        json.writeNumberField("missingRows", missingRows);
        json.writeStringField("see", see);
        json.writeEndObject();
    }
}
