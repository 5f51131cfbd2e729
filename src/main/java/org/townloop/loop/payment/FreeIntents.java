package org.townloop.loop.payment;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Payments that nobody else has to do with at this moment: of those, many can be recorded together, and nobody is waited for. */
@Component
class FreeIntents {

    private final JdbcClient jdbc;
    private final ObjectProvider<CaptureListener> listeners;

    FreeIntents(JdbcClient jdbc, ObjectProvider<CaptureListener> listeners) {
        this.jdbc = jdbc;
        this.listeners = listeners;
    }

    /**
     * Locks them until the transaction ends, and what they are for.
     *
     * @return without those of which somebody else has something locked
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Set<IntentId> lock(Collection<Intent> intents) {
        var locked = lockRows(intents.stream().map(Intent::id).toList());
        var free = new HashSet<>(locked);
        var theirs =
                intents.stream().filter(intent -> locked.contains(intent.id())).toList();
        listeners.forEach(listener -> free.retainAll(listener.lockFree(theirs)));
        return free;
    }

    private Set<IntentId> lockRows(List<IntentId> ids) {
        return Set.copyOf(jdbc.sql("""
            select id from payment.intent
            where region_id = any (?) and id = any (?)
            order by region_id, id
            for update skip locked
            """)
                .params(
                        ids.stream().map(id -> id.region().number()).distinct().toArray(Integer[]::new),
                        ids.stream().map(IntentId::value).toArray(UUID[]::new))
                .query((row, number) -> new IntentId(row.getObject("id", UUID.class)))
                .list());
    }
}
