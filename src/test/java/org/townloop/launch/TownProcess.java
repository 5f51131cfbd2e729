package org.townloop.launch;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.townloop.Townloop;

/** The program as a person starts it: a process of its own, on a folder and a port. */
final class TownProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final Process process;
    private final Path output;
    private final int port;

    private TownProcess(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    static TownProcess start(Path data, int port, Map<String, String> environment, String... arguments)
            throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath(),
                Townloop.class.getName()));
        command.addAll(List.of(arguments));
        var output =
                Files.createTempFile(Files.createDirectories(Path.of("target", "town-processes")), "town-", ".log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("TOWNLOOP_DATA", data.toString());
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.environment().putAll(environment);
        return new TownProcess(builder.start(), output, port);
    }

    /** That of the product: what tests wire must not be found by it. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Waits until the portal answers as it should. */
    TownProcess awaitPortal() throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (portal() != 200) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                throw new AssertionError("no portal; the town says:\n" + said());
            }
            Thread.sleep(100);
        }
        return this;
    }

    /** Waits until it has said so. */
    TownProcess awaitSaid(String what) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!said().contains(what)) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                throw new AssertionError("it does not say " + what + "; it says:\n" + said());
            }
            Thread.sleep(100);
        }
        return this;
    }

    /** The status of the portal's first page; 0 if nobody answers. */
    int portal() throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/"))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    /** What the page says. */
    String page(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept-Language", "en")
                .timeout(Duration.ofSeconds(20))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString()).body();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("it does not end; it says:\n" + said());
        }
        return process.exitValue();
    }

    String said() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void crash() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As by Ctrl-C. */
    void end() throws InterruptedException {
        process.destroy();
        exitCode();
    }

    @Override
    public void close() throws InterruptedException {
        if (process.isAlive()) {
            end();
        }
    }
}
