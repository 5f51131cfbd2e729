package org.townloop.launch.backup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.townloop.launch.postgres.Database;

/** Connections that write and read values alike on every machine. */
final class Connections {

    private Connections() {}

    static Connection of(Database database, Database.Login login) throws SQLException {
        var connection = DriverManager.getConnection(database.url(), login.user(), login.password());
        try (var statement = connection.createStatement()) {
            statement.execute("set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'iso_8601';"
                    + " set extra_float_digits = 1; set bytea_output = 'hex'; set statement_timeout = 0;"
                    + " set idle_in_transaction_session_timeout = 0");
        }
        return connection;
    }
}
