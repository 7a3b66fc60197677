package org.offshelf.timeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One event of a story. Fields that do not apply to it are null. */
@Schema(description = "One event of a story. Fields that do not apply to it are null.")
record TimelineEvent(
        @Schema(description = "The day it happened, or is due; null if the notice bears no date.", examples = "2021-12-09") LocalDate date,
        EventKind event,
        @Schema(description = "The app it happened to.", examples = "app-70fy3psh") String app,
        @Schema(description = "Who acted.", examples = "miit") List<String> regulator,
        @Schema(description = "The notice it comes from.") String notice,
        @Schema(description = "The finding it is about.") String finding,
        @Schema(description = "The listing it changed.") String listing,
        @Schema(description = "The store; `all` for an order that names none.") String store,
        @Schema(description = "The penalty.") String penalty,
        @Schema(description = "Amount of the penalty in `currency`.") BigDecimal amount,
        @Schema(description = "ISO 4217.") String currency,
        @Schema(description = "The operator's statement.") String statement,
        @Schema(description = "The problems as printed, or what it was about in our words.") String summary,
        @Schema(description = "The documents that say so.") List<CitedSource> sources) {

    /** @param locator where in the document; null for the document as a whole */
    @Schema(description = "A document, and where in it.")
    record CitedSource(String id, String title, String publisher, String url, LocalDate published, String locator) {
    }
}
