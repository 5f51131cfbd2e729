package org.townloop.launch.postgres;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.locks.LockSupport;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL for one test, as durable as the product's. */
final class OwnPostgres implements AutoCloseable {

    private static final Path BINARIES = Path.of("target", "postgres-binaries");
    private static final Settings SMALL = Settings.usual().with(Map.of("shared_buffers", "32MB"));

    private final Path data;
    private final EmbeddedPostgres postgres;

    private OwnPostgres(Path data) {
        this.data = data;
        this.postgres = startIn(data);
    }

    static OwnPostgres start() throws IOException {
        return new OwnPostgres(newFolder());
    }

    static Path newFolder() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(Path.of("target", "own-postgres")), "town-");
    }

    static EmbeddedPostgres startIn(Path data) {
        return EmbeddedPostgres.start(data, BINARIES, SMALL);
    }

    EmbeddedPostgres postgres() {
        return postgres;
    }

    /** Connections as the product pools them. */
    HikariDataSource pool() {
        var database = postgres.database();
        var pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.owner().user());
        pool.setPassword(database.owner().password());
        pool.setMaximumPoolSize(20);
        pool.setConnectionTimeout(3_000);
        pool.setValidationTimeout(1_000);
        return pool;
    }

    /** Kills the postmaster; after an earlier kill, as soon as there is one again. */
    void kill() {
        var until = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!killed()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("PostgreSQL was not started again");
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private boolean killed() {
        try {
            return ProcessHandle.of(postgres.pid())
                    .map(ProcessHandle::destroyForcibly)
                    .orElse(false);
        } catch (NoSuchElementException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        FileSystemUtils.deleteRecursively(data);
    }
}
