package org.townloop.launch.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** Starts and stops PostgreSQL on one cluster. */
final class Postmaster {

    private static final Duration POLL = Duration.ofMillis(10);
    private static final Duration SHORTLY = Duration.ofSeconds(30);
    /** Replaying the log after a crash takes as long as it takes. */
    private static final Duration RECOVERY = Duration.ofMinutes(10);

    private static final Pattern FAILURE = Pattern.compile("FATAL:  (?!terminating)");

    private final Programs programs;
    private final Path cluster;
    private final Path log;

    Postmaster(Programs programs, Path cluster, Path log) {
        this.programs = programs;
        this.cluster = cluster;
        this.log = log;
    }

    Optional<PidFile> living() {
        return PidFile.ofLiving(cluster);
    }

    /**
     * Starts it in a session of its own, so that a Ctrl-C meant for the application does not reach it first.
     *
     * @return once it takes connections
     * @throws PostgresFailure with the end of its log, if it does not start
     */
    PidFile start() {
        PidFile.removeIfDead(cluster);
        var already = size(log);
        programs.run(cluster, "", "pg_ctl", "start", "-W", "-s", "-D", cluster.toString(), "-l", log.toString());
        await(SHORTLY, () -> living().isPresent() || failedSince(already));
        await(RECOVERY, () -> living().filter(file -> !file.ready()).isEmpty());
        return living().filter(PidFile::ready).orElseThrow(() -> new PostgresFailure(whyNot(already)));
    }

    /** Waits until one that somebody else started takes connections. */
    Optional<PidFile> ready() {
        await(RECOVERY, () -> living().filter(file -> !file.ready()).isEmpty());
        return living();
    }

    /** Ends all connections and stops it, with everything on disk. */
    void stop() {
        if (living().isPresent()) {
            programs.run(cluster, "", "pg_ctl", "stop", "-W", "-s", "-m", "fast", "-D", cluster.toString());
            await(RECOVERY, () -> living().isEmpty());
        }
    }

    /** What a killed postmaster left behind still ends its own connections meanwhile: no failure of the new one. */
    private boolean failedSince(long already) {
        return FAILURE.matcher(logSince(already)).find();
    }

    private String whyNot(long already) {
        return "PostgreSQL did not start. Its log " + log + " says:\n"
                + logSince(already).strip();
    }

    private String logSince(long already) {
        try {
            var bytes = Files.readAllBytes(log);
            return new String(bytes, (int) already, (int) (bytes.length - already), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private static void await(Duration atMost, BooleanSupplier condition) {
        var end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            try {
                Thread.sleep(POLL);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new PostgresFailure("interrupted while waiting for PostgreSQL", e);
            }
        }
    }
}
