package org.offshelf.snapshot;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonIgnore;

@Schema(name = "Snapshot", requiredProperties = { "revision", "at", "day", "written", "schemaVersion", "software", "licence",
        "previous", "override", "collections",
        "files" }, description = "What a snapshot holds, file by file. It never changes.")
record Manifest(@Schema(description = "The revision of the registry it shows.", examples = "184") long revision,
        @Schema(description = "When that revision was made, UTC.", implementation = String.class, format = "date-time", examples = "2026-11-23T03:09:28.123456Z") Instant at,
        @Schema(description = "That day in Asia/Shanghai, on which deadlines are judged.", implementation = String.class, format = "date", examples = "2026-11-23") LocalDate day,
        @Schema(description = "When the snapshot was written, UTC.", implementation = String.class, format = "date-time", examples = "2026-11-23T19:15:04Z") Instant written,
        @Schema(description = "Changes when a field is added, goes or changes its type.", examples = "3f9a61c07b52") String schemaVersion,
        @Schema(description = "Version of the software that wrote it.", examples = "1.0.0") String software,
        @Schema(description = "The terms the data can be used under.", examples = "CC-BY-4.0") String licence,
        @Schema(description = "The snapshot before, from which `changed` and `gone` lead to this one.", nullable = true) Previous previous,
        @Schema(description = "Why it was written although more was gone since the one before than is taken for right.", nullable = true) String override,
        @Schema(description = "What it holds of each collection.") List<Part> collections,
        @Schema(description = "All files but the manifest itself.") List<FileEntry> files) {

    static final String FILE = "manifest.json";

    @JsonIgnore
    Optional<FileEntry> file(String name) {
        return files.stream().filter(file -> file.name().equals(name)).findFirst();
    }

    FileEntry file(String collection, Content content, String format) {
        return files.stream().filter(file -> collection.equals(file.collection()) && content == file.content()
                && format.equals(file.format())).findFirst().orElseThrow();
    }

    @Schema(name = "SnapshotBefore", requiredProperties = { "revision",
            "manifestSha256" }, description = "A snapshot, and the digest by which it is known to be the same.")
    record Previous(@Schema(examples = "143") long revision,
            @Schema(description = "SHA-256 of its manifest.") String manifestSha256) {
    }

    @Schema(name = "SnapshotCollection", requiredProperties = { "name", "rows", "retired",
            "delta" }, description = "How many records of a collection there are.")
    record Part(@Schema(examples = "findings") String name,
            @Schema(description = "Records that speak for themselves.", examples = "751") long rows,
            @Schema(description = "Records that were retracted or merged.", examples = "3") long retired,
            @Schema(description = "What happened since the snapshot before.", nullable = true) Delta delta) {
    }

    /**
     * @param created records the snapshot before does not have
     * @param changed records it has with other values, or that were retired in it
     * @param gone records that were current in it and no longer are
     */
    @Schema(name = "SnapshotDelta", requiredProperties = { "created", "changed",
            "gone" }, description = "Numbers of records that are not as they were.")
    record Delta(@Schema(description = "That are new.", examples = "12") long created,
            @Schema(description = "That have other values, or were restored.", examples = "5") long changed,
            @Schema(description = "That were retracted or merged.", examples = "1") long gone) {
    }
}
