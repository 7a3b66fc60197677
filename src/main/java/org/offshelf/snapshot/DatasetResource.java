package org.offshelf.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.offshelf.http.ConditionalGet;
import org.offshelf.http.NoParameters;

/** The addresses that stay, under which catalogues and search engines find the snapshots. */
@Path(SnapshotPaths.ALL)
@Tag(name = "Snapshots")
class DatasetResource {

    private final Snapshots snapshots;
    private final HttpHeaders request;

    DatasetResource(Snapshots snapshots, HttpHeaders request) {
        this.snapshots = snapshots;
        this.request = request;
    }

    @GET
    @Path("dcat")
    @Produces({ JsonLd.MEDIA_TYPE, MediaType.APPLICATION_JSON })
    @Operation(operationId = "getDcat", summary = "Describe the data set to data catalogues", description = "DCAT 3 as JSON-LD: the files of "
            + "the latest snapshot, and all versions there are.")
    @APIResponse(responseCode = "200", description = "The data set.", content = @Content(mediaType = JsonLd.MEDIA_TYPE, schema = @Schema(type = SchemaType.OBJECT)))
    public Response dcat(@Context UriInfo uri) {
        NoParameters.in(uri);
        return json(absolute(uri).dcat(snapshots.latest().manifest(), snapshots.revisions()));
    }

    @GET
    @Path("dataset")
    @Produces({ JsonLd.MEDIA_TYPE, MediaType.APPLICATION_JSON, MediaType.TEXT_HTML })
    @Operation(operationId = "getDataset", summary = "Describe the data set to search engines", description = "A schema.org `Dataset` as "
            + "JSON-LD; with `Accept: text/html` the page that holds it, as crawlers want it.")
    @APIResponse(responseCode = "200", description = "The data set.", content = {
            @Content(mediaType = JsonLd.MEDIA_TYPE, schema = @Schema(type = SchemaType.OBJECT)),
            @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)) })
    public Response dataset(@Context UriInfo uri) {
        NoParameters.in(uri);
        Manifest latest = snapshots.latest().manifest();
        Map<String, Object> dataset = absolute(uri).dataset(latest, SnapshotPaths.DATASET);
        boolean isPage = request.getAcceptableMediaTypes().stream().filter(type -> !type.isWildcardSubtype()).findFirst()
                .filter(MediaType.TEXT_HTML_TYPE::isCompatible).isPresent();
        return isPage ? answer(DatasetPage.of(latest, SnapshotJson.text(dataset)), "text/html;charset=UTF-8") : json(dataset);
    }

    private Response json(Map<String, Object> document) {
        return answer(SnapshotJson.text(document), JsonLd.MEDIA_TYPE);
    }

    private Response answer(String text, String mediaType) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var answer = ConditionalGet.answer(request, '"' + Digests.of(bytes) + '"', "no-cache", () -> bytes);
        var response = Response.status(answer.getStatus()).entity(answer.getEntity()).type(mediaType);
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.header(name, value)));
        return response.build();
    }

    /** Catalogues want whole addresses: those under which they have asked. */
    private static JsonLd absolute(UriInfo uri) {
        return new JsonLd(path -> uri.getBaseUri().resolve(path).toString());
    }
}
