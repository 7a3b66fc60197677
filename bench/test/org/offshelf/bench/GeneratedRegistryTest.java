package org.offshelf.bench;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.offshelf.Api;
import org.offshelf.EmptyRegistry;
import org.offshelf.access.Roles;
import org.offshelf.importing.ReferenceData;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;

/** What is measured is worth measuring only if it is what the importer would have made of the same documents. */
@QuarkusTest
@TestProfile(EmptyRegistry.class)
@TestSecurity(user = "anna", roles = Roles.CURATOR)
class GeneratedRegistryTest {

    private static final int FINDINGS = 500;

    @Inject
    ReferenceData reference;

    @Inject
    AgroalDataSource database;

    @Inject
    Flyway flyway;

    @TempDir
    Path folder;

    @Test
    void whatIsLoadedIsWhatImportingTheSameDocumentsMakes() throws IOException, SQLException {
        reference.make();
        Fill documents = Generated.in(flyway);
        for (Path document : documents.write(documents.filler(FINDINGS, 7, 0, 0), folder)) {
            String query = Files.readString(folder.resolve(document.getFileName().toString().replace(".csv", ".query")));
            given().urlEncodingEnabled(false).contentType("text/csv").body(Files.readAllBytes(document))
                    .post("/v1/imports?wait=30&" + query).then().statusCode(201);
        }
        Map<String, List<String>> imported = contents();
        List<String> indexes = indexes();

        reference.make();
        Fill tables = Generated.in(flyway);
        tables.load(tables.filler(FINDINGS, 7, 0, 0), folder);
        Map<String, List<String>> loaded = contents();

        assertThat(imported.get("finding")).hasSizeGreaterThan(FINDINGS);
        assertThat(imported.get("finding_event")).isNotEmpty();
        assertThat(imported.get("listing")).isNotEmpty();
        assertThat(loaded.keySet()).isEqualTo(imported.keySet());
        imported.forEach((table, rows) -> assertThat(loaded.get(table)).as(table).isEqualTo(rows));
        assertThat(indexes()).isEqualTo(indexes);
    }

    @Test
    void whatIsChangedLaterIsAsItWasBefore() throws IOException, SQLException {
        reference.make();
        Fill fill = Generated.in(flyway);
        Filler filler = fill.filler(FINDINGS, 7, 0, 0.1);
        fill.load(filler, folder);
        int notices = filler.schedule().notices().size();
        long now = Api.list("/v1/findings?limit=0").revision();
        long before = now - (filler.revisions() - notices);
        assertThat(before).isLessThan(now);

        List<String> changed = Api.all("/v1/findings?select=id,storeName,revision").stream()
                .filter(finding -> finding.get("revision").longValue() > before).map(finding -> finding.get("id").textValue())
                .toList();
        assertThat(changed).hasSizeBetween(FINDINGS / 30, FINDINGS / 4);
        for (String id : List.of(changed.get(0), changed.get(changed.size() - 1))) {
            assertThat(Api.one("/v1/findings/" + id).get("storeName"))
                    .isNotEqualTo(Api.one("/v1/findings/" + id + "?revision=" + before).get("storeName"));
        }
        assertThat(Api.all("/v1/findings?select=id,storeName&revision=" + before)).hasSize(FINDINGS);
        assertThat(Api.list("/v1/findings?limit=0&revision=" + (before - notices)).count()).isZero();
    }

    private Map<String, List<String>> contents() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Contents.of(connection);
        }
    }

    private List<String> indexes() throws SQLException {
        List<String> all = new ArrayList<>();
        try (Connection connection = database.getConnection();
                ResultSet row = connection.createStatement()
                        .executeQuery("select concat_ws(' ', table_name, index_name, non_unique,"
                                + " seq_in_index, column_name, collation, sub_part) from information_schema.statistics"
                                + " where table_schema = database() order by 1")) {
            while (row.next()) {
                all.add(row.getString(1));
            }
        }
        return all;
    }
}
