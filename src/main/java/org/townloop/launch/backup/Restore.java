package org.townloop.launch.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.townloop.base.kernel.DataFolder;
import org.townloop.base.kernel.Relocation;
import org.townloop.launch.backup.Manifest.Migration;
import org.townloop.launch.backup.Manifest.Table;
import org.townloop.launch.postgres.Database;
import org.townloop.loop.ledger.BookRelocation;

/**
 * Makes a town from an archive, in an empty folder and an empty database: the tables as they were at the time of the
 * backup, all rows in one transaction, then the tables as this program has them. Files are written beside their places
 * first, and moved there just before the rows are committed: whatever fails before that leaves neither, and what a power
 * cut leaves, the next restore takes away. Once the rows are committed the town is there, and each start goes on with it.
 */
public final class Restore {

    /** Makes and changes tables. */
    public interface Migrator {

        /** Makes the tables as they were after the migration of that version. */
        void upTo(String version);

        /** Brings them up to date. */
        void forward();
    }

    private final Database database;
    private final Path data;
    private final Migrator migrator;

    public Restore(Database database, Path data, Migrator migrator) {
        this.database = database;
        this.data = data;
        this.migrator = migrator;
    }

    /**
     * Restores all of it.
     *
     * @param passphrase under which the keys were put in; null to go without them
     * @param besides adds to the files, in a folder like the data folder, what is newer than the archive
     * @throws BackupRefused if the archive is not whole, the place is not empty, or the tables cannot be made; nothing
     *     that was there before is changed, and it may be tried again. Or, as its message says, if everything is
     *     restored but could not be brought up to date, which the next start does
     */
    public void from(Archive archive, @Nullable String passphrase, Consumer<DataFolder> besides) {
        archive.requireWhole();
        try {
            var keys = keys(archive, passphrase);
            MovedFiles.takeBack(data, requireEmptyDatabase());
            requireEmptyFolder();
            try (var staged = new StagedFiles(data)) {
                stage(archive, keys, staged);
                besides.accept(new DataFolder(staged.folder()));
                var restore = UUID.randomUUID().toString();
                makeTables(archive.manifest(), restore);
                load(archive, staged, restore);
            }
        } catch (IOException | SQLException e) {
            throw new BackupRefused("The backup could not be restored: " + e.getMessage(), e);
        }
        bringUpToDate();
    }

    private void bringUpToDate() {
        try {
            migrator.forward();
            try (var connection = Connections.of(database, database.owner())) {
                execute(connection, "comment on schema kernel is null");
                execute(connection, "analyze");
            }
        } catch (SQLException | RuntimeException e) {
            throw new BackupRefused(
                    "All rows and files of the backup are in their places; what comes after that was cut short: "
                            + e.getMessage()
                            + " Mend that, and start the program: it goes on from here, and nothing has"
                            + " to be restored again. Then let it read its books: townloop ledger audit.",
                    e);
        }
    }

    private static Map<String, byte[]> keys(Archive archive, @Nullable String passphrase) throws IOException {
        if (!archive.manifest().keys() || passphrase == null) {
            return Map.of();
        }
        try (var sealed = archive.entry(Sealed.ENTRY)) {
            return Sealed.open(sealed.readAllBytes(), passphrase);
        }
    }

    private void requireEmptyFolder() throws IOException {
        var there = new TreeSet<>(KeptFiles.in(data));
        there.addAll(KeptFiles.keysIn(data));
        if (!there.isEmpty()) {
            throw new BackupRefused("The data folder " + data + " is not empty: there is " + there.first()
                    + ". A town is restored into a folder of its own.");
        }
    }

    /** @return the restore that was begun in it and did not end, as the comment on the kernel's schema names it */
    private String requireEmptyDatabase() throws SQLException {
        try (var connection = Connections.of(database, database.owner())) {
            var catalogue = new Catalogue(connection);
            var full = catalogue.firstWithRows();
            if (!full.isEmpty()) {
                throw new BackupRefused("The database at " + database.url() + " is not empty: there are rows in " + full
                        + ". A town is restored into a database of its own.");
            }
            return catalogue.restoreBegun();
        }
    }

