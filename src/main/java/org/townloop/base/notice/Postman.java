package org.townloop.base.notice;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Carries messages to the gateways: some at once, each on a thread of its own, so that one slow gateway holds up nobody
 * else. Taken by lease, outside of any transaction while a gateway is spoken to.
 */
@Component
@ConditionalOnProperty(name = "townloop.jobs", havingValue = "on", matchIfMissing = true)
class Postman implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final int AT_ONCE = 24;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Deliveries deliveries;
    private final Rounds rounds;
    private final PostBell bell;
    private final Clock clock;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private Thread thread = Thread.ofVirtual().unstarted(this::work);
    private volatile boolean running;

    Postman(Deliveries deliveries, Rounds rounds, PostBell bell, Clock clock) {
        this.deliveries = deliveries;
        this.rounds = rounds;
        this.bell = bell;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("postman").start(this::work);
    }

    /** Ends what is under way before the connections are closed; what takes longer is sent again after its lease. */
    @Override
    public void stop() {
        running = false;
        bell.ring();
        try {
            thread.join(PATIENCE);
            if (free.tryAcquire(AT_ONCE, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                free.release(AT_ONCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        while (running) {
            try {
                while (running && round() > 0) {
                    LOG.trace("more may be due");
                }
                bell.await(LOOK_EVERY);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warn(
                        "messages are looked for again in a moment: {}",
                        e.getClass().getSimpleName());
                pause();
            }
        }
    }

    private int round() throws InterruptedException {
        free.acquire();
        free.release();
        var due = deliveries.take(Math.max(1, free.availablePermits()));
        for (var delivery : due) {
            free.acquire();
            Thread.ofVirtual().name("post-" + delivery.id()).start(() -> carry(delivery));
        }
        return due.size();
    }

    private void carry(Delivery delivery) {
        try {
            rounds.carry(delivery, clock.instant());
        } catch (RuntimeException e) {
            LOG.warn(
                    "{} is tried again after its lease: {}",
                    delivery,
                    e.getClass().getSimpleName());
        } finally {
            free.release();
            bell.ring();
        }
    }

    private void pause() {
        try {
            bell.await(LOOK_EVERY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
