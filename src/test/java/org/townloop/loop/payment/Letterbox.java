package org.townloop.loop.payment;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Outcome;

/** Where webhooks arrive over HTTP, to be handed to payment as the API does. */
final class Letterbox implements AutoCloseable {

    /** What hands a webhook on. */
    interface Receiver {
        Outcome<Receipt> receive(String gateway, byte[] body, Function<String, @Nullable String> header);
    }

    final List<Outcome<Receipt>> received = new CopyOnWriteArrayList<>();
    final AtomicInteger failures = new AtomicInteger();
    private final AtomicReference<@Nullable CountDownLatch> silence = new AtomicReference<>();
    private final HttpServer server;

    private Letterbox(HttpServer server) {
        this.server = server;
    }

    static Letterbox open() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return new Letterbox(server);
    }

    void handTo(Receiver receiver) {
        server.createContext("/", exchange -> {
            var body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(answer(receiver, body, exchange.getRequestHeaders()::getFirst), -1);
            exchange.close();
        });
    }

    /** Keeps the next webhook waiting, until the latch is opened. */
    CountDownLatch isSilent() {
        var until = new CountDownLatch(1);
        silence.set(until);
        return until;
    }

    /** Whether the webhook that is kept waiting has come. */
    boolean keepsOneWaiting() {
        return silence.get() == null;
    }

    private void waitIfSilent() {
        var until = silence.getAndSet(null);
        try {
            if (until != null) {
                until.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int answer(Receiver receiver, byte[] body, Function<String, @Nullable String> header) {
        waitIfSilent();
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return 500;
        }
        var outcome = receiver.receive("sandbox", body, header);
        received.add(outcome);
        return outcome instanceof Outcome.Done<Receipt> ? 200 : 400;
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/webhooks";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
