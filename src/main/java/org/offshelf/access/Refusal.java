package org.offshelf.access;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(requiredProperties = { "id", "hour", "status", "account", "address", "count", "lastAt", "method",
        "path" }, description = "Requests refused within an hour, to the same account from the same address.")
record Refusal(@Schema(examples = "31") long id,
        @Schema(description = "The hour they fell into, UTC.", implementation = String.class, format = "date-time", examples = "2026-11-23T03:00:00Z") Instant hour,
        @Schema(description = "401: not or wrongly logged in; 403: without the role, or from another site; 429: guessed too often.", examples = "401") int status,
        @Schema(description = "The account that was named, if there is one of that name, or the holder of a token.", nullable = true, examples = "ann") String account,
        @Schema(description = "The client's address; null for those beyond the first 200 lines of an hour.", nullable = true, examples = "203.0.113.7") String address,
        @Schema(description = "How many they were.", examples = "17") long count,
        @Schema(description = "When the last of them came, UTC.", implementation = String.class, format = "date-time", examples = "2026-11-23T03:09:28.123456Z") Instant lastAt,
        @Schema(description = "Method of the last of them.", examples = "POST") String method,
        @Schema(description = "Path of the last of them, without the query.", examples = "/v1/accounts") String path) {

    static Refusal of(Object[] row) {
        return new Refusal(((Number) row[0]).longValue(), instant(row[1]), ((Number) row[2]).intValue(),
                orNull(row[3]), orNull(row[4]), ((Number) row[5]).longValue(), instant(row[6]), (String) row[7],
                (String) row[8]);
    }

    private static String orNull(Object text) {
        return ((String) text).isEmpty() ? null : (String) text;
    }

    private static Instant instant(Object utc) {
        return ((LocalDateTime) utc).toInstant(ZoneOffset.UTC);
    }
}
