package org.townloop.base.kernel;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Writes events in the transaction of what they tell of, and wakes the readers once it has committed. */
@Component
public class EventLog {

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final EventBell bell;

    EventLog(JdbcTemplate jdbc, JsonMapper json, Clock clock, EventBell bell) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.bell = bell;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void append(Event event) {
        append(List.of(event));
    }

    /** Writes all of them by one statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(Collection<? extends Event> events) {
        if (events.isEmpty()) {
            return;
        }
        var types =
                events.stream().map(event -> event.getClass().getSimpleName()).toArray(String[]::new);
        jdbc.update(
                """
                insert into kernel.event (region_id, type, subject, payload, at)
                select region_id, type, subject, payload::jsonb, ?
                from unnest(?::int[], ?::text[], ?::uuid[], ?::text[]) as e (region_id, type, subject, payload)
                """,
                Timestamp.from(clock.instant()),
                events.stream()
                        .map(event -> RegionId.of(event.subject()).number())
                        .toArray(Integer[]::new),
                types,
                events.stream().map(Event::subject).toArray(java.util.UUID[]::new),
                events.stream().map(json::writeValueAsString).toArray(String[]::new));
        ringAfterCommit(Stream.of(types).collect(Collectors.toSet()));
    }

    private void ringAfterCommit(Set<String> types) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                bell.ring(types);
            }
        });
    }
}
