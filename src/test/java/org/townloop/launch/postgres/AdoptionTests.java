package org.townloop.launch.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;
import org.townloop.TestTown;

/** Several processes, one after the other or together, on one data folder. */
class AdoptionTests {

    private final Path data = OwnPostgres.newFolder();

    AdoptionTests() throws IOException {}

    @AfterEach
    void removeData() throws IOException {
        FileSystemUtils.deleteRecursively(data);
    }

    @Test
    void afterACrashOfTheApplicationItsPostgresIsAdopted() throws Exception {
        var crashed = new Town();
        crashed.end('c');
        try (var next = OwnPostgres.startIn(data)) {
            assertThat(next.pid()).isEqualTo(crashed.pid);
            assertWorks(next);
        }
        assertThat(PidFile.ofLiving(data.resolve("postgres"))).isEmpty();
    }

    @Test
    void anOrderlyEndStopsPostgresAndTheNextStartsItAtTheSamePort() throws Exception {
        var first = new Town();
        first.end('e');
        assertThat(PidFile.ofLiving(data.resolve("postgres"))).isEmpty();
        var port = Access.readFrom(data.resolve("postgres-access.properties")).port();
        try (var next = OwnPostgres.startIn(data)) {
            assertThat(next.pid()).isNotEqualTo(first.pid);
            assertThat(next.database().url()).contains(":" + port + "/");
        }
    }

    @Test
    void postgresRunsUntilTheLastProcessOnTheFolderHasEnded() throws Exception {
        var other = new Town();
        try (var own = OwnPostgres.startIn(data)) {
            assertThat(own.pid()).isEqualTo(other.pid);
        }
        assertThat(PidFile.ofLiving(data.resolve("postgres"))).isPresent();
        other.end('e');
        assertThat(PidFile.ofLiving(data.resolve("postgres"))).isEmpty();
    }

    private static void assertWorks(EmbeddedPostgres postgres) {
        var database = postgres.database();
        var app = new JdbcTemplate(TestTown.plain(database, database.app()));
        assertThat(app.queryForObject("select current_user", String.class)).isEqualTo("townloop_app");
    }

    /** Another process on the same folder. */
    private final class Town {

        private final Process process;
        private final long pid;

        Town() throws IOException {
            process = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            CrashingTown.class.getName(),
                            data.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var line = process.inputReader().readLine();
            while (line != null && !line.matches("\\d+")) {
                line = process.inputReader().readLine(); // the log
            }
            pid = Long.parseLong(line);
        }

        void end(char how) throws IOException, InterruptedException {
            process.outputWriter().append(how).close();
            process.waitFor();
        }
    }
}