    /**
     * Tables without rows, such as a start that was cut short leaves behind, are made afresh. What else there is in the
     * database is somebody else's, and is left alone.
     */
    private void makeTables(Manifest manifest, String restore) throws SQLException {
        try (var connection = Connections.of(database, database.owner())) {
            for (var schema : OwnSchemas.NAMES) {
                execute(connection, "drop schema if exists " + schema + " cascade");
            }
            execute(connection, "drop table if exists public.flyway_schema_history");
        }
        migrator.upTo(manifest.migrations().stream()
                .map(Migration::version)
                .max(String::compareTo)
                .orElseThrow());
        try (var connection = Connections.of(database, database.owner())) {
            requireSame(manifest, new Catalogue(connection));
            execute(connection, "comment on schema kernel is '" + restore + "'");
        }
    }

    private static void requireSame(Manifest manifest, Catalogue catalogue) throws SQLException {
        var theirs = byVersion(manifest.migrations());
        var ours = byVersion(catalogue.migrations());
        var differing = new TreeSet<>(theirs.keySet());
        differing.addAll(ours.keySet());
        differing.removeIf(
                version -> theirs.containsKey(version) && theirs.get(version).equals(ours.get(version)));
        if (!differing.isEmpty()) {
            throw new BackupRefused("The backup is of Townloop " + manifest.program()
                    + ", whose tables are not a stage of this program's: migration "
                    + String.join(", ", differing) + ". Restore it with that version, or a newer one.");
        }
    }

    private static Map<String, Integer> byVersion(List<Migration> migrations) {
        return migrations.stream()
                .collect(Collectors.toMap(Migration::version, Migration::checksum, (a, b) -> b, HashMap::new));
    }

    /** Keys between tables are taken away and put back, which checks them; triggers of ours do not fire meanwhile. */
    private void load(Archive archive, StagedFiles staged, String restore) throws IOException, SQLException {
        try (var connection = Connections.of(database, database.owner())) {
            connection.setAutoCommit(false);
            var catalogue = new Catalogue(connection);
            requireSettled(catalogue);
            var keys = catalogue.foreignKeys();
            for (var key : keys) {
                execute(connection, "alter table " + key.table() + " drop constraint " + key.name());
            }
            for (var table : archive.manifest().tables()) {
                copy(connection, archive, table);
            }
            Relocation.settle(connection);
            BookRelocation.settle(connection);
            for (var sequence : archive.manifest().sequences()) {
                execute(
                        connection,
                        "select setval('%s', %d, %s)".formatted(sequence.name(), sequence.value(), sequence.called()));
            }
            for (var key : keys) {
                execute(
                        connection,
                        "alter table " + key.table() + " add constraint " + key.name() + " " + key.definition());
            }
            staged.move(restore);
            connection.commit();
            staged.keep();
        }
    }

    /** A column of transaction ids that nobody settles would tell of another cluster's time. */
    private static void requireSettled(Catalogue catalogue) throws SQLException {
        var unsettled = new TreeSet<>(catalogue.transactionColumns());
        unsettled.removeAll(Relocation.COLUMNS);
        unsettled.removeAll(BookRelocation.COLUMNS);
        if (!unsettled.isEmpty()) {
            throw new BackupRefused("No backup can be restored that has transaction ids in " + unsettled);
        }
    }

    private static void copy(Connection connection, Archive archive, Table table) throws IOException, SQLException {
        execute(connection, "alter table " + table.name() + " disable trigger user");
        try (var rows = archive.entry(table.entry())) {
            var read = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy " + table.name() + " (" + String.join(", ", table.columns()) + ") from stdin",
                            rows,
                            1 << 16);
            if (read != table.rows()) {
                throw new BackupRefused("Table %s took %,d of %,d rows.".formatted(table.name(), read, table.rows()));
            }
        }
        execute(connection, "alter table " + table.name() + " enable trigger user");
    }

    private static void stage(Archive archive, Map<String, byte[]> keys, StagedFiles staged) throws IOException {
        for (var stored : archive.manifest().files()) {
            try (var in = archive.entry(stored.entry())) {
                staged.add(stored.path(), in);
            }
        }
        for (var key : keys.entrySet()) {
            staged.addSecret(key.getKey(), key.getValue());
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
