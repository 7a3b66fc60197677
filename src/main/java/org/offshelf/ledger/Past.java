package org.offshelf.ledger;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

import org.hibernate.resource.jdbc.spi.StatementInspector;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;

/**
 * Sends the queries of this thread into the past: the record tables are system-versioned, and
 * {@code set statement system_versioning_asof} makes the same query read them as they stood at an instant. It holds for one
 * statement, so nothing leaks into pooled connections.
 */
@PersistenceUnitExtension
class Past implements StatementInspector {

    private static final ThreadLocal<LocalDateTime> INSTANT = new ThreadLocal<>();
    private static final DateTimeFormatter LITERAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

    /** Reads at the instant (UTC) until closed. */
    static Scope at(LocalDateTime instant) {
        INSTANT.set(instant);
        return INSTANT::remove;
    }

    @Override
    public String inspect(String sql) {
        LocalDateTime instant = INSTANT.get();
        return instant == null ? sql
                : "set statement system_versioning_asof = '" + LITERAL.format(instant) + "' for " + sql;
    }

    interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
