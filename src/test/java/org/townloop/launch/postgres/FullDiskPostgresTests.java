package org.townloop.launch.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.townloop.base.kernel.Outage;

/** PostgreSQL on a disk without a free byte (FAULTS 29): it refuses what needs more, and lives. */
@EnabledIf(
        value = "org.townloop.launch.postgres.SmallDisk#canBeHad",
        disabledReason = "a disk that can be filled takes the right to mount one (root, CAP_SYS_ADMIN)")
class FullDiskPostgresTests {

    private static final String MORE = "insert into kept select g, repeat('x', 500) from generate_series(1, 100) as g";

    @Test
    void itRefusesWhatNeedsMoreRoomAndLivesOverItsCheckpoints() throws IOException {
        withAFullDisk(SmallDisk.SETTINGS, sql -> {
            assertThatThrownBy(() -> sql.execute(MORE))
                    .satisfies(failure -> assertThat(Outage.of(failure)).hasValue(Outage.FULL));
            sql.execute("checkpoint");
            assertThat(sql.queryForObject("select count(*) from kept", Integer.class))
                    .isEqualTo(100);
        });
    }

    /** The control: as PostgreSQL comes it dies of the next checkpoint, and with it every connection. */
    @Test
    void asItComesItDiesOfTheNextCheckpoint() throws IOException {
        var asItComes = SmallDisk.SETTINGS.with(Map.of("max_active_replication_origins", "10"));
        withAFullDisk(
                asItComes,
                sql -> assertThatThrownBy(() -> sql.execute("checkpoint")).isInstanceOf(DataAccessException.class));
    }

    private interface Work {
        void with(JdbcTemplate sql);
    }

    private static void withAFullDisk(Settings settings, Work work) throws IOException {
        try (var disk = SmallDisk.mounted(220);
                var postgres = started(disk, settings)) {
            var connection = connection(postgres);
            var sql = new JdbcTemplate(connection);
            sql.execute("create table kept (number int, text text)");
            sql.execute(MORE);
            disk.fill();
            work.with(sql);
            disk.makeRoom();
            connection.destroy();
            Awaitility.await("it heals by itself").ignoreExceptions().untilAsserted(() -> {
                var later = connection(postgres);
                new JdbcTemplate(later).execute(MORE);
                later.destroy();
            });
        }
    }

    /** With a right that only a superuser grants. */
    private static EmbeddedPostgres started(SmallDisk disk, Settings settings) {
        EmbeddedPostgres.start(disk.folder(), SmallDisk.BINARIES, settings).close();
        var cluster = disk.folder().resolve("postgres");
        new Programs(Binaries.unpackedIn(SmallDisk.BINARIES))
                .run(
                        cluster,
                        "grant pg_checkpoint to " + Access.OWNER + "\n",
                        "postgres",
                        "--single",
                        "-D",
                        cluster.toString(),
                        "postgres");
        return EmbeddedPostgres.start(disk.folder(), SmallDisk.BINARIES, settings);
    }

    private static SingleConnectionDataSource connection(EmbeddedPostgres postgres) {
        var database = postgres.database();
        return new SingleConnectionDataSource(
                database.url(), database.owner().user(), database.owner().password(), true);
    }
}
