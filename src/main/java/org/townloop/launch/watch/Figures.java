package org.townloop.launch.watch;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.EventLag;

/** The figures of a running town; each is a count over an index of what is open, so that asking costs little. */
@Component
public class Figures {

    /** Late by more than a job may take. */
    private static final Duration OVERDUE = Duration.ofMinutes(2);
    /** A counter's bundle is good for three days; after one it should have been seen. */
    private static final Duration UNSEEN = Duration.ofHours(24);
    /** However often somebody asks, the database is asked once in so long. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    /**
     * All of them, as of one moment.
     *
     * @param eventLag how long the oldest undigested event has waited, by consumer
     * @param setAside events that a consumer could not digest
     * @param jobsOverdue jobs that nobody does although they were due: not begun, or left by a process that is gone
     * @param ordersHeld orders that wait for their payment
     * @param paymentsOpen payments whose end is not known yet
     * @param webhooksQuarantined messages of gateways that somebody must look at
     * @param deliveriesQueued messages to people that have not left
     * @param deliveryWaiting how long the oldest of them that was due has waited
     * @param countersUnsynced devices at counters that have not been seen for a day
     */
    public record Snapshot(
            Instant at,
            Map<String, Duration> eventLag,
            long setAside,
            long jobsOverdue,
            long ordersHeld,
            long paymentsOpen,
            long webhooksQuarantined,
            long deliveriesQueued,
            Duration deliveryWaiting,
            long countersUnsynced) {

        public Duration longestLag() {
            return eventLag.values().stream().max(Duration::compareTo).orElse(Duration.ZERO);
        }
    }

    private final JdbcClient jdbc;
    private final EventLag lag;
    private final Clock clock;
    private @Nullable Snapshot last;

    Figures(JdbcClient jdbc, EventLag lag, Clock clock) {
        this.jdbc = jdbc;
        this.lag = lag;
        this.clock = clock;
    }

    /** At most {@code FRESH} old. */
    public synchronized Snapshot now() {
        var known = last;
        var now = clock.instant();
        if (known != null && Duration.between(known.at(), now).abs().compareTo(FRESH) < 0) {
            return known;
        }
        var asked = ask(now);
        last = asked;
        return asked;
    }

    private Snapshot ask(Instant now) {
        return new Snapshot(
                now,
                lag.byConsumer(),
                lag.setAside(),
                jobsOverdue(now),
                count("select count(*) from ordering.orders where state = 'HELD'"),
                count("select count(*) from payment.intent where state in ('UNKNOWN', 'PENDING')"),
                count("select count(*) from payment.webhook where outcome = 'QUARANTINED'"),
                count("select count(*) from notice.delivery where state = 'QUEUED'"),
                deliveryWaiting(now),
                countersUnsynced(now));
    }

    /** Also those that a process began of which nothing was heard since, and that no other has taken over. */
    private long jobsOverdue(Instant now) {
        var then = Timestamp.from(now.minus(OVERDUE));
        return jdbc.sql("""
            select count(*) from kernel.scheduled_task
            where execution_time < ? and (not picked or coalesce(last_heartbeat, execution_time) < ?)
            """).params(then, then).query(Long.class).single();
    }

    private Duration deliveryWaiting(Instant now) {
        return jdbc.sql("select next_try_at from notice.delivery where state = 'QUEUED' order by next_try_at limit 1")
                .query((row, number) ->
                        Duration.between(row.getTimestamp("next_try_at").toInstant(), now))
                .optional()
                .filter(waiting -> !waiting.isNegative())
                .orElse(Duration.ZERO);
    }

    private long countersUnsynced(Instant now) {
        return jdbc.sql("""
            select count(*) from voucher.device
            where revoked_at is null and coalesce(synced_at, enrolled_at) < ?
            """)
                .param(Timestamp.from(now.minus(UNSEEN)))
                .query(Long.class)
                .single();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
