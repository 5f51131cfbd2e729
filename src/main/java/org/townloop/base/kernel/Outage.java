package org.townloop.base.kernel;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Why something cannot be done now although nothing is wrong with it: later it may be. */
public enum Outage {
    /** Others stood in the way: a deadlock, a lock or an answer that did not come in time, something changed since it was read. */
    CROWDED,
    /** There is no database: all connections are in use, or nobody answers. */
    AWAY,
    /** A disk has no room: what is there can be read. */
    FULL;

    /** What the system calls it where Java has no name for it. */
    private static final String NO_SPACE = "No space left on device";

    /** Nothing if the failure is a mistake, which it stays however often it is tried. */
    public static Optional<Outage> of(Throwable failure) {
        return first(failure, Outage::exactly).or(() -> first(failure, Outage::roughly));
    }

    private static Optional<Outage> first(Throwable failure, Function<Throwable, @Nullable Outage> kind) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .flatMap(each -> Stream.ofNullable(kind.apply(each)))
                .findFirst();
    }

    private static @Nullable Outage exactly(Throwable failure) {
        return switch (failure) {
            case CannotCreateTransactionException _, CannotGetJdbcConnectionException _ -> AWAY;
            case SQLTransientConnectionException _ -> AWAY;
            case SQLException sql -> bySqlState(sql.getSQLState());
            case IOException io when String.valueOf(io.getMessage()).contains(NO_SPACE) -> FULL;
            default -> null;
        };
    }

    /** What Spring calls it, if the database does not say. */
    private static @Nullable Outage roughly(Throwable failure) {
        return switch (failure) {
            case TransientDataAccessException _ -> CROWDED;
            case NonTransientDataAccessResourceException _ -> AWAY;
            default -> null;
        };
    }

    /** PostgreSQL's error codes: its manual, appendix A. */
    private static @Nullable Outage bySqlState(@Nullable String state) {
        if (state == null || state.length() < 2) {
            return null;
        }
        return switch (state) {
            case "53100" -> FULL; // disk_full
            case "55P03", "57014" -> CROWDED; // lock_not_available, query_canceled
            case "25006" -> AWAY; // read_only_sql_transaction: one that stands by
            default ->
                switch (state.substring(0, 2)) {
                    case "40" -> CROWDED;
                    case "08", "53", "57", "58" -> AWAY;
                    default -> null;
                };
        };
    }
}
