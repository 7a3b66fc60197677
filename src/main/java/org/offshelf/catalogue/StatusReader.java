package org.offshelf.catalogue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.offshelf.database.DatabaseStartup;
import org.offshelf.importing.LoadedDataSet;
import org.offshelf.ledger.Reading;
import org.offshelf.ledger.Readings;

import io.quarkus.runtime.StartupEvent;

@ApplicationScoped
class StatusReader {

    private static final String COUNTS = Catalogue.COLLECTIONS.stream()
            .map(collection -> "select '" + collection.name() + "', count(*) from " + collection.singular()
                    + " where standing = 'current'")
            .collect(Collectors.joining(" union all "));

    private final Readings readings;
    private final Session session;
    private final Clock clock;
    private final LoadedDataSet dataSet;
    private final String version;
    private final String databaseUrl;
    private Instant startedAt;

    StatusReader(Readings readings, Session session, Clock clock, LoadedDataSet dataSet,
            @ConfigProperty(name = "quarkus.application.version") String version,
            @ConfigProperty(name = DatabaseStartup.URL) String databaseUrl) {
        this.readings = readings;
        this.session = session;
        this.clock = clock;
        this.dataSet = dataSet;
        this.version = version;
        this.databaseUrl = databaseUrl;
    }

    void started(@Observes StartupEvent event) {
        startedAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    Status read() {
        return readings.current(this::read);
    }

    private Status read(Reading reading) {
        Object[] now = session.createNativeQuery("select at, version() from revision_counter where id = 1", Object[].class)
                .getSingleResult();
        return new Status(reading.revision(), ((LocalDateTime) now[0]).toInstant(ZoneOffset.UTC), reading.today(), counts(),
                Status.DataSet.of(dataSet),
                new Status.Database("MariaDB", (String) now[1],
                        DatabaseStartup.isEmbedded(databaseUrl) ? "embedded" : "external"),
                version, startedAt, startedAt.until(clock.instant(), ChronoUnit.SECONDS));
    }

    private Map<String, Long> counts() {
        List<Object[]> rows = session.createNativeQuery(COUNTS, Object[].class).getResultList();
        Map<String, Long> counts = new LinkedHashMap<>();
        rows.forEach(row -> counts.put((String) row[0], ((Number) row[1]).longValue()));
        return counts;
    }
}
