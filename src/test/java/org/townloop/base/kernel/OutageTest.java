package org.townloop.base.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What is worth trying again, and what is a mistake. */
class OutageTest {

    @ParameterizedTest
    @CsvSource({
        "53100, FULL",
        "55P03, CROWDED",
        "57014, CROWDED",
        "40001, CROWDED",
        "40P01, CROWDED",
        "25006, AWAY",
        "53300, AWAY",
        "57P01, AWAY",
        "57P03, AWAY",
        "58030, AWAY",
        "08006, AWAY"
    })
    void whatTheDatabaseSaysOfItselfIsAnOutage(String state, Outage outage) {
        assertThat(Outage.of(failed(state))).hasValue(outage);
    }

    /** The control: what is wrong stays wrong, however often it is tried. */
    @ParameterizedTest
    @ValueSource(strings = {"23505", "23P01", "42601", "42501", "22P02", "P0001"})
    void whatTheDatabaseSaysOfAStatementIsAMistake(String state) {
        assertThat(Outage.of(failed(state))).isEmpty();
        assertThat(Outage.of(new IllegalStateException("a mistake"))).isEmpty();
        assertThat(Outage.of(new UncheckedIOException(new IOException("a reset"))))
                .isEmpty();
    }

    @Test
    void aPoolWithoutAFreeConnectionIsADatabaseThatIsAway() {
        var none = new SQLTransientConnectionException("town - Connection is not available");
        assertThat(Outage.of(new CannotCreateTransactionException("no connection", none)))
                .hasValue(Outage.AWAY);
    }

    @Test
    void whatWasChangedMeanwhileIsTriedAgain() {
        assertThat(Outage.of(new OptimisticLockingFailureException("changed"))).hasValue(Outage.CROWDED);
    }

    @Test
    void aFileThatHasNoRoomIsAFullDiskToo() {
        var full = new FileSystemException("photo", null, "No space left on device");
        assertThat(Outage.of(new UncheckedIOException(full))).hasValue(Outage.FULL);
        assertThat(Outage.of(new IOException("No space left on device"))).hasValue(Outage.FULL);
    }

    private static RuntimeException failed(String state) {
        return new UncategorizedSQLException("a write", "insert", new SQLException("failed", state));
    }
}
