package org.townloop.base.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One consumer's way through the log. */
class EventReader {

    private static final int BATCH = 500;

    private final EventConsumer consumer;
    private final EventCursors cursors;
    private EventCursors.@Nullable Cursor own;

    EventReader(EventConsumer consumer, EventCursors cursors) {
        this.consumer = consumer;
        this.cursors = cursors;
        if (!consumer.durable()) {
            own = cursors.end();
        }
    }

    /** Whether there was anything to read. */
    boolean readBatch() {
        return consumer.durable() ? cursors.inTransaction(this::readDurably) : readInMemory();
    }

    private boolean readDurably() {
        var cursor = cursors.lock(consumer.name());
        if (cursor == null) {
            return false;
        }
        var batch = cursors.after(cursor, consumer.types(), BATCH);
        if (batch.isEmpty()) {
            return false;
        }
        digest(batch);
        var last = batch.getLast();
        cursors.move(consumer.name(), new EventCursors.Cursor(last.xid(), last.position()));
        return true;
    }

    private boolean readInMemory() {
        var cursor = own == null ? cursors.end() : own;
        var batch = cursors.after(cursor, consumer.types(), BATCH);
        if (batch.isEmpty()) {
            return false;
        }
        digest(batch);
        own = new EventCursors.Cursor(batch.getLast().xid(), batch.getLast().position());
        return true;
    }

    private void digest(List<RecordedEvent> batch) {
        if (cursors.attempt(() -> consumer.accept(batch)) == null) {
            return;
        }
        for (var event : batch) {
            var failure = cursors.attempt(() -> consumer.accept(List.of(event)));
            if (failure != null) {
                cursors.setAside(consumer.name(), event, failure);
            }
        }
    }
}
