package org.townloop.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.townloop.TestTown;
import org.townloop.launch.backup.Archive;
import org.townloop.launch.backup.Backup;
import org.townloop.launch.backup.BackupRefused;
import org.townloop.launch.backup.CutOffRestore;
import org.townloop.launch.backup.Manifest;
import org.townloop.launch.backup.Restore;
import org.townloop.launch.postgres.Database;

/** All of a town comes back, or none of it, and nothing of anybody else's goes. */
class RestoreOrderTests {

    private static final String PASSPHRASE = "nine willows at the creek";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Database old;

    @BeforeEach
    void backUp() throws IOException {
        old = OtherMachine.emptyDatabase();
        Migrations.migrate(old);
        owner(old).update("""
            insert into region.region (id, kind, code, name, zone, currency, languages, platform_basis_points,
                partner_basis_points)
            values (7, 'county', 'older', '{"en":"Older"}', 'UTC', 'CNY', '{en}', 0, 0)
            """);
        write("media/1/picture.webp", "a picture");
        write("keys/voucher.key", "a secret");
        backup(old, folder.resolve("old")).into(folder.resolve("backup.town"), PASSPHRASE);
    }

    @AfterAll
    static void endElsewhere() throws IOException {
        OtherMachine.end();
    }

    /** An empty folder stands where a picture belongs: found out while files are moved. */
    @Test
    void whatFailsWithTheFilesLeavesNeitherFilesNorRowsAndMayBeTriedAgain() throws IOException {
        var database = OtherMachine.emptyDatabase();
        var data = folder.resolve("blocked");
        var inTheWay = Files.createDirectories(data.resolve("media/1/picture.webp/in-the-way"));
        assertThatThrownBy(() -> restore(database, data)).isInstanceOf(BackupRefused.class);
        assertThat(data.resolve("keys/voucher.key")).doesNotExist();
        assertThat(data.resolve("restore.part")).doesNotExist();
        assertThat(count(database, "region.region")).isZero();

        Files.delete(inTheWay);
        Files.delete(inTheWay.getParent());
        restore(database, data);
        assertThat(data.resolve("keys/voucher.key")).hasContent("a secret");
        assertThat(data.resolve("media/1/picture.webp")).hasContent("a picture");
        assertThat(count(database, "region.region")).isOne();
    }

    /** The list of what is moved is on the disk before the first file is, as is the mark in the database. */
    @Test
    void whatAPowerCutLeavesIsTakenAwayByTheNextRestore() throws IOException {
        var database = OtherMachine.emptyDatabase();
        var data = folder.resolve("dark");
        Migrations.of(database).upTo("202611210010");
        CutOffRestore.before(data, "one", "keys/voucher.key", "keys/older.key");
        owner(database).execute("comment on schema kernel is 'one'");
        restore(database, data);
        assertThat(data.resolve("keys/voucher.key")).hasContent("a secret");
        assertThat(data.resolve("keys/older.key")).doesNotExist();
        assertThat(data.resolve("restore.part")).doesNotExist();
        assertThat(count(database, "region.region")).isOne();
    }

    /** The control: its rows may be whole where they are. */
    @Test
    void whatIsOfAnotherRestoreIsNotTakenAway() throws IOException {
        var database = OtherMachine.emptyDatabase();
        var data = folder.resolve("anothers");
        Migrations.of(database).upTo("202611210010");
        CutOffRestore.before(data, "one", "keys/voucher.key");
        owner(database).execute("comment on schema kernel is 'two'");
        assertThatThrownBy(() -> restore(database, data))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("another database");
        assertThat(data.resolve("keys/voucher.key")).exists();
    }

    @Test
    void onceTheRowsAreThereTheNextStartGoesOn() throws IOException {
        var database = OtherMachine.emptyDatabase();
        var data = folder.resolve("forward");
        var migrator = Migrations.of(database);
        var stuck = new Restore.Migrator() {
            @Override
            public void upTo(String version) {
                migrator.upTo(version);
            }

            @Override
            public void forward() {
                throw new StartRefused("The disk is full.");
            }
        };
        try (var archive = Archive.open(folder.resolve("backup.town"))) {
            assertThatThrownBy(() -> new Restore(database, data, stuck)
                            .from(archive, PASSPHRASE, into -> erased(into.erasures())))
                    .isInstanceOf(BackupRefused.class)
                    .hasMessageContaining("The disk is full.")
                    .hasMessageContaining("start the program: it goes on");
        }
        assertThat(data.resolve("erasures.log"))
                .as("whoever was erased since then does not come back at that start")
                .hasContent("somebody");
        assertThat(data.resolve("keys/voucher.key")).hasContent("a secret");
        Migrations.migrate(database);
        assertThat(count(database, "region.region")).isOne();
    }

    private static void erased(Path log) {
        try {
            Files.writeString(log, "somebody");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void halfWrittenFilesAreNotInABackup() throws IOException {
        write("media/1/.4711.draft", "half a picture");
        write("keys/voucher.key.4711.draft", "a secret");
        var manifest = backup(old, folder.resolve("old")).into(folder.resolve("drafts.town"), PASSPHRASE);
        assertThat(manifest.files()).extracting(Manifest.StoredFile::path).containsExactly("media/1/picture.webp");
        var database = OtherMachine.emptyDatabase();
        try (var archive = Archive.open(folder.resolve("drafts.town"))) {
            new Restore(database, folder.resolve("drafts"), Migrations.of(database))
                    .from(archive, PASSPHRASE, into -> {});
        }
        assertThat(Files.list(folder.resolve("drafts/keys"))).hasSize(1);
    }

    @Test
    void whatElseIsInTheDatabaseIsLeftAlone() throws IOException {
        var database = OtherMachine.emptyDatabase();
        owner(database)
                .execute("create schema library; create table library.book (title text);"
                        + " create schema archive; create table archive.page (id int primary key);"
                        + " insert into archive.page values (1)");
        restore(database, folder.resolve("shared"));
        assertThat(count(database, "library.book")).isZero();
        assertThat(count(database, "archive.page")).isOne();
        var again = backup(database, folder.resolve("shared")).into(folder.resolve("shared.town"), null);
        assertThat(again.tables())
                .extracting(Manifest.Table::name)
                .contains("region.region")
                .doesNotContain("library.book", "archive.page");
    }

    @Test
    void aBackupIsNotWrittenIntoWhatItBacksUpByALinkEither() throws IOException {
        var data = folder.resolve("old");
        var link = Files.createSymbolicLink(folder.resolve("link-to-old"), data);
        assertThatThrownBy(() -> backup(old, data).into(link.resolve("deeper/backup.zip"), null))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("elsewhere");
    }

    private void restore(Database database, Path data) {
        try (var archive = Archive.open(folder.resolve("backup.town"))) {
            new Restore(database, data, Migrations.of(database)).from(archive, PASSPHRASE, folder -> {});
        }
    }

    private static Backup backup(Database database, Path data) {
        return new Backup(database, data, "test", Clock.systemUTC());
    }

    private static long count(Database database, String table) {
        var rows = owner(database).queryForObject("select count(*) from " + table, Long.class);
        return rows == null ? -1 : rows;
    }

    private static JdbcTemplate owner(Database database) {
        return new JdbcTemplate(TestTown.plain(database, database.owner()));
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve("old").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
