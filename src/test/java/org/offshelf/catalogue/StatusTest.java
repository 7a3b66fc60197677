package org.offshelf.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class StatusTest {

    @Test
    void countsWhatTheListsCount() {
        JsonNode records = Api.get("/v1/status").at("/records");
        assertThat(records.fieldNames()).toIterable().containsExactlyElementsOf(Catalogue.names());
        for (String name : Catalogue.names()) {
            assertThat(records.at("/" + name).asLong()).as(name)
                    .isEqualTo(Api.get("/v1/" + name + "?limit=0").at("/meta/count").asLong()).isPositive();
        }
    }

    @Test
    void saysWhatRunsOnWhat() {
        JsonNode status = Api.get("/v1/status");
        assertThat(status.at("/revision").asLong()).isEqualTo(Api.get("/v1").at("/revision").asLong()).isPositive();
        assertThat(Instant.parse(status.at("/revisionAt").asText())).isBefore(Instant.now());
        assertThat(status.at("/dataSet/name").asText()).isEqualTo("Offshelf bundled data");
        assertThat(status.at("/dataSet/version").asText()).matches("\\d{4}-\\d{2}");
        assertThat(status.at("/database/product").asText()).isEqualTo("MariaDB");
        assertThat(status.at("/database/version").asText()).contains("MariaDB");
        assertThat(status.at("/version").asText()).matches("\\d+\\.\\d+.*");
        assertThat(Instant.parse(status.at("/startedAt").asText())).isBefore(Instant.now());
        assertThat(status.at("/uptimeSeconds").asLong()).isNotNegative();
    }
}
