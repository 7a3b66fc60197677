package org.offshelf.importing.intake;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.offshelf.http.Problem;

import com.fasterxml.jackson.annotation.JsonRawValue;

@Schema(name = "Import", description = "A document that was taken in, and what became of it.")
record ImportAnswer(@Schema(examples = "imp-7f3k9q2m4c1x") String id,
        @Schema(description = "`queued`, `reading`, `planned` (the report is there, nothing was changed), `applying`, `applied` (in one revision), `unchanged` (the registry held it already), `refused` (see `problem`), `failed`.", implementation = String.class, examples = "planned") ImportState state,
        @Schema(examples = "true") boolean dryRun, Instant created,
        @Schema(description = "When it came to its end.") Instant finished, @Schema(examples = "notice.html") String fileName,
        @Schema(examples = "48213") int bytes, String sha256, ImportProgress progress,
        @Schema(description = "The notice it is.", examples = "miit-2021-11") String notice,
        @Schema(description = "The revision it was applied in, or that held it already.", examples = "185") Long revision,
        @Schema(description = "Why it was refused, or could not be applied.") Problem problem,
        @Schema(description = "What you decided when you last asked for it to be applied; null in lists.") List<Decision> decisions,
        @JsonRawValue @Schema(ref = "ImportReport") String report,
        @Schema(description = "The first 100 rows of the report, where it is asked for alone; `links.rows` has them all.") List<ReportRow> rows,
        Map<String, String> links) {

    static ImportAnswer of(ImportRecord record, List<ReportRow> rows) {
        String self = "/v1/imports/" + record.id();
        return new ImportAnswer(record.id(), record.state(), record.dryRun(), record.created(), record.finished(),
                record.fileName(), record.size(), record.sha256(), record.progress(), record.notice(), record.revision(),
                record.problem(), record.decisions(), record.report(), rows, links(self, record));
    }

    private static Map<String, String> links(String self, ImportRecord record) {
        var links = new LinkedHashMap<String, String>();
        links.put("self", self);
        links.put("rows", self + "/rows");
        links.put("document", self + "/document");
        links.put("events", self + "/events");
        if (record.canBeApplied()) {
            links.put("apply", self + "/apply");
        }
        if (record.revision() != null) {
            links.put("notice", "/v1/notices/" + record.notice());
        }
        return links;
    }
}
