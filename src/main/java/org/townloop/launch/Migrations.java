package org.townloop.launch;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.townloop.launch.postgres.Database;

/** Brings the tables of all modules up to date: one history, written by the owner's role. */
public final class Migrations {

    private Migrations() {}

    public static void migrate(Database database) {
        var owner = database.owner();
        Flyway.configure()
                .dataSource(database.url(), owner.user(), owner.password())
                .locations("classpath:db/migration")
                .failOnMissingLocations(true)
                .validateMigrationNaming(true)
                .placeholders(Map.of("app", database.app().user()))
                .load()
                .migrate();
    }
}
