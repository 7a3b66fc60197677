package org.offshelf.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.offshelf.importing.LoadedDataSet;

@Schema(requiredProperties = { "revision", "revisionAt", "today", "records", "dataSet", "database", "version", "startedAt",
        "uptimeSeconds" }, description = "The state of the registry, and of the instance that answers.")
record Status(@Schema(description = "The current revision.", examples = "144") long revision,
        @Schema(description = "When it was written, UTC.", implementation = String.class, format = "date-time", examples = "2026-11-23T03:09:28.123456Z") Instant revisionAt,
        @Schema(description = "The day in Asia/Shanghai by which deadlines count as passed.", implementation = String.class, format = "date", examples = "2026-11-23") LocalDate today,
        @Schema(description = "How many records each collection holds; without those merged or retracted.", examples = "{\"notices\": 136, \"findings\": 751}") Map<String, Long> records,
        DataSet dataSet,
        Database database,
        @Schema(description = "Version of the software.", examples = "1.0.0") String version,
        @Schema(description = "When this instance started, UTC.", implementation = String.class, format = "date-time", examples = "2026-11-23T03:09:30Z") Instant startedAt,
        @Schema(description = "How long ago that is.", examples = "86400") long uptimeSeconds) {

    @Schema(name = "StatusDataSet", requiredProperties = { "name",
            "version" }, description = "The data set this instance started with.")
    record DataSet(
            @Schema(description = "Null if it was told to load none.", nullable = true, examples = "Offshelf bundled data") String name,
            @Schema(nullable = true, examples = "2026-11") String version) {

        static DataSet of(LoadedDataSet loaded) {
            return new DataSet(loaded.name(), loaded.version());
        }
    }

    @Schema(name = "StatusDatabase", requiredProperties = { "product", "version",
            "kind" }, description = "Where the records are kept.")
    record Database(@Schema(examples = "MariaDB") String product, @Schema(examples = "11.4.5-MariaDB") String version,
            @Schema(description = "Whether it came with this instance or is run by somebody.", enumeration = {
                    "embedded",
                    "external" }) String kind){
    }
}
