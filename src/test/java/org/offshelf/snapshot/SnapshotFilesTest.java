package org.offshelf.snapshot;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.offshelf.Api;
import org.offshelf.OwnRegistry;
import org.offshelf.access.Roles;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.response.Response;

@QuarkusTest
@TestProfile(OwnRegistry.class)
@TestSecurity(user = "anna", roles = { Roles.CURATOR, Roles.ADMIN })
class SnapshotFilesTest {

    private JsonNode manifest;
    private String path;
    private byte[] whole;
    private String etag;

    @BeforeEach
    void write() {
        manifest = Archive.written();
        path = "/v1/snapshots/" + Archive.revision(manifest) + "/files/findings.parquet";
        whole = Archive.bytes(manifest, "findings.parquet");
        etag = '"' + Digests.of(whole) + '"';
    }

    private Response get(Map<String, String> headers) {
        return given().headers(headers).get(path);
    }

    @ParameterizedTest
    @ValueSource(strings = { "identity", "gzip", "gzip, deflate, br, zstd" })
    void theWholeFileSaysWhatItIs(String coding) {
        // What is compressed already is sent as it is, whatever the client would unpack
        Response response = given().config(RestAssured.config().decoderConfig(
                DecoderConfig.decoderConfig().noContentDecoders())).header("Accept-Encoding", coding)
                .get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.asByteArray()).isEqualTo(whole);
        assertThat(response.header("ETag")).isEqualTo(etag);
        assertThat(response.header("Content-Encoding")).isIn(null, "identity");
        assertThat(response.header("Content-Length")).isEqualTo(String.valueOf(whole.length));
        assertThat(response.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(response.header("Content-Type")).isEqualTo("application/vnd.apache.parquet");
        assertThat(response.header("Cache-Control")).contains("immutable");
        assertThat(response.header("Content-Disposition")).isEqualTo("attachment; filename=\"findings.parquet\"");
        assertThat(response.header("Repr-Digest")).isEqualTo("sha-256=:" + Base64.getEncoder()
                .encodeToString(HexFormat.of().parseHex(Digests.of(whole))) + ":");
        assertThat(response.header("Last-Modified")).matches("\\w{3}, \\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT");
    }

    @Test
    void headIsGetWithoutTheBytes() {
        Response response = given().head(path);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.asByteArray()).isEmpty();
        assertThat(response.header("Content-Length")).isEqualTo(String.valueOf(whole.length));
        assertThat(response.header("ETag")).isEqualTo(etag);
        assertThat(response.header("Accept-Ranges")).isEqualTo("bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = { "identity", "gzip" })
    void aRangeIsAPart(String coding) {
        Response first = get(Map.of("Range", "bytes=0-3", "Accept-Encoding", coding));
        assertThat(first.statusCode()).isEqualTo(206);
        assertThat(first.asString()).isEqualTo("PAR1");
        assertThat(first.header("Content-Range")).isEqualTo("bytes 0-3/" + whole.length);
        assertThat(first.header("Content-Length")).isEqualTo("4");
        assertThat(first.header("ETag")).isEqualTo(etag);
        assertThat(first.header("Repr-Digest")).startsWith("sha-256=:");
        assertPart(get(Map.of("Range", "bytes=-8", "Accept-Encoding", coding)), whole.length - 8, whole.length);
        assertPart(get(Map.of("Range", "bytes=100-", "Accept-Encoding", coding)), 100, whole.length);
        assertPart(get(Map.of("Range", "bytes=100-999999999999", "Accept-Encoding", coding)), 100, whole.length);
        assertPart(get(Map.of("Range", "bytes=-999999999999", "Accept-Encoding", coding)), 0, whole.length);
    }

    private void assertPart(Response response, int from, int to) {
        assertThat(response.statusCode()).isEqualTo(206);
        assertThat(response.asByteArray()).isEqualTo(Arrays.copyOfRange(whole, from, to));
        assertThat(response.header("Content-Range")).isEqualTo("bytes " + from + "-" + (to - 1) + "/" + whole.length);
    }

    @ParameterizedTest
    @ValueSource(strings = { "bytes=0-1,5-6", "bytes=5-2", "bytes=-", "bytes=a-b", "lines=1-2", "bytes=99999999999999999999-" })
    void whatIsNoSingleRangeIsTheWhole(String range) {
        Response response = get(Map.of("Range", range));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.asByteArray()).hasSize(whole.length);
    }

