package org.offshelf.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

@Path("/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
class AuditResource {

    private final Trail trail;
    private final Refusals refusals;

    AuditResource(Trail trail, Refusals refusals) {
        this.trail = trail;
        this.refusals = refusals;
    }

    @GET
    @RolesAllowed(Roles.ADMIN)
    @Cache(noStore = true)
    @Parameter(name = "account", in = ParameterIn.QUERY, description = "Only this account.", schema = @Schema(type = SchemaType.STRING, examples = "ann"))
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "At most this many lines.", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = ""
            + AuditQuery.MOST, defaultValue = "" + AuditQuery.DEFAULT_LIMIT))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "Goes on where a page ended: `meta.nextCursor` of that page.", schema = @Schema(type = SchemaType.STRING))
    @Operation(operationId = "listAudit", summary = "List who wrote what", description = "Every request to write that was let in, newest "
            + "first: who asked, how they showed it, for what, when and from where, how it ended and which revisions it made. A line is "
            + "there before its work begins, so nothing is written without one.")
    public AuditPage<AuditEntry> list(@Context UriInfo uri) {
        AuditQuery query = AuditQuery.of(uri);
        return AuditPage.of("/v1/audit", query, trail.lines(query), AuditEntry::id);
    }

    @GET
    @Path("refusals")
    @RolesAllowed(Roles.ADMIN)
    @Cache(noStore = true)
    @Parameter(name = "account", in = ParameterIn.QUERY, description = "Only this account.", schema = @Schema(type = SchemaType.STRING, examples = "ann"))
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "At most this many lines.", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = ""
            + AuditQuery.MOST, defaultValue = "" + AuditQuery.DEFAULT_LIMIT))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "Goes on where a page ended: `meta.nextCursor` of that page.", schema = @Schema(type = SchemaType.STRING))
    @Operation(operationId = "listRefusals", summary = "List who was turned away", description = "Requests refused for who asked, counted "
            + "by hour, status, account and address, newest first; kept for 90 days.")
    public AuditPage<Refusal> refusals(@Context UriInfo uri) {
        AuditQuery query = AuditQuery.of(uri);
        return AuditPage.of("/v1/audit/refusals", query, refusals.lines(query), Refusal::id);
    }
}
