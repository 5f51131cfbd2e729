package org.townloop.base.kernel;

import java.util.List;
import java.util.Set;

/**
 * Reads the event log from its own cursor. It sees each event at least once, in the order of the log, and must be
 * idempotent. If a batch fails, its events are given singly; one that still fails is set aside and the rest flows.
 */
public interface EventConsumer {

    /** The name of its cursor. */
    String name();

    /** The types it wants: simple class names. */
    Set<String> types();

    /**
     * Digests events; those of a durable consumer run in the transaction that moves its cursor.
     *
     * @param events at least one, in the order of the log
     */
    void accept(List<RecordedEvent> events);

    /**
     * Whether the cursor is kept in the database and shared by all processes (an effect to be had once), or starts
     * at the end of the log in each process (a projection that was just built from the tables).
     */
    default boolean durable() {
        return true;
    }
}
