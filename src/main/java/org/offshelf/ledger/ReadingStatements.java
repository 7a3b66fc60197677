package org.offshelf.ledger;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

import org.hibernate.resource.jdbc.spi.StatementInspector;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;

/**
 * Prepares the queries of a reading: none may hold the database longer than a set time, and those of a reading in the past
 * see the record tables, which are system-versioned, as they stood at an instant. {@code set statement … for} holds for one
 * statement, so nothing leaks into pooled connections.
 */
@PersistenceUnitExtension
class ReadingStatements implements StatementInspector {

    private static final ThreadLocal<String> VARIABLES = new ThreadLocal<>();
    private static final DateTimeFormatter LITERAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

    /** The queries of this thread are limited, until closed. */
    static Scope limited(Duration longest) {
        return with("max_statement_time = " + longest.toMillis() / 1000.0);
    }

    /** The queries of this thread are limited and read at the instant (UTC), until closed. */
    static Scope at(LocalDateTime instant, Duration longest) {
        return with("max_statement_time = " + longest.toMillis() / 1000.0 + ", system_versioning_asof = '"
                + LITERAL.format(instant) + "'");
    }

    private static Scope with(String variables) {
        VARIABLES.set(variables);
        return VARIABLES::remove;
    }

    @Override
    public String inspect(String sql) {
        String variables = VARIABLES.get();
        return variables == null ? sql : "set statement " + variables + " for " + sql;
    }

    interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
