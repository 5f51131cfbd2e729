package org.townloop.launch;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.townloop.launch.postgres.Database;
import org.townloop.launch.postgres.PostgresFailure;

/** Looks whether a database was a demo's, where made-up people sign in without a password. */
final class DemoTraces {

    private DemoTraces() {}

    /** @throws StartRefused if it was */
    static void requireNone(Database database) {
        try (var connection = DriverManager.getConnection(
                        database.url(), database.app().user(), database.app().password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select exists (select from identity.token where demo)")) {
            rows.next();
            if (rows.getBoolean(1)) {
                throw new StartRefused("The database at " + database.url() + " holds the demo town and its sign-ins."
                        + " A real town starts on a database of its own: choose another TOWNLOOP_DATA or"
                        + " TOWNLOOP_DB_URL.");
            }
        } catch (SQLException e) {
            throw new PostgresFailure("PostgreSQL at " + database.url() + " cannot be read: " + e.getMessage(), e);
        }
    }
}
