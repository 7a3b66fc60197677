package org.offshelf.snapshot;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(requiredProperties = { "meta", "results", "requests",
        "links" }, description = "The snapshots, the latest first, and what became of those that are not there.")
record SnapshotList(Meta meta, List<Entry> results,
        @Schema(description = "What was asked for since the latest snapshot: under way, refused, or failed.") List<SnapshotRequest> requests,
        Links links) {

    @Schema(name = "SnapshotListMeta", requiredProperties = { "count", "limit", "nextCursor", "licence" })
    record Meta(@Schema(description = "How many snapshots there are.", examples = "41") int count,
            @Schema(description = "The most snapshots an answer holds.", examples = "50") int limit,
            @Schema(description = "`cursor` of the next page; null on the last.", nullable = true, examples = "143") String nextCursor,
            @Schema(description = "SPDX identifier of the terms.", examples = "CC-BY-4.0") String licence) {
    }

    @Schema(name = "SnapshotListLinks", requiredProperties = { "self", "next", "latest", "dcat", "dataset" })
    record Links(@Schema(examples = "/v1/snapshots") String self,
            @Schema(description = "The next page; null on the last.", nullable = true, examples = "/v1/snapshots?limit=50&cursor=143") String next,
            @Schema(description = "The manifest of the latest one.", examples = "/v1/snapshots/latest") String latest,
            @Schema(description = "All of them for data catalogues.", examples = "/v1/snapshots/dcat") String dcat,
            @Schema(description = "All of them for search engines.", examples = "/v1/snapshots/dataset") String dataset) {
    }

    @Schema(name = "SnapshotEntry", requiredProperties = { "revision", "at", "day", "written", "rows", "bytes", "previous",
            "href" })
    record Entry(@Schema(examples = "184") long revision,
            @Schema(description = "When that revision was made, UTC.", implementation = String.class, format = "date-time") Instant at,
            @Schema(description = "On which deadlines are judged.", implementation = String.class, format = "date") LocalDate day,
            @Schema(description = "When the snapshot was written, UTC.", implementation = String.class, format = "date-time") Instant written,
            @Schema(description = "Number of current records of all collections.", examples = "1482") long rows,
            @Schema(description = "Length of all files.", examples = "2312345") long bytes,
            @Schema(description = "Revision of the snapshot before.", nullable = true, examples = "143") Long previous,
            @Schema(description = "Its manifest.", examples = "/v1/snapshots/184") String href) {

        static Entry of(Manifest manifest) {
            return new Entry(manifest.revision(), manifest.at(), manifest.day(), manifest.written(),
                    manifest.collections().stream().mapToLong(Manifest.Part::rows).sum(),
                    manifest.files().stream().mapToLong(FileEntry::bytes).sum(),
                    manifest.previous() == null ? null : manifest.previous().revision(),
                    SnapshotPaths.of(manifest.revision()));
        }
    }
}
