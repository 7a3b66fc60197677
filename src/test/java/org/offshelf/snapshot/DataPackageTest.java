package org.offshelf.snapshot;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offshelf.Api;
import org.offshelf.EmptyRegistry;
import org.offshelf.access.Roles;
import org.offshelf.catalogue.Catalogue;
import org.offshelf.importing.SmallRegistry;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;

/**
 * Holds the description of the tables to the rules of Data Package 2.0, and the tables to their description: those of the
 * bundled
 * data, which no test writes to.
 */
@QuarkusTest
@TestProfile(EmptyRegistry.class)
@TestSecurity(user = "anna", roles = { Roles.CURATOR, Roles.ADMIN })
class DataPackageTest {

    /** https://datapackage.org/standard/table-schema/#field-types */
    private static final Set<String> TYPES = Set.of("string", "number", "integer", "boolean", "object", "array", "list",
            "datetime", "date", "time", "year", "yearmonth", "duration", "geopoint", "geojson", "any");

    private static boolean isMade;

    @Inject
    SmallRegistry registry;

    /** Once: the snapshots of a registry that begins anew would be those of another one. */
    @BeforeEach
    void make(@TempDir Path folder) throws IOException {
        if (!isMade) {
            registry.make(folder);
            isMade = true;
        }
    }

