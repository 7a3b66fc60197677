package org.offshelf.access;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(requiredProperties = { "id", "at", "account", "roles", "authentication", "operation", "method", "path", "address",
        "requestId", "status", "revisions" }, description = "A request to write that was let in.")
record AuditEntry(@Schema(description = "Counts up.", examples = "812") long id,
        @Schema(description = "When it arrived, UTC.", implementation = String.class, format = "date-time", examples = "2026-11-23T03:09:28.123456Z") Instant at,
        @Schema(description = "Who asked: an account, or subject and issuer of a token.", examples = "ann") String account,
        @Schema(description = "The roles the account had then.", examples = "[\"curator\"]") List<String> roles,
        @Schema(description = "How it showed who it is.", examples = "basic") String authentication,
        @Schema(description = "What was asked, as named in the OpenAPI document.", examples = "openAccount") String operation,
        @Schema(examples = "POST") String method,
        @Schema(description = "Without the query.", examples = "/v1/accounts") String path,
        @Schema(description = "The client's address.", examples = "203.0.113.7") String address,
        @Schema(description = "The `X-Request-Id` of the answer.", examples = "e2c7c9d3-2d42-4148-84b2-84e58cc74cdb") String requestId,
        @Schema(description = "Status of the answer; null while there is none, or where the instance was killed before.", nullable = true, examples = "201") Integer status,
        @Schema(description = "The revisions it made, also those of a job it started.", examples = "[145]") List<Long> revisions) {

    static AuditEntry of(AuditLine line, List<Long> revisions) {
        return new AuditEntry(line.id, line.at.toInstant(ZoneOffset.UTC), line.account,
                line.roles.isEmpty() ? List.of() : List.of(line.roles.split(",")), line.authentication, line.operation,
                line.method, line.path, line.address, line.requestId, line.status == null ? null : line.status.intValue(),
                revisions);
    }
}
