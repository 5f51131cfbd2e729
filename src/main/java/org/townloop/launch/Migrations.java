package org.townloop.launch;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.townloop.launch.backup.Restore;
import org.townloop.launch.postgres.Database;

/** Brings the tables of all modules up to date: one history, written by the owner's role. */
public final class Migrations {

    private Migrations() {}

    /** @throws StartRefused if the tables were made by another program than this, or cannot be made */
    public static void migrate(Database database) {
        try {
            flyway(database, MigrationVersion.LATEST, false).migrate();
        } catch (FlywayException e) {
            throw new StartRefused(
                    "The tables of " + database.url() + " do not fit this program: " + e.getMessage(), e);
        }
    }

    /** The same step by step, for a database that is made from a backup. */
    static Restore.Migrator of(Database database) {
        return new Restore.Migrator() {
            @Override
            public void upTo(String version) {
                try {
                    // what is done after each migration counts on tables that may not be there yet
                    flyway(database, MigrationVersion.fromVersion(version), true)
                            .migrate();
                } catch (FlywayException e) {
                    throw new StartRefused("The tables cannot be made as of " + version + ": " + e.getMessage(), e);
                }
            }

            @Override
            public void forward() {
                migrate(database);
            }
        };
    }

    /** The versions that this program knows and the database does not have; those it has and this program lacks. */
    static List<String> pending(Database database) {
        return Stream.of(flyway(database, MigrationVersion.LATEST, false).info().all())
                .filter(info -> !info.getState().isApplied()
                        || info.getState().isFailed()
                        || !info.getState().isResolved())
                .map(info -> info.getVersion() + " " + info.getDescription() + " ("
                        + info.getState().getDisplayName() + ")")
                .toList();
    }

    private static Flyway flyway(Database database, MigrationVersion target, boolean withoutCallbacks) {
        var owner = database.owner();
        return Flyway.configure()
                .dataSource(database.url(), owner.user(), owner.password())
                .locations("classpath:db/migration")
                .failOnMissingLocations(true)
                .validateMigrationNaming(true)
                .target(target)
                .skipDefaultCallbacks(withoutCallbacks)
                .placeholders(Map.of("app", database.app().user()))
                .load();
    }
}
