package org.townloop.surface.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.townloop.surface.sandbox.Deliveries.Delivery;

/**
 * Sends the webhooks, and captures late money when its time has come. What became of a payment is sent at once, by whoever
 * is free; all else is looked for.
 */
@Component
@InDemoOnly
class Courier implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int BATCH = 32;
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int AT_ONCE = 64;
    /** Less than the time after which it is looked for. */
    private static final Duration UNTIL_FREE = Duration.ofMillis(500);

    private final Till till;
    private final Bench bench;
    private final Deliveries deliveries;
    private final Doorbell doorbell;
    private final MerchantAccount account;
    private final Clock clock;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private Thread thread = Thread.ofVirtual().unstarted(this::work);
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private long lookedAround = System.nanoTime() - LOOK_EVERY.toNanos();
    private volatile boolean running;

    Courier(Till till, Bench bench, Deliveries deliveries, Doorbell doorbell, MerchantAccount account, Clock clock) {
        this.till = till;
        this.bench = bench;
        this.deliveries = deliveries;
        this.doorbell = doorbell;
        this.account = account;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        doorbell.isAnsweredBy(this::sendAtOnce);
        thread = Thread.ofVirtual().name("sandbox-courier").start(this::work);
    }

    /** Ends the round that is under way before the connections are closed. */
    @Override
    public void stop() {
        running = false;
        doorbell.ring();
        try {
            thread.join(PATIENCE);
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
                round();
                doorbell.await(LOOK_EVERY);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.debug("the sandbox looks again in a moment", e);
            }
        }
    }

    private void round() {
        lookAround();
        List<Delivery> due;
        do {
            due = deliveries.take(BATCH);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                due.forEach(delivery -> threads.execute(() -> send(delivery)));
            }
        } while (running && !due.isEmpty());
    }

    /** For what no ring tells of. */
    private void lookAround() {
        if (System.nanoTime() - lookedAround >= LOOK_EVERY.toNanos()) {
            till.captureLate();
            bench.decideUnanswered();
            lookedAround = System.nanoTime();
        }
    }

    /** Whatever finds nobody free soon is found by the next look. */
    private void sendAtOnce(Delivery delivery) {
        if (running) {
            Thread.ofVirtual().name("sandbox-webhook").start(() -> {
                try {
                    if (free.tryAcquire(UNTIL_FREE.toMillis(), TimeUnit.MILLISECONDS)) {
                        sendAndBeFree(delivery);
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }

    private void sendAndBeFree(Delivery delivery) {
        try {
            send(delivery);
        } finally {
            free.release();
        }
    }

    /** Not a second time while nobody has answered the first. */
    private void send(Delivery delivery) {
        if (underWay.add(delivery.eventId())) {
            try {
                post(delivery);
            } finally {
                underWay.remove(delivery.eventId());
            }
        }
    }

    private void post(Delivery delivery) {
        try {
            var status =
                    client.send(request(delivery), BodyHandlers.discarding()).statusCode();
            if (status >= 200 && status < 300) {
                if (deliveries.delivered(delivery)) {
                    doorbell.ring();
                }
            } else {
                LOG.warn("webhook {} was answered with {}; sent again later", delivery.eventId(), status);
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("webhook {} did not arrive; sent again later", delivery.eventId(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request(Delivery delivery) {
        var body = delivery.body().getBytes(StandardCharsets.UTF_8);
        var seconds = clock.instant().getEpochSecond();
        return HttpRequest.newBuilder(URI.create(delivery.url()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Townloop-Signature", Seal.of(body, account.webhookSecret(), seconds))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }
}
