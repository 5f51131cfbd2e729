package org.townloop.launch.backup;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.townloop.base.kernel.Disk;
import org.townloop.launch.backup.Manifest.StoredFile;
import org.townloop.launch.backup.Manifest.Table;
import org.townloop.launch.postgres.Database;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a town into one file while it goes on working: all tables as one snapshot sees them, each streamed, and the
 * files of the data folder. The archive bears its name only once it is whole, and on the disk.
 */
public final class Backup {

    private final Database database;
    private final Path data;
    private final String program;
    private final Clock clock;

    public Backup(Database database, Path data, String program, Clock clock) {
        this.database = database;
        this.data = data;
        this.program = program;
        this.clock = clock;
    }

    /**
     * Writes the archive, readable by its owner only.
     *
     * @param passphrase under which the keys go along; null to leave them out
     * @throws BackupRefused if the file is there already, lies in the data folder, or cannot be written
     */
    public Manifest into(Path file, @Nullable String passphrase) {
        var whole = file.toAbsolutePath();
        var half = whole.resolveSibling(whole.getFileName() + ".part");
        if (liesIn(data, whole)) {
            throw new BackupRefused(
                    whole + " lies in the data folder, all of which goes into the backup, the backup too."
                            + " Write it elsewhere.");
        }
        if (Files.exists(whole)) {
            throw new BackupRefused(whole + " is there already. A backup overwrites nothing: choose another name.");
        }
        try {
            Files.createDirectories(whole.getParent());
            Files.deleteIfExists(half);
            Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            var manifest = write(half, passphrase);
            Disk.sync(half);
            Files.move(half, whole, StandardCopyOption.ATOMIC_MOVE);
            Disk.syncName(whole);
            return manifest;
        } catch (IOException | SQLException e) {
            throw new BackupRefused("The backup could not be written to " + whole + ": " + e.getMessage(), e);
        }
    }

    /** By whatever links it is reached: what does not exist yet lies where its nearest folder lies. */
    private static boolean liesIn(Path data, Path file) {
        try {
            var folder = file.normalize().getParent();
            while (folder != null && !Files.exists(folder)) {
                folder = folder.getParent();
            }
            return file.normalize().startsWith(data)
                    || folder != null
                            && Files.exists(data)
                            && folder.toRealPath().startsWith(data.toRealPath());
        } catch (IOException e) {
            throw new BackupRefused("It cannot be told where " + file + " lies: " + e.getMessage(), e);
        }
    }

    private Manifest write(Path half, @Nullable String passphrase) throws IOException, SQLException {
        try (var connection = Connections.of(database, database.owner());
                var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(half), 1 << 16))) {
            zip.setLevel(Deflater.BEST_SPEED);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            var manifest = write(connection, zip, passphrase);
            connection.rollback();
            return manifest;
        }
    }

    private Manifest write(Connection connection, ZipOutputStream zip, @Nullable String passphrase)
            throws IOException, SQLException {
        var catalogue = new Catalogue(connection);
        var migrations = catalogue.migrations();
        if (migrations.isEmpty()) {
            throw new BackupRefused("There is no town in " + database.url() + " yet.");
        }
        var at = clock.instant();
        var tables = new ArrayList<Table>();
        for (var shape : catalogue.shapes()) {
            tables.add(copy(connection, zip, shape));
        }
        var sequences = catalogue.sequences();
        var files = files(zip);
        if (passphrase != null) {
            keys(zip, passphrase);
        }
        var manifest = new Manifest(
                Manifest.FORMAT,
                program,
                connection.getMetaData().getDatabaseProductVersion(),
                at,
                migrations,
                List.copyOf(tables),
                sequences,
                files,
                passphrase != null);
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        zip.write(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        zip.closeEntry();
        return manifest;
    }

    private static Table copy(Connection connection, ZipOutputStream zip, Catalogue.Shape shape)
            throws IOException, SQLException {
        var entry = new Table(shape.name(), shape.columns(), 0, "").entry();
        zip.putNextEntry(new ZipEntry(entry));
        var digest = new Digest();
        var order = shape.order().isEmpty() ? "" : " order by " + String.join(", ", shape.order());
        var rows = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "copy (select " + shape.columnList() + " from " + shape.name() + order + ") to stdout",
                        digest.of(keptOpen(zip)));
        zip.closeEntry();
        return new Table(shape.name(), shape.columns(), rows, digest.hex());
    }

    private List<StoredFile> files(ZipOutputStream zip) throws IOException {
        var stored = new ArrayList<StoredFile>();
        for (var file : KeptFiles.in(data)) {
            stored(zip, file).ifPresent(stored::add);
        }
        return List.copyOf(stored);
    }

    /** Nothing if it has been removed or renamed since it was listed: the town is at work, and nobody names it any more. */
    private Optional<StoredFile> stored(ZipOutputStream zip, Path file) throws IOException {
        var name = KeptFiles.name(data, file);
        try (var content = Files.newInputStream(file)) {
            zip.putNextEntry(new ZipEntry(new StoredFile(name, 0, "").entry()));
            var digest = new Digest();
            var bytes = content.transferTo(digest.of(keptOpen(zip)));
            zip.closeEntry();
            return Optional.of(new StoredFile(name, bytes, digest.hex()));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    private void keys(ZipOutputStream zip, String passphrase) throws IOException {
        var keys = new LinkedHashMap<String, byte[]>();
        for (var file : KeptFiles.keysIn(data)) {
            keys.put(KeptFiles.name(data, file), Files.readAllBytes(file));
        }
        zip.putNextEntry(new ZipEntry(Sealed.ENTRY));
        zip.write(Sealed.seal(keys, passphrase));
        zip.closeEntry();
    }

    /** What is written to it may be closed; the archive stays open. */
    private static OutputStream keptOpen(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() {}
        };
    }
}