    @Test
    void theTablesAreAsDescribed() throws IOException {
        JsonNode manifest = Archive.written();
        JsonNode described = document(manifest, DataPackage.FILE);
        assertThat(described.get("$schema").textValue()).isEqualTo("https://datapackage.org/profiles/2.0/datapackage.json");
        assertThat(described.get("name").textValue()).matches("[-a-z0-9._/]+");
        assertThat(described.get("created").textValue()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(described.at("/licenses/0/name").textValue()).isEqualTo("CC-BY-4.0");
        assertThat(described.at("/licenses/0/path").textValue()).startsWith("https://");
        assertThat(names(described.get("resources"))).contains("findings").doesNotHaveDuplicates();

        Map<String, List<CSVRecord>> tables = new LinkedHashMap<>();
        for (JsonNode resource : described.get("resources")) {
            requireResource(manifest, resource);
            tables.put(resource.get("name").textValue(), read(manifest, resource));
        }
        for (JsonNode resource : described.get("resources")) {
            List<CSVRecord> rows = tables.get(resource.get("name").textValue());
            assertThat(rows).hasSize(part(manifest, resource.get("name").textValue()).get("rows").intValue());
            resource.at("/schema/fields").forEach(field -> rows.forEach(row -> requireValue(field, row)));
            requireKeys(resource, tables);
        }
    }

    private static List<String> names(JsonNode all) {
        List<String> names = new ArrayList<>();
        all.forEach(one -> names.add(one.get("name").textValue()));
        return names;
    }

    private static void requireResource(JsonNode manifest, JsonNode resource) {
        assertThat(resource.get("name").textValue()).matches("[-a-z0-9._/]+");
        assertThat(resource.get("path").textValue()).matches("[a-z]+\\.csv\\.gz");
        assertThat(resource.get("type").textValue()).isEqualTo("table");
        byte[] bytes = Archive.bytes(manifest, resource.get("path").textValue());
        assertThat(resource.get("bytes").intValue()).isEqualTo(bytes.length);
        assertThat(resource.get("hash").textValue()).isEqualTo("sha256:" + Digests.of(bytes));
        List<String> names = names(resource.at("/schema/fields"));
        resource.at("/schema/fields").forEach(field -> {
            assertThat(TYPES).contains(field.get("type").textValue());
            assertThat(field.get("description").textValue()).isNotBlank();
        });
        assertThat(names).doesNotHaveDuplicates().contains("id");
        resource.at("/schema/primaryKey").forEach(key -> assertThat(names).contains(key.textValue()));
        resource.at("/schema/foreignKeys").forEach(key -> key.get("fields")
                .forEach(field -> assertThat(names).contains(field.textValue())));
    }

    private static List<CSVRecord> read(JsonNode manifest, JsonNode resource) throws IOException {
        String text = new String(Archive.unpacked(manifest, resource.get("path").textValue()), StandardCharsets.UTF_8);
        try (CSVParser parser = CSVParser.parse(new StringReader(text),
                CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
            assertThat(parser.getHeaderNames())
                    .isEqualTo(names(resource.at("/schema/fields")));
            return parser.getRecords();
        }
    }

    private static void requireValue(JsonNode field, CSVRecord row) {
        String value = row.get(field.get("name").textValue());
        if (value.isEmpty()) {
            assertThat(field.at("/constraints/required").asBoolean()).as(field + " " + row).isFalse();
            return;
        }
        switch (field.get("type").textValue()) {
            case "date" -> assertThat(LocalDate.parse(value)).hasToString(value);
            case "integer" -> assertThat(Long.parseLong(value)).hasToString(value);
            case "number" -> assertThat(new BigDecimal(value).toPlainString()).isEqualTo(value);
            case "list" -> assertThat(value.split(";")).doesNotContain("");
            default -> assertThat(value).isNotEmpty();
        }
        JsonNode allowed = field.at("/constraints/enum");
        if (!allowed.isMissingNode()) {
            assertThat(allowed).extracting(JsonNode::textValue).contains(value);
        }
    }

    private static void requireKeys(JsonNode resource, Map<String, List<CSVRecord>> tables) {
        List<CSVRecord> rows = tables.get(resource.get("name").textValue());
        assertThat(ids(rows)).hasSameSizeAs(rows);
        resource.at("/schema/foreignKeys").forEach(key -> {
            JsonNode target = key.at("/reference/resource");
            Set<String> ids = ids(target.isMissingNode() ? rows : tables.get(target.textValue()));
            String field = key.at("/fields/0").textValue();
            assertThat(rows.stream().map(row -> row.get(field)).filter(id -> !id.isEmpty())).as(field)
                    .allMatch(ids::contains);
        });
    }

    private static Set<String> ids(List<CSVRecord> rows) {
        Set<String> ids = new HashSet<>();
        rows.forEach(row -> ids.add(row.get("id")));
        return ids;
    }

    private static JsonNode part(JsonNode manifest, String name) {
        return manifest.get("collections").get(Archive.collections(manifest).indexOf(name));
    }

    private static JsonNode document(JsonNode manifest, String file) {
        return Archive.json(new String(Archive.bytes(manifest, file), StandardCharsets.UTF_8));
    }

    @Test
    void cataloguesFindTheFiles() {
        JsonNode manifest = Archive.written();
        JsonNode own = document(manifest, JsonLd.DCAT_FILE);
        assertThat(own.at("/dcat:version").textValue()).isEqualTo(manifest.get("revision").asText());
        JsonNode stable = Archive.json(Api.get("/v1/snapshots/dcat").asString());
        assertThat(stable.at("/@type").textValue()).isEqualTo("dcat:Dataset");
        assertThat(stable.at("/dcat:hasCurrentVersion/@id").textValue())
                .matches("http://.*/v1/snapshots/" + manifest.get("revision"));
        assertThat(stable.get("dcat:distribution")).hasSize(3 * Catalogue.names().size()).allSatisfy(distribution -> {
            String url = distribution.at("/dcat:downloadURL/@id").textValue();
            byte[] bytes = given().get(url).asByteArray();
            assertThat(Digests.of(bytes)).isEqualTo(distribution.at("/spdx:checksum/spdx:checksumValue").textValue());
            assertThat(distribution.at("/dcat:byteSize/@value").asInt()).isEqualTo(bytes.length);
        });
        assertThat(own.get("dcat:distribution")).hasSize(3 * Catalogue.names().size()).allSatisfy(distribution -> assertThat(
                Archive.bytes(manifest, distribution.at("/dcat:downloadURL/@id").textValue())).isNotEmpty());
    }

    @Test
    void searchEnginesFindTheDataSet() {
        JsonNode manifest = Archive.written();
        JsonNode dataset = Archive.json(Api.get("/v1/snapshots/dataset").asString());
        assertThat(dataset.at("/@context").textValue()).isEqualTo("https://schema.org/");
        assertThat(dataset.at("/@type").textValue()).isEqualTo("Dataset");
        // What search engines ask for, and how long they take a description to be
        assertThat(dataset.at("/name").textValue()).isNotBlank();
        assertThat(dataset.at("/description").textValue()).hasSizeBetween(50, 5000);
        assertThat(dataset.at("/url").textValue()).endsWith("/v1/snapshots/dataset");
        assertThat(dataset.at("/license").textValue()).startsWith("https://");
        assertThat(dataset.at("/version").textValue()).isEqualTo(manifest.get("revision").asText());
        assertThat(dataset.get("distribution")).allSatisfy(file -> {
            assertThat(given().head(file.get("contentUrl").textValue()).statusCode()).isEqualTo(200);
            assertThat(file.at("/encodingFormat/0").textValue()).contains("/");
        });
        Response page = given().accept("text/html,application/xhtml+xml;q=0.9,*/*;q=0.8").get("/v1/snapshots/dataset");
        assertThat(page.contentType()).startsWith("text/html");
        String embedded = page.asString().replaceAll("(?s).*<script type=\"application/ld\\+json\">(.*?)</script>.*", "$1");
        assertThat(Archive.json(embedded)).isEqualTo(dataset);
    }
}
