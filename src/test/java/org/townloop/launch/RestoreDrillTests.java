package org.townloop.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.base.kernel.LogOfATown;
import org.townloop.launch.backup.Archive;
import org.townloop.launch.backup.Backup;
import org.townloop.launch.backup.BackupRefused;
import org.townloop.launch.backup.Manifest;
import org.townloop.launch.backup.Restore;
import org.townloop.launch.demo.FoundedTown;
import org.townloop.launch.postgres.Database;
import org.townloop.loop.checkout.Audit;

/** FAULTS 48: a town that is restored elsewhere is the same town, down to its books, or it is refused. */
class RestoreDrillTests {

    private static final String PASSPHRASE = "nine willows at the creek";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private static final Database OLD = TestTown.fresh();

    @SuppressWarnings("NullAway.Init")
    private static Manifest written;

    @BeforeAll
    static void backUp() throws IOException {
        try (var town = new FoundedTown(TestClock.START, OLD)) {
            town.build((percent, what) -> {});
        }
        var log = new LogOfATown(OLD);
        log.tell(1, 30);
        assertThat(log.read("bookkeeper")).hasSize(30);
        log.tell(31, 50);
        write("old/media/1/picture.webp", "a picture");
        write("old/keys/voucher.key", "a secret");
        write("old/index/segments", "can be made again");
        written = backup(OLD, folder.resolve("old")).into(archiveFile(), PASSPHRASE);
    }

    @AfterAll
    static void endElsewhere() throws IOException {
        OtherMachine.end();
    }

    @Test
    void theRestoredTownIsTheSame() throws Exception {
        var elsewhere = restored(archiveFile(), folder.resolve("new"));

        try (var old = new FoundedTown(TestClock.START, OLD);
                var town = new FoundedTown(TestClock.START, elsewhere)) {
            assertThat(town.fingerprint()).isEqualTo(old.fingerprint());
            assertThat(town.ask(Audit.class).run())
                    .isEqualTo(old.ask(Audit.class).run())
                    .isEmpty();
        }
        assertThat(folder.resolve("new/media/1/picture.webp")).hasContent("a picture");
        assertThat(folder.resolve("new/keys/voucher.key")).hasContent("a secret");
        assertThat(folder.resolve("new/index")).doesNotExist();
        assertThat(Doors.of(elsewhere)).hasSizeGreaterThan(100).isEqualTo(Doors.of(OLD));
        assertThat(guards(elsewhere)).isNotEmpty().isEqualTo(guards(OLD));
        assertConsumersGoOn(elsewhere);
        assertABackupOfItHasTheSameRows(elsewhere);
    }

    private static void assertConsumersGoOn(Database elsewhere) {
        var log = new LogOfATown(elsewhere);
        log.tell(51, 52);
        assertThat(log.read("bookkeeper"))
                .isEqualTo(IntStream.rangeClosed(31, 52).boxed().toList());
        assertThat(log.read("bookkeeper")).isEmpty();
    }

    private static void assertABackupOfItHasTheSameRows(Database elsewhere) {
        var again = backup(elsewhere, folder.resolve("new")).into(folder.resolve("again.town"), null);
        assertThat(rows(again)).isEqualTo(rows(written));
        assertThat(again.files()).isEqualTo(written.files());
    }

    /** Without those that know of transactions; what else is in them is in the fingerprint, or is asked of consumers. */
    private static List<Manifest.Table> rows(Manifest manifest) {
        return manifest.tables().stream()
                .filter(table -> !table.name().startsWith("kernel."))
                .filter(table -> !List.of("ledger.transfer", "ledger.seal").contains(table.name()))
                .toList();
    }

    @Test
    void anArchiveThatWasOnlyPackedAgainIsGood() throws Exception {
        var packed = Repacked.of(archiveFile(), folder.resolve("packed.town"), (name, bytes) -> bytes);
        try (var archive = Archive.open(packed)) {
            assertThat(archive.faults()).isEmpty();
        }
    }

    @Test
    void aRowThatIsLostIsNamedByItsTable() throws Exception {
        assertRefused(
                Repacked.of(archiveFile(), folder.resolve("lost.town"), Repacked.withoutARow("ledger.transfer")),
                "Table ledger.transfer has");
    }

    @Test
    void aRowThatIsAlteredIsNamedByItsTable() throws Exception {
        assertRefused(
                Repacked.of(archiveFile(), folder.resolve("altered.town"), Repacked.withADigitMore("ledger.transfer")),
                "Table ledger.transfer has rows that were altered");
    }

    @Test
    void aPictureThatIsAlteredIsNamed() throws Exception {
        assertRefused(
                Repacked.of(
                        archiveFile(),
                        folder.resolve("picture.town"),
                        (name, bytes) -> name.endsWith("picture.webp") ? "another".getBytes() : bytes),
                "media/1/picture.webp was altered");
    }

