package org.townloop.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;
import org.townloop.TestTown;
import org.townloop.launch.postgres.Database;
import org.townloop.launch.postgres.EmbeddedPostgres;
import org.townloop.launch.postgres.Settings;

/** A second PostgreSQL, with passwords, roles and transaction ids of its own. */
final class OtherMachine {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static @Nullable EmbeddedPostgres postgres;
    private static @Nullable Path folder;

    private OtherMachine() {}

    /** A database of it without any table. */
    static synchronized Database emptyDatabase() throws IOException {
        var running = running().database();
        var name = "elsewhere_" + DATABASES.incrementAndGet();
        new JdbcTemplate(TestTown.plain(running, running.owner())).execute("create database " + name);
        return new Database(
                running.url().replaceFirst("/townloop\\?", "/" + name + "?"), running.owner(), running.app());
    }

    static synchronized void end() throws IOException {
        if (postgres != null) {
            postgres.close();
            postgres = null;
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static EmbeddedPostgres running() throws IOException {
        var known = postgres;
        if (known != null) {
            return known;
        }
        var data = Files.createTempDirectory(Files.createDirectories(Path.of("target", "own-postgres")), "other-");
        var started = EmbeddedPostgres.start(
                data,
                Path.of("target", "postgres-binaries"),
                Settings.usual()
                        .with(Map.of(
                                "fsync", "off",
                                "synchronous_commit", "off",
                                "full_page_writes", "off",
                                "shared_buffers", "32MB")));
        folder = data;
        postgres = started;
        return started;
    }
}
