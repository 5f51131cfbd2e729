package org.townloop.base.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One consumer's way through the log. */
class EventReader {

    static final int BATCH = 500;

    /** Of so many transactions in which nothing was for it the cursor of a consumer is moved all the same. */
    private static final int FAR = 1_000;

    private final EventConsumer consumer;
    private final EventCursors cursors;
    private EventCursors.@Nullable Cursor own;

    /** Where the cursor stood when nothing was found after it, and up to where: that is not looked through again. */
    private EventCursors.@Nullable Cursor stood;

    private EventCursors.@Nullable Cursor seen;

    EventReader(EventConsumer consumer, EventCursors cursors) {
        this.consumer = consumer;
        this.cursors = cursors;
        if (!consumer.durable()) {
            own = cursors.end();
        }
    }

    /** @return how many events it read, at most {@link #BATCH} */
    int readBatch() {
        return consumer.durable() ? cursors.inTransaction(this::readDurably) : readInMemory();
    }

    private int readDurably() {
        var cursor = cursors.lock(consumer.name());
        if (cursor == null) {
            return 0;
        }
        var end = cursors.end(); // before the look: all below it is in what is looked at
        var batch = cursors.after(seen != null && cursor.equals(stood) ? seen : cursor, consumer.types(), BATCH);
        if (batch.isEmpty()) {
            foundNothing(cursor, end);
            return 0;
        }
        digest(batch);
        var last = batch.getLast();
        cursors.move(consumer.name(), new EventCursors.Cursor(last.xid(), last.position()));
        return batch.size();
    }

    /** Also the next process need not look through all that was not for this consumer. */
    private void foundNothing(EventCursors.Cursor cursor, EventCursors.Cursor end) {
        var isFar = end.xid() - cursor.xid() > FAR;
        if (isFar) {
            cursors.move(consumer.name(), end);
        }
        stood = isFar ? end : cursor;
        seen = end;
    }

    private int readInMemory() {
        var end = cursors.end();
        var batch = cursors.after(own == null ? end : own, consumer.types(), BATCH);
        if (batch.isEmpty()) {
            own = end;
            return 0;
        }
        digest(batch);
        own = new EventCursors.Cursor(batch.getLast().xid(), batch.getLast().position());
        return batch.size();
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