    private static void assertRefused(Path archive, String naming) throws IOException {
        var database = OtherMachine.emptyDatabase();
        try (var opened = Archive.open(archive)) {
            assertThatThrownBy(() -> new Restore(database, folder.resolve("refused"), Migrations.of(database))
                            .from(opened, PASSPHRASE, folder -> {}))
                    .isInstanceOf(BackupRefused.class)
                    .hasMessageContaining(naming);
        }
        assertThat(new JdbcTemplate(TestTown.plain(database, database.owner()))
                        .queryForObject("select to_regnamespace('ledger') is null", Boolean.class))
                .as("nothing was written")
                .isTrue();
    }

    /** Whoever writes the manifest anew with the altered rows still meets the books. */
    @Test
    void rowsThatWereAlteredWithTheirManifestDoNotPassTheAudit() throws Exception {
        var forged = Repacked.forged(archiveFile(), folder.resolve("forged.town"), "ledger.transfer");
        var database = restored(forged, folder.resolve("forged"));
        try (var town = new FoundedTown(TestClock.START, database)) {
            assertThat(town.ask(Audit.class).run()).isNotEmpty();
        }
    }

    @Test
    void aTownIsNotRestoredOverAnother() throws Exception {
        try (var archive = Archive.open(archiveFile())) {
            assertThatThrownBy(() -> new Restore(OLD, folder.resolve("nowhere"), Migrations.of(OLD))
                            .from(archive, PASSPHRASE, folder -> {}))
                    .isInstanceOf(BackupRefused.class)
                    .hasMessageContaining("not empty");
            var database = OtherMachine.emptyDatabase();
            assertThatThrownBy(() -> new Restore(database, folder.resolve("old"), Migrations.of(database))
                            .from(archive, PASSPHRASE, folder -> {}))
                    .isInstanceOf(BackupRefused.class)
                    .hasMessageContaining("not empty");
        }
    }

    @Test
    void aBackupIsNotWrittenIntoWhatItBacksUp() {
        var data = folder.resolve("old");
        assertThatThrownBy(() -> backup(OLD, data).into(data.resolve("pictures/backup.zip"), null))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("elsewhere");
    }

    @Test
    void theKeysOpenToTheirPassphraseOnly() throws Exception {
        var database = OtherMachine.emptyDatabase();
        try (var archive = Archive.open(archiveFile())) {
            assertThatThrownBy(() -> new Restore(database, folder.resolve("locked"), Migrations.of(database))
                            .from(archive, "another", folder -> {}))
                    .hasMessageContaining("passphrase");
        }
        assertThat(Files.readAllBytes(archiveFile()).length).isPositive();
        assertThat(Repacked.contains(archiveFile(), "a secret")).isFalse();
        assertThat(Repacked.contains(archiveFile(), "a picture")).isTrue();
    }

    @Test
    void aBackupOfAnOlderProgramIsBroughtUpToDate() throws Exception {
        var older = OtherMachine.emptyDatabase();
        Migrations.of(older).upTo("202611210010");
        new JdbcTemplate(TestTown.plain(older, older.owner())).update("""
            insert into region.region (id, kind, code, name, zone, currency, languages, platform_basis_points,
                partner_basis_points)
            values (7, 'county', 'older', '{"en":"Older"}', 'UTC', 'CNY', '{en}', 0, 0)
            """);
        backup(older, folder.resolve("older")).into(folder.resolve("older.town"), null);

        var elsewhere = restored(folder.resolve("older.town"), folder.resolve("newer"));
        var rows = new JdbcTemplate(TestTown.plain(elsewhere, elsewhere.app()));
        assertThat(rows.queryForList("select code from region.region", String.class))
                .containsExactly("older");
        assertThat(rows.queryForObject("select count(*) from feedback.review", Long.class))
                .isZero();
    }

    private static Database restored(Path file, Path data) throws IOException {
        var database = OtherMachine.emptyDatabase();
        try (var archive = Archive.open(file)) {
            new Restore(database, data, Migrations.of(database)).from(archive, PASSPHRASE, folder -> {});
        }
        return database;
    }

    private static Backup backup(Database database, Path data) {
        return new Backup(database, data, "test", Clock.systemUTC());
    }

    /** Constraints and triggers, as the database would make them again. */
    private static List<String> guards(Database database) {
        return new JdbcTemplate(TestTown.plain(database, database.owner()))
                .query("""
                    select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
                    where connamespace::regnamespace::text not like 'pg\\_%'
                    union all
                    select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal
                    order by 1
                    """, (row, number) -> row.getString(1));
    }

    private static Path archiveFile() {
        return folder.resolve("backup.town");
    }

    private static void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
