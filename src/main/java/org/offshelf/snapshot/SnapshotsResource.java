package org.offshelf.snapshot;

import java.net.URI;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.offshelf.access.Roles;
import org.offshelf.http.ConditionalGet;
import org.offshelf.http.NoParameters;
import org.offshelf.http.ProblemException;
import org.offshelf.http.ProblemType;

import io.quarkus.security.identity.SecurityIdentity;

@Path(SnapshotPaths.ALL)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Snapshots", description = "The whole registry as files")
class SnapshotsResource {

    private static final String REVISION = "Its revision, or `latest`.";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String CURRENT = "no-cache";

    private final Snapshots snapshots;
    private final SecurityIdentity identity;
    private final HttpHeaders request;

    SnapshotsResource(Snapshots snapshots, SecurityIdentity identity, HttpHeaders request) {
        this.snapshots = snapshots;
        this.identity = identity;
        this.request = request;
    }

    @GET
    @Operation(operationId = "listSnapshots", summary = "List the snapshots", description = "Exports of the whole registry at a revision, "
            + "the latest first. They never change.")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "The most snapshots to show.", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "50"))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "Where to go on: `meta.nextCursor` of the page before.", schema = @Schema(type = SchemaType.STRING))
    @APIResponseSchema(value = SnapshotList.class, responseDescription = "The snapshots.")
    public SnapshotList list(@Context UriInfo uri) {
        SnapshotQuery query = SnapshotQuery.of(uri);
        return snapshots.list(query, uri.getRequestUri().getRawQuery() == null ? SnapshotPaths.ALL
                : SnapshotPaths.ALL + '?' + uri.getRequestUri().getRawQuery());
    }

    @POST
    @RolesAllowed({ Roles.ADMIN, Roles.CURATOR })
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "writeSnapshot", summary = "Write a snapshot of the current revision", description = """
            One is written every day if there is something new; this is for those who cannot wait. Where the current revision
            has one already, that is the answer. A snapshot from which too much is gone since the one before is refused with
            409, unless an admin says in `override` why that is right.""")
    @APIResponse(responseCode = "200", description = "It was there already.", content = @Content(schema = @Schema(implementation = Manifest.class)))
    @APIResponse(responseCode = "201", description = "It is written; `Location` is where.", content = @Content(schema = @Schema(implementation = Manifest.class)))
    @APIResponse(responseCode = "202", description = "It is being written; `Location` is where it will be.", content = @Content(schema = @Schema(implementation = SnapshotRequest.class)))
    @APIResponse(responseCode = "409", ref = "Conflict")
    public Response write(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NewSnapshot.class), examples = {
                    @ExampleObject(name = "plain", summary = "As every day", value = "{}"),
                    @ExampleObject(name = "override", summary = "Although much is gone", value = """
                            {"override": "The listings of a closed store were retracted."}""") })) NewSnapshot wanted,
            @Context UriInfo uri) {
        NoParameters.in(uri);
        wanted.check();
        String override = wanted.override();
        if (override != null && !identity.hasRole(Roles.ADMIN)) {
            throw ProblemException.of(ProblemType.FORBIDDEN, "Only an admin can override what holds a snapshot back.");
        }
        Snapshots.Outcome outcome = snapshots.write(override);
        URI location = URI.create(SnapshotPaths.of(outcome.revision()));
        return switch (outcome.state()) {
            case WRITTEN -> Response.status(outcome.isNew() ? 201 : 200).location(location)
                    .entity(snapshots.get(Long.toString(outcome.revision())).bytes()).build();
            case QUEUED, WRITING -> Response.status(202).location(location).header("Retry-After", 5)
                    .entity(outcome.request()).build();
            case REFUSED, FAILED -> throw new ProblemException(outcome.request().problem());
        };
    }

    @GET
    @Path("{revision}")
    @Operation(operationId = "getSnapshot", summary = "Get the manifest of a snapshot", description = "All its files with rows, bytes and "
            + "digests. Whoever has the snapshot before can take `changed` and `gone` of each collection instead of all of it: each row "
            + "is a record whole, and takes the place of that with the same id.")
    @APIResponse(responseCode = "200", description = "The manifest.", headers = @Header(name = "ETag", description = "SHA-256 of the manifest.", schema = @Schema(type = SchemaType.STRING)), content = @Content(schema = @Schema(implementation = Manifest.class)))
    public Response get(@RestPath @Parameter(description = REVISION, example = "latest") String revision,
            @Context UriInfo uri) {
        NoParameters.in(uri);
        SnapshotFolder.Published published = snapshots.get(revision);
        boolean isPinned = !revision.equals(Snapshots.LATEST);
        var answer = ConditionalGet.answer(request, '"' + published.manifestSha256() + '"', isPinned ? FOR_EVER : CURRENT,
                published::bytes);
        var response = Response.status(answer.getStatus()).entity(answer.getEntity());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.header(name, value)));
        return response.header(HttpHeaders.CONTENT_LOCATION, SnapshotPaths.of(published.manifest().revision())).build();
    }

    @GET
    @Path("{revision}/files/{name}")
    @Produces(MediaType.WILDCARD)
    @Operation(operationId = "getSnapshotFile", summary = "Get a file of a snapshot", description = "Whole, or a part of it with `Range`. "
            + "Of `latest`, a redirect to the file of the snapshot that is the latest now, so that parts fit together.")
    @Parameter(name = "Range", in = ParameterIn.HEADER, description = "One range of bytes, such as `bytes=0-1023`; several are answered with the whole.", schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "If-Range", in = ParameterIn.HEADER, description = "The part is wanted only if the file still has this `ETag` or `Last-Modified`.", schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "200", description = "The file.", headers = {
            @Header(name = "ETag", description = "SHA-256 of the file, in hexadecimal digits.", schema = @Schema(type = SchemaType.STRING)),
            @Header(name = "Repr-Digest", description = "The same digest (RFC 9530).", schema = @Schema(type = SchemaType.STRING)) }, content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "206", description = "The part of it.", headers = @Header(name = "Content-Range", description = "Which bytes, and of how many.", schema = @Schema(type = SchemaType.STRING)), content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "307", description = "Of `latest`: where the file is.")
    @APIResponse(responseCode = "416", description = "The file is shorter.", content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "Problem")))
    public Response file(@RestPath @Parameter(description = REVISION, example = "latest") String revision,
            @RestPath @Parameter(description = "Name of the file, from the manifest.", example = "findings.ndjson.gz") String name,
            @Context UriInfo uri) {
        NoParameters.in(uri);
        SnapshotFolder.Published published = snapshots.get(revision);
        FileAnswer file = published.file(name).orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND,
                "The snapshot of revision " + published.manifest().revision() + " has no file `" + name
                        + "`; its manifest lists those it has: " + SnapshotPaths.of(published.manifest().revision())));
        if (revision.equals(Snapshots.LATEST)) {
            return Response.status(307)
                    .location(URI
                            .create(SnapshotPaths.file(published.manifest().revision(), file.file().getFileName().toString())))
                    .header(HttpHeaders.CACHE_CONTROL, CURRENT).build();
        }
        return file.to(request);
    }
}
