package org.townloop.crash;

import crashtown.CrashingTown;
import crashtown.Tripwires;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.launch.postgres.Database;

/** A town in a process of its own, started again whenever it has died. */
final class ChildTown implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final Database database;
    private final Path folder;
    private final boolean careless;
    private final int port;
    private final Duration ahead = Duration.between(Instant.now(), TestClock.START);
    private @Nullable Process process;

    ChildTown(Database database, boolean careless) throws IOException {
        this.database = database;
        this.careless = careless;
        this.folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "crash")), "town");
        try (var socket = new ServerSocket(0)) {
            this.port = socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    void start() throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dcrash.careless=" + careless));
        settings().forEach((name, value) -> command.add("-Dcrash." + name + "=" + value));
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                CrashingTown.class.getName()));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(folder.toFile(), "town.log")))
                .start();
        awaitReady();
    }

    /** Starts it again when the leases on the jobs of whoever died are over: as if that time had gone by. */
    void restart() throws IOException {
        JdbcClient.create(TestTown.plain(database, database.app()))
                .sql("update kernel.scheduled_task set last_heartbeat = 'epoch' where picked")
                .update();
        start();
    }

    /** Arms a step; the process dies when it gets there. */
    void arm(String step) throws IOException {
        send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sandbox/test/arm?step=" + step))
                .POST(BodyPublishers.noBody()));
    }

    /** What the audit finds, as JSON: {@code []} if all is sound. */
    String audit() throws IOException {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sandbox/test/audit")));
    }

    /** The names of the text messages that it sent, before and after each crash. */
    List<String> sent() throws IOException {
        var file = folder.resolve("sent");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /** Whether it died of the step that was armed; waits for it to be gone. */
    boolean hasHalted() {
        try {
            return process != null && process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == Tripwires.HALTED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Lets it live so long at most: it may have died before. */
    void liveFor(Duration time) {
        waitFor(time);
    }

    /** As by {@code kill -9}. */
    void kill() {
        close();
        waitFor(PATIENCE);
    }

    boolean isDead() {
        return process == null || !process.isAlive();
    }

    private void waitFor(Duration time) {
        try {
            if (process != null) {
                process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    private Map<String, String> settings() {
        return Map.of(
                "data", folder.toString(),
                "port", Integer.toString(port),
                "url", database.url(),
                "owner.user", database.owner().user(),
                "owner.password", database.owner().password(),
                "app.user", database.app().user(),
                "app.password", database.app().password(),
                "ahead", ahead.toString());
    }

    private void awaitReady() throws IOException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until && process != null && process.isAlive()) {
            try {
                audit();
                return;
            } catch (IOException e) {
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
        throw new AssertionError("the town did not open: " + Files.readString(folder.resolve("town.log")));
    }

    private String send(HttpRequest.Builder request) throws IOException {
        try {
            var response = http.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException(response.statusCode() + " " + response.body());
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
