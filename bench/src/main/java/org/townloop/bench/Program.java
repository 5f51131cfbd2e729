package org.townloop.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that serves a page, started and timed until it does. */
final class Program implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final Process process;
    private final int port;
    private final long started;

    private Program(Process process, int port, long started) {
        this.process = process;
        this.port = port;
        this.started = started;
    }

    static Program start(List<String> command, Map<String, String> environment, Path log) throws IOException {
        var port = freePort();
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        // a crowd from one address is what is measured
        builder.environment().put("TOWNLOOP_LIMITS_WRITES", "0");
        builder.environment().put("TOWNLOOP_LIMITS_SEARCHES", "0");
        builder.environment().put("TOWNLOOP_LIMITS_OPENHOLDS", "0");
        builder.environment().put("TOWNLOOP_LIMITS_OPENHOLDSATPLACE", "0");
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        var started = System.nanoTime();
        return new Program(builder.start(), port, started);
    }

    int port() {
        return port;
    }

    /** Seconds from the start of the process to the whole first page; negative if it never came. */
    double secondsToFirstPage() throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                .header("Accept", "text/html")
                .timeout(Duration.ofSeconds(30))
                .build();
        while (System.nanoTime() - started < PATIENCE.toNanos() && process.isAlive()) {
            try {
                if (CLIENT.send(request, BodyHandlers.ofString()).statusCode() == 200) {
                    return (System.nanoTime() - started) / 1e9;
                }
            } catch (IOException e) {
                // not yet
            }
            Thread.sleep(5);
        }
        return -1;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
