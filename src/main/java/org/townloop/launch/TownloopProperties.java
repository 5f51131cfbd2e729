package org.townloop.launch;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;
import org.townloop.launch.postgres.Database;

/**
 * What can be set; each as {@code townloop.<name>} or in the environment as {@code TOWNLOOP_<NAME>}.
 *
 * @param data the folder of everything that this instance keeps
 * @param region the code of the region whose portal is shown first
 * @param db a PostgreSQL that somebody else runs; its url is empty if there is none
 * @param backup under which passphrase the keys are put into backups; empty for none
 */
@ConfigurationProperties("townloop")
record TownloopProperties(
        @DefaultValue("data") Path data,
        @DefaultValue("willow-creek") String region,
        @DefaultValue Db db,
        @DefaultValue Backup backup) {

    record Db(
            @DefaultValue("") String url,
            @DefaultValue("") String user,
            @DefaultValue("") String password,
            @DefaultValue Owner owner) {}

    record Backup(@DefaultValue("") String passphrase) {

        @Override
        public String toString() {
            return "Backup";
        }
    }

    record Owner(
            @DefaultValue("") String user, @DefaultValue("") String password) {}

    static TownloopProperties of(Environment environment) {
        return Binder.get(environment).bindOrCreate("townloop", TownloopProperties.class);
    }

    /** The database that was given, or null if the data folder's own is to be used. */
    @Nullable
    Database givenDatabase() {
        if (db.url.isBlank()) {
            return null;
        }
        if (db.user.isBlank() || db.owner.user.isBlank()) {
            throw new StartRefused("TOWNLOOP_DB_URL names a database; name its two roles too: TOWNLOOP_DB_USER and"
                    + " TOWNLOOP_DB_PASSWORD work with rows, TOWNLOOP_DB_OWNER_USER and TOWNLOOP_DB_OWNER_PASSWORD make"
                    + " the tables.");
        }
        return new Database(
                db.url, new Database.Login(db.owner.user, db.owner.password), new Database.Login(db.user, db.password));
    }
}
