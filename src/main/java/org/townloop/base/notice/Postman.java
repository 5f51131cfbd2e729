package org.townloop.base.notice;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Carries messages to the gateways: some of each channel at once, each on a thread of its own, so that one slow gateway
 * holds up nobody else and one slow channel no other. Taken by lease, outside of any transaction while a gateway is
 * spoken to.
 */
@Component
@ConditionalOnProperty(name = "townloop.jobs", havingValue = "on", matchIfMissing = true)
class Postman implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    /** By one channel. */
    static final int AT_ONCE = 12;

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Deliveries deliveries;
    private final Rounds rounds;
    private final PostBell bell;
    private final Clock clock;
    private final Map<Channel, Semaphore> free = new EnumMap<>(Channel.class);

    /** Of which more may be due than could be taken. */
    private final Set<Channel> crowded = ConcurrentHashMap.newKeySet();

    private Thread thread = Thread.ofVirtual().unstarted(this::work);
    private volatile boolean running;

    Postman(Deliveries deliveries, Rounds rounds, PostBell bell, Clock clock) {
        this.deliveries = deliveries;
        this.rounds = rounds;
        this.bell = bell;
        this.clock = clock;
        for (var channel : Channel.values()) {
            free.put(channel, new Semaphore(AT_ONCE));
        }
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
            var until = System.nanoTime() + PATIENCE.toNanos();
            for (var permits : free.values()) {
                if (permits.tryAcquire(AT_ONCE, until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    permits.release(AT_ONCE);
                }
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

    private int round() {
        int taken = 0;
        for (var each : free.entrySet()) {
            taken += round(each.getKey(), each.getValue());
        }
        return taken;
    }

    /** As many as there are permits: nobody else takes any, and whoever gives one back rings if that was too few. */
    private int round(Channel channel, Semaphore permits) {
        crowded.add(channel);
        int most = permits.availablePermits();
        var due = most == 0 ? List.<Delivery>of() : deliveries.take(channel, most);
        if (due.size() < most) {
            crowded.remove(channel);
        }
        for (var delivery : due) {
            permits.acquireUninterruptibly();
            Thread.ofVirtual().name("post-" + delivery.id()).start(() -> carry(delivery, permits));
        }
        return due.size();
    }

    private void carry(Delivery delivery, Semaphore permits) {
        try {
            rounds.carry(delivery, clock.instant());
        } catch (RuntimeException e) {
            LOG.warn(
                    "{} is tried again after its lease: {}",
                    delivery,
                    e.getClass().getSimpleName());
        } finally {
            permits.release();
            if (crowded.remove(delivery.channel())) {
                bell.ring();
            }
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
