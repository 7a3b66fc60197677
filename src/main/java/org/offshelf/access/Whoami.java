package org.offshelf.access;

import java.util.Set;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(requiredProperties = { "name", "roles", "authentication" }, description = "As whom a request was understood.")
record Whoami(
        @Schema(description = "The account; for a bearer token its subject and issuer: the name that stands in the audit trail.", examples = "ann") String name,
        @Schema(description = "What it may do.", examples = "[\"curator\"]") Set<String> roles,
        @Schema(description = "How it showed who it is.", enumeration = {
                "basic",
                "bearer" }, examples = "basic") String authentication){
}
