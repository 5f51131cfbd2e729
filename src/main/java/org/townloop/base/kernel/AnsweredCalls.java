package org.townloop.base.kernel;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Idempotency.Call;

/**
 * Which calls were answered before. Of many who want to know at the same moment, most of whom are to be refused, one asks for all
 * of them, by one statement and without a transaction.
 */
@Component
public class AnsweredCalls {

    private static final int TOGETHER = 64;
    private static final int MOST_WAITING = 4000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private record Slot(UUID person, String route, String key) {

        static Slot of(Call call) {
            return new Slot(call.person(), call.route(), call.key());
        }
    }

    private final JdbcClient jdbc;
    private final Combiner<Slot, Boolean> combiner = new Combiner<>(TOGETHER, MOST_WAITING, PATIENCE, this::areThere);

    AnsweredCalls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whether the call was answered before, or another with its key. If too many want to know, it is said of all: who was not
     * finds out by calling.
     */
    public boolean contains(Call call) {
        return combiner.ask(Slot.of(call)).orElse(true);
    }

    private List<Boolean> areThere(List<Slot> slots) {
        var there = answered(slots);
        return slots.stream().map(there::contains).toList();
    }

    private Set<Slot> answered(Collection<Slot> slots) {
        return new HashSet<>(jdbc.sql("""
            select person_id, route, key
            from kernel.idempotency
            join unnest(?::uuid[], ?::text[], ?::text[]) as c (person_id, route, key) using (person_id, route, key)
            """)
                .params(
                        slots.stream().map(Slot::person).toArray(UUID[]::new),
                        slots.stream().map(Slot::route).toArray(String[]::new),
                        slots.stream().map(Slot::key).toArray(String[]::new))
                .query((row, number) ->
                        new Slot(row.getObject("person_id", UUID.class), row.getString("route"), row.getString("key")))
                .list());
    }
}
