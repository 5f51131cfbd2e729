package org.townloop.base.kernel;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the durable consumers of the event log are behind. */
@Component
public class EventLag {

    private final List<EventConsumer> consumers;
    private final JdbcClient jdbc;
    private final Clock clock;

    EventLag(List<EventConsumer> consumers, JdbcClient jdbc, Clock clock) {
        this.consumers = consumers.stream().filter(EventConsumer::durable).toList();
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How long the oldest event that a consumer has not digested has been waiting, by its name; zero if none waits. */
    public Map<String, Duration> byConsumer() {
        var lags = new TreeMap<String, Duration>();
        consumers.forEach(consumer -> lags.put(consumer.name(), of(consumer)));
        return lags;
    }

    /** How many events were set aside because a consumer could not digest them. */
    public long setAside() {
        return jdbc.sql("select count(*) from kernel.set_aside")
                .query(Long.class)
                .single();
    }

    private Duration of(EventConsumer consumer) {
        return jdbc.sql("""
            select e.at
            from kernel.event e
            where (e.xid, e.position) > (
                    coalesce((select c.xid from kernel.cursor c where c.consumer = ?), '0'),
                    coalesce((select c.position from kernel.cursor c where c.consumer = ?), 0))
              and e.type = any (?)
            order by e.xid, e.position
            limit 1
            """)
                .params(consumer.name(), consumer.name(), consumer.types().toArray(String[]::new))
                .query((row, number) -> Duration.between(row.getTimestamp("at").toInstant(), clock.instant()))
                .optional()
                .filter(lag -> !lag.isNegative())
                .orElse(Duration.ZERO);
    }
}
