package org.townloop.supply.booking;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Somebody else's calendar, kind or not. */
final class FeedServer implements AutoCloseable {

    /** How it answers. */
    interface Manner {
        void answer(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final List<String> validators = new CopyOnWriteArrayList<>();
    private volatile Manner manner = exchange -> send(exchange, 404, "");

    FeedServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            validators.add(String.valueOf(exchange.getRequestHeaders().getFirst("If-None-Match")));
            try (exchange) {
                manner.answer(exchange);
            }
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/lin.ics";
    }

    /** What each who asked said they have; {@code null} for nothing. */
    List<String> validators() {
        return validators;
    }

    void answers(Manner other) {
        manner = other;
    }

    /** A calendar with these events, and a tag by which it is known. */
    void has(String tag, String... events) {
        answers(exchange -> {
            exchange.getResponseHeaders().add("ETag", "\"" + tag + "\"");
            if (("\"" + tag + "\"").equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                send(exchange, 200, calendar(events));
            }
        });
    }

    /** Begins, and never ends. */
    void drips(byte[] piece) {
        answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                body.write("BEGIN:VCALENDAR\r\n".getBytes(StandardCharsets.UTF_8));
                for (int each = 0; each < 1_000_000; each++) {
                    body.write(piece);
                    body.flush();
                    if (piece.length < 100) {
                        pause();
                    }
                }
            }
        });
    }

    void leadsTo(String location) {
        answers(exchange -> {
            exchange.getResponseHeaders().add("Location", location);
            exchange.sendResponseHeaders(302, -1);
        });
    }

    static void send(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    static String calendar(String... events) {
        var text = new StringBuilder("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Elsewhere//EN\n");
        for (var event : events) {
            text.append("BEGIN:VEVENT\nUID:")
                    .append(event.hashCode())
                    .append('\n')
                    .append(event)
                    .append("\nEND:VEVENT\n");
        }
        return text.append("END:VCALENDAR\n").toString().replace("\n", "\r\n");
    }

    private static void pause() {
        java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
