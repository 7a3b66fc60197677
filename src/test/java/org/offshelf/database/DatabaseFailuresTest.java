package org.offshelf.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;

class DatabaseFailuresTest {

    /** As Agroal says it: the connection was lost after it was tried, and before the first statement. */
    @Test
    void aConnectionThatCannotTakePartInTheTransactionIsLost() {
        SQLException failure = new SQLException("Exception in association of connection to existing transaction",
                new SQLException("Failed to enlist. Check if a connection from another datasource is already enlisted to the"
                        + " same transaction"));
        assertThat(DatabaseFailures.passes(new IllegalStateException(failure))).isTrue();
        assertThat(DatabaseFailures.isWorthAnotherTry(failure)).isTrue();
    }

    @Test
    void aMistakeInAStatementDoesNotPass() {
        assertThat(DatabaseFailures.passes(new SQLException("You have an error in your SQL syntax", "42000", 1064))).isFalse();
    }
}