    @ParameterizedTest
    @ValueSource(strings = { "bytes=999999999-", "bytes=999999999-1000000000", "bytes=-0" })
    void whatLiesBehindTheEndIsNotThere(String range) {
        Response response = get(Map.of("Range", range));
        assertThat(response.statusCode()).isEqualTo(416);
        assertThat(response.contentType()).isEqualTo("application/problem+json");
        assertThat(response.header("Content-Range")).isEqualTo("bytes */" + whole.length);
    }

    @Test
    void aDownloadIsTakenUpWhereItBrokeOff() {
        String modified = given().head(path).header("Last-Modified");
        assertThat(get(Map.of("Range", "bytes=9-", "If-Range", etag)).statusCode()).isEqualTo(206);
        assertThat(get(Map.of("Range", "bytes=9-", "If-Range", modified)).statusCode()).isEqualTo(206);
        assertThat(get(Map.of("Range", "bytes=9-", "If-Range", "\"another\"")).statusCode()).isEqualTo(200);
        assertThat(get(Map.of("Range", "bytes=9-", "If-Range", "W/" + etag)).statusCode()).isEqualTo(200);
        assertThat(get(Map.of("Range", "bytes=9-", "If-Range", "Mon, 01 Jan 2001 00:00:00 GMT")).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsHeldIsNotSentAgain() {
        String modified = given().head(path).header("Last-Modified");
        Response held = get(Map.of("If-None-Match", etag));
        assertThat(held.statusCode()).isEqualTo(304);
        assertThat(held.header("ETag")).isEqualTo(etag);
        assertThat(held.asByteArray()).isEmpty();
        assertThat(get(Map.of("If-Modified-Since", modified)).statusCode()).isEqualTo(304);
        assertThat(get(Map.of("If-Modified-Since", modified, "If-None-Match", "\"another\"")).statusCode()).isEqualTo(200);
        assertThat(get(Map.of("If-None-Match", etag, "Range", "bytes=0-3")).statusCode()).isEqualTo(304);
        Response manifests = given().header("If-None-Match", Api.get("/v1/snapshots/latest").header("ETag"))
                .get("/v1/snapshots/latest");
        assertThat(manifests.statusCode()).isEqualTo(304);
    }

    @Test
    void theLatestLeadsToItsNumber() {
        Response response = Api.get("/v1/snapshots/latest/files/findings.parquet");
        assertThat(response.statusCode()).isEqualTo(307);
        assertThat(response.header("Location")).endsWith(path);
        assertThat(Api.get("/v1/snapshots/latest").header("Content-Location"))
                .isEqualTo("/v1/snapshots/" + Archive.revision(manifest));
        assertThat(Api.get("/v1/snapshots/" + Archive.revision(manifest)).header("Cache-Control")).contains("immutable");
    }

    @ParameterizedTest
    @ValueSource(strings = { "..%2f..%2flatest.json", "%2e%2e/latest.json", "..%5clatest.json", "latest.json", "nothing",
            "%00", "../1/files/manifest.json%00", "%2fetc%2fpasswd" })
    void onlyWhatTheManifestNamesIsAFile(String name) {
        Response response = Api.get("/v1/snapshots/" + Archive.revision(manifest) + "/files/" + name);
        assertThat(response.statusCode()).as(response.asString()).isIn(400, 404);
        assertThat(response.contentType()).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = { "999999", "0", "01", "-1", "latest.json", "99999999999999999999" })
    void onlyANumberIsASnapshot(String revision) {
        assertThat(Api.get("/v1/snapshots/" + revision).statusCode()).isEqualTo(404);
        assertThat(Api.get("/v1/snapshots/" + revision + "/files/manifest.json").statusCode()).isEqualTo(404);
    }

    @Test
    void noParameterIsIgnored() {
        assertThat(Api.get(path + "?x=1").statusCode()).isEqualTo(400);
        assertThat(Api.get("/v1/snapshots/latest?x=1").statusCode()).isEqualTo(400);
        assertThat(Api.get("/v1/snapshots/dcat?x=1").statusCode()).isEqualTo(400);
        assertThat(Api.get("/v1/snapshots/dataset?x=1").statusCode()).isEqualTo(400);
    }
}
