package org.townloop.launch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.townloop.launch.postgres.Database;
import org.townloop.launch.postgres.EmbeddedPostgres;
import org.townloop.launch.postgres.PostgresFailure;

/**
 * The database as this process found it: running and durable.
 *
 * @param own the data folder's own PostgreSQL, or null if another was given
 */
record OpenDatabase(
        Database database,
        String version,
        Durability durability,
        @Nullable EmbeddedPostgres own) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OpenDatabase.class);
    private static final int OLDEST = 15;

    /** @throws PostgresFailure if it cannot be had as it must be */
    static OpenDatabase of(TownloopProperties properties) {
        var open = asItIs(properties);
        try {
            LOG.info("PostgreSQL {} at {}: {}", open.version, open.database.url(), open.durability);
            Migrations.migrate(open.database);
            return open;
        } catch (RuntimeException e) {
            open.close();
            throw e;
        }
    }

    /**
     * The same, with its tables as they are, or none.
     *
     * @throws PostgresFailure if it cannot be had as it must be
     */
    static OpenDatabase asItIs(TownloopProperties properties) {
        var given = properties.givenDatabase();
        if (given != null) {
            return checked(given, null);
        }
        var own = EmbeddedPostgres.start(properties.data());
        try {
            return checked(own.database(), own);
        } catch (RuntimeException e) {
            own.close();
            throw e;
        }
    }

    private static OpenDatabase checked(Database database, @Nullable EmbeddedPostgres own) {
        try (var connection = connect(database)) {
            var meta = connection.getMetaData();
            if (meta.getDatabaseMajorVersion() < OLDEST) {
                throw new PostgresFailure("PostgreSQL " + meta.getDatabaseProductVersion() + " at " + database.url()
                        + " is too old: Townloop needs " + OLDEST + " or newer.");
            }
            requireModest(connection, database);
            var durability = Durability.required(connection);
            return new OpenDatabase(database, meta.getDatabaseProductVersion(), durability, own);
        } catch (SQLException e) {
            throw new PostgresFailure(
                    "PostgreSQL at " + database.url() + " cannot be worked with: " + e.getMessage(), e);
        }
    }

    private static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(
                database.url(), database.app().user(), database.app().password());
    }

    /** Append-only tables are only that for a role that can neither give itself rights nor owns them. */
    private static void requireModest(Connection connection, Database database) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select rolsuper from pg_roles where rolname = current_user")) {
            if (database.app().user().equals(database.owner().user()) || rows.next() && rows.getBoolean(1)) {
                throw new PostgresFailure("The role " + database.app().user() + " may do too much to work with money:"
                        + " TOWNLOOP_DB_USER must be neither a superuser nor the owner of the tables.");
            }
        }
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}
