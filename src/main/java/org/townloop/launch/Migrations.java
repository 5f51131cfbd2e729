package org.townloop.launch;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.townloop.launch.postgres.Database;

/** Brings the tables of all modules up to date: one history, written by the owner's role. */
public final class Migrations {

    private Migrations() {}

    /** @throws StartRefused if the tables were made by another program than this, or cannot be made */
    public static void migrate(Database database) {
        try {
            flyway(database).migrate();
        } catch (FlywayException e) {
            throw new StartRefused(
                    "The tables of " + database.url() + " do not fit this program: " + e.getMessage(), e);
        }
    }

    private static Flyway flyway(Database database) {
        var owner = database.owner();
        return Flyway.configure()
                .dataSource(database.url(), owner.user(), owner.password())
                .locations("classpath:db/migration")
                .failOnMissingLocations(true)
                .validateMigrationNaming(true)
                .placeholders(Map.of("app", database.app().user()))
                .load();
    }
}
