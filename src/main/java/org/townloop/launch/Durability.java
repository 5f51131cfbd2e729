package org.townloop.launch;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.townloop.launch.postgres.PostgresFailure;

/**
 * What keeps acknowledged writes through a crash, as PostgreSQL itself says it is set for the application's role.
 *
 * @param settings by name, all of them safe
 */
record Durability(Map<String, String> settings) {

    /** @throws PostgresFailure naming each setting that would lose acknowledged writes */
    static Durability required(Connection connection) throws SQLException {
        var settings = new LinkedHashMap<String, String>();
        for (var name : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
            settings.put(name, show(connection, name));
        }
        var unsafe = settings.entrySet().stream()
                .filter(setting -> setting.getValue().equals("off"))
                .map(Object::toString)
                .collect(Collectors.joining(", "));
        if (!unsafe.isEmpty()) {
            throw new PostgresFailure("PostgreSQL would lose what it has acknowledged: " + unsafe
                    + ". Townloop handles money and does not start on it; switch this on.");
        }
        return new Durability(settings);
    }

    private static String show(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("show " + name)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Override
    public String toString() {
        return settings.entrySet().stream().map(Object::toString).collect(Collectors.joining(" "));
    }
}
