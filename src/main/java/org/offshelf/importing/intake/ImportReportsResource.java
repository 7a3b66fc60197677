package org.offshelf.importing.intake;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.offshelf.access.Roles;
import org.offshelf.http.GivenParameters;
import org.offshelf.http.NoParameters;
import org.offshelf.importing.Difference;
import org.offshelf.importing.RowOutcome;
import org.offshelf.ledger.Coded;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;

@Path("/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
class ImportReportsResource {

    private static final int ROWS = 100;
    private static final int MOST = 1_000;
    private static final int DEFAULT = 50;

    private final Imports imports;
    private final ImportStore store;
    private final RowStore rows;
    private final ProgressEvents events;

    ImportReportsResource(Imports imports, ImportStore store, RowStore rows, ProgressEvents events) {
        this.imports = imports;
        this.store = store;
        this.rows = rows;
        this.events = events;
    }

    @GET
    @RolesAllowed(Roles.CURATOR)
    @Operation(operationId = "listImports", summary = "List imports", description = "The newest first, without their reports.")
    @Parameter(name = "state", in = ParameterIn.QUERY, description = "Only those that stand so.", schema = @Schema(type = SchemaType.STRING, enumeration = {
            "queued", "reading", "planned", "applying", "applied", "unchanged", "refused", "failed" }))
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "How many.", schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "1000", defaultValue = "50"))
    @Parameter(name = "before", in = ParameterIn.QUERY, description = "Id of the import behind which to go on; see `links.next`.", schema = @Schema(type = SchemaType.STRING))
    @APIResponseSchema(ImportList.class)
    public Response list(@Context UriInfo uri) {
        GivenParameters given = given(uri, "state", "limit", "before");
        String state = given.code("state", codes(ImportState.values())).orElse(null);
        int limit = given.number("limit", 0, MOST).orElse(DEFAULT);
        String before = given.single("before").orElse(null);
        given.checkOrTry(uri.getPath());
        ImportState standing = state == null ? null : Coded.of(ImportState.class, state);
        List<ImportAnswer> found = store.list(standing, before, limit).stream().map(one -> ImportAnswer.of(one, null)).toList();
        Map<String, String> links = new LinkedHashMap<>();
        if (limit > 0 && found.size() == limit) {
            links.put("next", "/v1/imports?" + (state == null ? "" : "state=" + state + "&") + "limit=" + limit + "&before="
                    + found.get(limit - 1).id());
        }
        return noStore(new ImportList(new ImportList.Meta(store.count(standing), limit), found, links));
    }

    @GET
    @RolesAllowed(Roles.CURATOR)
    @Path("{id}")
    @Operation(operationId = "getImport", summary = "Get an import and its report", description = "How far it is, and once it is read, what was understood.")
    @APIResponseSchema(ImportAnswer.class)
    public Response get(@Parameter(description = "Id of the import.", example = "imp-7f3k9q2m4c1x") String id,
            @Context UriInfo uri) {
        NoParameters.in(uri);
        ImportRecord record = imports.get(id);
        return noStore(ImportAnswer.of(record, record.report() == null ? null : imports.rows(id, ROWS)));
    }

    @GET
    @RolesAllowed(Roles.CURATOR)
    @Path("{id}/rows")
    @Operation(operationId = "listRowsOfImport", summary = "List the rows of an import's report", description = "In the order of the document, then those that are held and not in it, and rows that were rejected as they were read.")
    @Parameter(name = "outcome", in = ParameterIn.QUERY, description = "Only rows with this outcome.", schema = @Schema(type = SchemaType.STRING, enumeration = {
            "new", "matched", "ambiguous", "rejected" }))
    @Parameter(name = "difference", in = ParameterIn.QUERY, description = "Only rows that differ so from what is held.", schema = @Schema(type = SchemaType.STRING, enumeration = {
            "added", "changed", "unchanged", "removed" }))
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "How many.", schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "1000", defaultValue = "50"))
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "Number of the row behind which to go on; see `links.next`.", schema = @Schema(type = SchemaType.INTEGER, minimum = "0"))
    @APIResponseSchema(ImportRows.class)
    public Response rows(@Parameter(description = "Id of the import.", example = "imp-7f3k9q2m4c1x") String id,
            @Context UriInfo uri) {
        GivenParameters given = given(uri, "outcome", "difference", "limit", "after");
        String outcome = given.code("outcome", codes(RowOutcome.values())).orElse(null);
        String difference = given.code("difference", codes(Difference.values())).orElse(null);
        int limit = given.number("limit", 0, MOST).orElse(DEFAULT);
        int after = given.number("after", 0, Integer.MAX_VALUE).orElse(0);
        given.checkOrTry(uri.getPath());
        imports.get(id);
        return noStore(ImportRows.of(id, outcome, difference, limit, rows.count(id, outcome, difference),
                rows.rows(id, outcome, difference, after, limit)));
    }

    @GET
    @RolesAllowed(Roles.CURATOR)
    @Path("{id}/document")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(operationId = "getDocumentOfImport", summary = "Get the document as it came", description = "For saving only: it is never shown as what it says it is.")
    @APIResponse(responseCode = "200", description = "The bytes that were uploaded.", content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response document(@Parameter(description = "Id of the import.", example = "imp-7f3k9q2m4c1x") String id,
            @Context UriInfo uri) {
        NoParameters.in(uri);
        ImportRecord record = imports.get(id);
        return Response.ok(store.document(id)).header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + URLEncoder
                        .encode(record.fileName() == null ? id : record.fileName(), StandardCharsets.UTF_8).replace("+", "%20"))
                .build();
    }

    @GET
    @RolesAllowed(Roles.CURATOR)
    @Path("{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(operationId = "followImport", summary = "Follow an import's progress", description = "Server-sent events: `progress` whenever it has come further, and at the end one event named like the state it ended in.")
    @APIResponse(responseCode = "200", description = "Events, until the import has come to its end.", content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = ImportEvent.class)))
    public Multi<OutboundSseEvent> follow(
            @Parameter(description = "Id of the import.", example = "imp-7f3k9q2m4c1x") String id, @Context UriInfo uri) {
        NoParameters.in(uri);
        imports.get(id);
        return events.of(id);
    }

    private static GivenParameters given(UriInfo uri, String... known) {
        return new GivenParameters(uri.getQueryParameters()).requireKnown(List.of(known));
    }

    private static List<String> codes(Coded... values) {
        return Arrays.stream(values).map(Coded::code).toList();
    }

    private static Response noStore(Object answer) {
        return Response.ok(answer).header("Cache-Control", "no-store").build();
    }
}
