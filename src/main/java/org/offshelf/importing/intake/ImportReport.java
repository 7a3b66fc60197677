package org.offshelf.importing.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

@Schema(description = "What was understood, and what it changes; the rows are told one by one at `rows`.")
record ImportReport(Document document, Notice notice,
        @Schema(description = "What neither the document nor you have said and must be known before it can be applied; give it as parameters of these names.", examples = "[\"regulator\"]") List<String> missing,
        @Schema(description = "Rows by outcome.", examples = "{\"new\": 31, \"matched\": 5, \"ambiguous\": 2, \"rejected\": 0}") Map<String, Integer> rows,
        @Schema(description = "How the rows differ from what the registry holds of the notice; null when it holds none of it.", examples = "{\"added\": 32, \"changed\": 6, \"unchanged\": 0, \"removed\": 0}") Map<String, Integer> difference,
        Changes changes, @Schema(description = "The first 500.") List<Warning> warnings,
        @Schema(description = "Of all warnings.", examples = "1") int warningCount) {

    @Schema(name = "ImportDocument")
    record Document(@Schema(examples = "html") String format, @Schema(examples = "notice.html") String fileName,
            @Schema(examples = "text/html") String mediaType, @Schema(examples = "48213") int bytes,
            @Schema(examples = "b1946ac92492d2347c6235b4d2611184b1946ac92492d2347c6235b4d2611184") String sha256) {
    }

    @Schema(name = "ImportNotice", description = "The notice as it was understood. What is not known is null.")
    record Notice(@Schema(examples = "miit-2021-11") String id,
            @Schema(description = "Whether the registry does not hold it yet.", examples = "true") boolean isNew,
            @Schema(description = "The last revision that touched what is held of it; null where it is not. Where that is another when the import is applied, nothing is changed and the report is made anew.", examples = "184") Long heldRevision,
            @Schema(description = "How it was recognised, where it is held.", examples = "the same regulator and batch") String recognisedBy,
            List<String> regulator, @Schema(examples = "violation-notice") String kind,
            @Schema(examples = "关于侵害用户权益行为的APP通报（2021年第11批，总第20批）") String title, @Schema(examples = "2021") Integer batchYear,
            @Schema(examples = "11") Integer batchNumber, @Schema(examples = "20") Integer overallNumber, LocalDate published,
            LocalDate deadline, @Schema(description = "Apps, as the notice states.", examples = "38") Integer declaredCount,
            @Schema(description = "Rows that were found.", examples = "38") int found,
            @Schema(description = "The notice it enforces.", examples = "miit-2021-9") String follows,
            @Schema(description = "That notice as printed, where it is not held.") String followsPrinted,
            List<Annex> annexes, @Schema(description = "What is held of it otherwise.") List<Change> changes) {
    }

    @Schema(name = "ImportAnnex")
    record Annex(String title, String owner, String measure, Integer declaredCount, int found, String place) {
    }

    @Schema(name = "ImportChange")
    record Change(@Schema(examples = "version") String field,
            @Schema(description = "Null where nothing was known.") String held,
            String printed) {
    }

    @Schema(name = "ImportChanges", description = "How many records would be created, and how many that are there would be changed.")
    record Changes(Map<String, Integer> created, Map<String, Integer> updated,
            @Schema(description = "Findings retracted, since a corrected version has them no more.") int retracted,
            @Schema(description = "Earlier findings that a removal order escalates.") List<String> escalated) {
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ImportWarning", description = "Something to look at.")
    record Warning(
            @Schema(description = "`format`, `picture`, `not-understood`, `unknown-column`, `inferred`, `count`, `numbering`, `incomplete`, `unknown-phrase`, `unknown-store`, `unknown-notice`, `unknown-regulator`, `dates-kept`, `title`, `no-rows`, `future-date`, `same-document`, `earlier-version`.", examples = "unknown-phrase") String code,
            @Schema(examples = "table 1, row 7") String place, String message,
            @Schema(description = "Rows it is about, where they are more than one.") Integer rows) {
    }
}
