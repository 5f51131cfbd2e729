package org.townloop;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import org.townloop.launch.Migrations;
import org.townloop.launch.postgres.Database;
import org.townloop.launch.postgres.EmbeddedPostgres;
import org.townloop.launch.postgres.Settings;

/**
 * One PostgreSQL for all tests of a JVM, with the real migrations and both roles. It forgets on a power cut, which
 * tests may; those of durability start their own.
 */
public final class TestTown {

    private static final Path TOWNS = Path.of("target", "testtown");
    private static final Path FOLDER =
            TOWNS.resolve(Long.toString(ProcessHandle.current().pid()));
    private static final String TEMPLATE = "template_town";
    private static final AtomicInteger TOWN = new AtomicInteger();
    private static final EmbeddedPostgres POSTGRES = start();
    private static final Database SHARED = fresh();
    private static final DataSource APP = pool(SHARED.app());

    private TestTown() {}

    /** The database shared by all tests that want no other. */
    public static Database database() {
        return SHARED;
    }

    /** The folder of that database's town. */
    public static Path data() {
        return FOLDER.resolve("town");
    }

    /** Pooled connections of the application's role. */
    public static DataSource app() {
        return APP;
    }

    /** Connections of the role that owns the tables. */
    public static DataSource owner() {
        return plain(SHARED, SHARED.owner());
    }

    public static JdbcClient jdbc() {
        return JdbcClient.create(APP);
    }

    /** Another database with all tables and no rows. */
    public static synchronized Database fresh() {
        var name = "town_" + TOWN.incrementAndGet();
        execute(POSTGRES.database(), "create database " + name + " template " + TEMPLATE);
        return at(name);
    }

    /** Removes all rows of the shared database, those of the append-only tables too. */
    public static void clear() {
        var owner = new JdbcTemplate(owner());
        var tables = owner.queryForList("""
            select format('%I.%I', schemaname, tablename)
            from pg_tables
            where schemaname not in ('public', 'pg_catalog', 'information_schema')
            """, String.class);
        whenNobodyIsInTheWay(
                owner,
                "alter table ledger.transfer disable trigger user;"
                        + tables.stream().collect(Collectors.joining(", ", "truncate ", " restart identity;"))
                        + "alter table ledger.transfer enable trigger user");
    }

    /** Removes the places and all that hangs on them. */
    public static void clearPlaces() {
        whenNobodyIsInTheWay(new JdbcTemplate(owner()), "truncate merchant.place cascade");
    }

    /** Jobs of a context that other tests keep open read meanwhile: of a deadlock with them this one is tried again. */
    private static void whenNobodyIsInTheWay(JdbcTemplate owner, String statements) {
        for (int attempt = 1; ; attempt++) {
            try {
                owner.execute(statements);
                return;
            } catch (PessimisticLockingFailureException e) {
                if (attempt == 10) {
                    throw e;
                }
            }
        }
    }

    /** Connections that are opened anew each time. */
    public static DataSource plain(Database database, Database.Login login) {
        var source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(login.user());
        source.setPassword(login.password());
        return source;
    }

    private static EmbeddedPostgres start() {
        removeLeftovers();
        var settings = Boolean.getBoolean("durable") // to be measured
                ? Settings.usual()
                : Settings.usual()
                        .with(Map.of(
                                "fsync", "off",
                                "synchronous_commit", "off",
                                "full_page_writes", "off",
                                "shared_buffers", "64MB",
                                "max_connections", "300"));
        var postgres = EmbeddedPostgres.start(FOLDER, Path.of("target", "postgres-binaries"), settings);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres)));
        execute(postgres.database(), "create database " + TEMPLATE);
        Migrations.migrate(at(postgres.database(), TEMPLATE));
        return postgres;
    }

    private static void stop(EmbeddedPostgres postgres) {
        postgres.close();
        delete(FOLDER);
    }

    /** A test JVM that was killed leaves its PostgreSQL behind. */
    private static void removeLeftovers() {
        for (var folder :
                TOWNS.toFile().list() == null ? new String[0] : TOWNS.toFile().list()) {
            if (ProcessHandle.of(Long.parseLong(folder)).isEmpty()) {
                var cluster = TOWNS.resolve(folder)
                        .resolve("postgres")
                        .toAbsolutePath()
                        .toString();
                ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info().commandLine().orElse("").endsWith("-D " + cluster))
                        .forEach(ProcessHandle::destroyForcibly);
                delete(TOWNS.resolve(folder));
            }
        }
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            System.err.println(folder + " stays: " + e);
        }
    }

    private static Database at(String name) {
        return at(POSTGRES.database(), name);
    }

    private static Database at(Database database, String name) {
        var url = database.url().replaceFirst("/townloop\\?", "/" + name + "?");
        return new Database(url, database.owner(), database.app());
    }

    private static void execute(Database database, String sql) {
        new JdbcTemplate(plain(database, database.owner())).execute(sql);
    }

    private static DataSource pool(Database.Login login) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(SHARED.url());
        pool.setUsername(login.user());
        pool.setPassword(login.password());
        pool.setMaximumPoolSize(20);
        pool.setMinimumIdle(0);
        return pool;
    }
}
