package org.offshelf.snapshot;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * @param contentBytes and {@code contentSha256} are those of what is compressed; null where nothing is
 */
@Schema(name = "SnapshotFile", requiredProperties = { "name", "collection", "content", "format", "mediaType", "compression",
        "rows", "bytes", "sha256", "contentBytes", "contentSha256", "href" }, description = "A file of a snapshot.")
record FileEntry(@Schema(examples = "findings.ndjson.gz") String name,
        @Schema(description = "The collection whose records it holds.", nullable = true, examples = "findings") String collection,
        @Schema(description = "`current`: the records as `/v1/{collection}` lists them. `retired`: those retracted or merged, each with `standing`, `standingReason` and `successor`. `changed` and `gone`: of these two, what is new or not as in the snapshot before. `description`: about the snapshot.", implementation = String.class, enumeration = {
                "current", "retired", "changed", "gone", "description" }) Content content,
        @Schema(examples = "ndjson", enumeration = { "ndjson", "csv", "parquet", "json", "text" }) String format,
        @Schema(description = "Of the file as it is sent.", examples = "application/gzip") String mediaType,
        @Schema(description = "What unpacks it; Parquet unpacks itself.", nullable = true, enumeration = "gzip") String compression,
        @Schema(description = "Number of records.", nullable = true, examples = "751") Long rows,
        @Schema(description = "Length of the file.", examples = "81233") long bytes,
        @Schema(description = "SHA-256 of the file; its `ETag` and `Repr-Digest` are the same.") String sha256,
        @Schema(description = "Length when unpacked.", nullable = true, examples = "912233") Long contentBytes,
        @Schema(description = "SHA-256 when unpacked; of `current` in NDJSON it is that of the API's own answer.", nullable = true) String contentSha256,
        @Schema(description = "Where it is.", examples = "/v1/snapshots/184/files/findings.ndjson.gz") String href){
}
