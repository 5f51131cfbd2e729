package org.townloop.launch.postgres;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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

    void kill() {
        ProcessHandle.of(postgres.pid()).orElseThrow().destroyForcibly();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        FileSystemUtils.deleteRecursively(data);
    }
}
