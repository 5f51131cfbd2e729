package org.townloop.base.kernel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The places up to which consumers have read. */
@Component
class EventCursors {

    /** A place in the log: all events up to and including it were read. */
    record Cursor(long xid, long position) {}

    private static final Logger LOG = LoggerFactory.getLogger(EventCursors.class);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final TransactionTemplate savepoint;

    EventCursors(JdbcClient jdbc, JsonMapper json, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    int inTransaction(IntSupplier work) {
        return Objects.requireNonNull(transaction.execute(status -> work.getAsInt()));
    }

    /**
     * Tries the work so that a failure undoes the work only.
     *
     * @return the failure, or null if it went well
     * @throws RuntimeException if the database is away or asks to try again: that is nobody's poison
     */
    @Nullable
    RuntimeException attempt(Runnable work) {
        try {
            savepoint.executeWithoutResult(status -> work.run());
            return null;
        } catch (RuntimeException e) {
            if (Outage.of(e).isPresent()) {
                throw e;
            }
            return e;
        }
    }

    /** The consumer's cursor, locked until the transaction ends; null while another process has it. */
    @Nullable
    Cursor lock(String consumer) {
        var cursor = locked(consumer);
        if (cursor != null) {
            return cursor;
        }
        int isNew = jdbc.sql(
                        "insert into kernel.cursor (consumer, xid, position) values (?, '0', 0) on conflict do nothing")
                .param(consumer)
                .update();
        return isNew == 0 ? null : locked(consumer);
    }

    private @Nullable Cursor locked(String consumer) {
        return jdbc.sql("select xid::text::bigint as xid, position from kernel.cursor where consumer = ?"
                        + " for update skip locked")
                .param(consumer)
                .query(Cursor.class)
                .optional()
                .orElse(null);
    }

    /** The end of the log as any reader may see it now. */
    Cursor end() {
        return jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1 as xid, " + Long.MAX_VALUE
                        + " as position")
                .query(Cursor.class)
                .single();
    }

    List<RecordedEvent> after(Cursor cursor, Collection<String> types, int limit) {
        return jdbc.sql("""
            select xid::text::bigint as xid, position, region_id, type, subject, payload, at
            from kernel.event
            where (xid, position) > (?::text::xid8, ?)
              and xid < pg_snapshot_xmin(pg_current_snapshot())
              and type = any (?)
            order by xid, position
            limit ?
            """)
                .params(Long.toString(cursor.xid()), cursor.position(), types.toArray(String[]::new), limit)
                .query(this::event)
                .list();
    }

    void move(String consumer, Cursor cursor) {
        jdbc.sql("update kernel.cursor set xid = ?::text::xid8, position = ? where consumer = ?")
                .params(Long.toString(cursor.xid()), cursor.position(), consumer)
                .update();
    }

    void setAside(String consumer, RecordedEvent event, RuntimeException failure) {
        LOG.error(
                "{} could not digest {} {} of {}: set aside",
                consumer,
                event.type(),
                event.position(),
                event.subject(),
                failure);
        jdbc.sql("""
            insert into kernel.set_aside (consumer, xid, position, failure, at)
            values (?, ?::text::xid8, ?, ?, ?) on conflict do nothing
            """)
                .params(
                        consumer,
                        Long.toString(event.xid()),
                        event.position(),
                        failure.toString(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private RecordedEvent event(ResultSet row, int number) throws SQLException {
        return new RecordedEvent(
                row.getLong("xid"),
                row.getLong("position"),
                new RegionId(row.getInt("region_id")),
                row.getString("type"),
                row.getObject("subject", UUID.class),
                json.readTree(row.getString("payload")),
                row.getTimestamp("at").toInstant());
    }
}
