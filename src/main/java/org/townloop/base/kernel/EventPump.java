package org.townloop.base.kernel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs each consumer of the event log on a thread of its own, woken by the bell when there is something for it, and at least once
 * a second. What the bell told of may not be there to be read yet, because an older transaction is still running: then it is
 * looked for again, after 20 ms, 80 ms, and so on.
 */
@Component
class EventPump implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EventPump.class);

    private static final long FIRST_LOOK_AGAIN = 20;
    private static final long LOOK_EVERY = 1_000;

    private final List<EventConsumer> consumers;
    private final EventCursors cursors;
    private final EventBell bell;
    private final List<Thread> threads = new ArrayList<>();
    private final List<Semaphore> wakes = new ArrayList<>();
    private volatile boolean running;

    EventPump(List<EventConsumer> consumers, EventCursors cursors, EventBell bell) {
        this.consumers = consumers;
        this.cursors = cursors;
        this.bell = bell;
    }

    @Override
    public void start() {
        running = true;
        for (var consumer : consumers) {
            var reader = new EventReader(consumer, cursors);
            var wake = new Semaphore(1);
            wakes.add(wake);
            bell.onRing(consumer.types(), wake::release);
            threads.add(Thread.ofVirtual().name("events-" + consumer.name()).start(() -> run(reader, wake)));
        }
    }

    /** Lets each reader end what it is at: an interrupt would break its connection in the middle. */
    @Override
    public void stop() {
        running = false;
        wakes.forEach(Semaphore::release);
        threads.forEach(EventPump::awaitEnd);
        threads.clear();
        wakes.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run(EventReader reader, Semaphore wake) {
        long patience = LOOK_EVERY;
        while (running) {
            try {
                if (reader.readBatch() == EventReader.BATCH) {
                    continue;
                }
                if (wake.tryAcquire(patience, TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                    patience = FIRST_LOOK_AGAIN;
                } else {
                    patience = Math.min(4 * patience, LOOK_EVERY);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (running) {
                    LOG.warn("events are read again in a second: {}", e.toString());
                    LOG.debug("because of", e);
                    pause();
                }
            }
        }
    }

    private static void awaitEnd(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
