package org.townloop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** The program as people start, disturb and end it. */
class TownProcessTests {

    private final Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target", "towns")), "town-");
    private final int port = TownProcess.freePort();

    TownProcessTests() throws IOException {}

    @AfterEach
    void removeData() throws IOException {
        FileSystemUtils.deleteRecursively(data);
    }

    @Test
    void aDemoOutlivesTheDeathOfItsDatabaseAndOfItself() throws Exception {
        try (var demo = demo().awaitPortal()) {
            assertThat(demo.said()).contains("http://localhost:" + port + "/", "demo-resident", "fsync=on");
            assertThat(demo.page("/terms")).contains("is run by Willow Creek Market Office");

            var first = postmaster();
            ProcessHandle.of(first).orElseThrow().destroyForcibly();
            demo.awaitPortal();
            assertThat(postmaster()).isNotEqualTo(first);

            assertASecondDemoIsRefused();
            assertOthersMayWorkBeside();
            demo.crash();
        }
        var left = postmaster();
        try (var next = demo().awaitPortal()) {
            assertThat(postmaster()).as("adopted").isEqualTo(left);
            next.end();
        }
        assertThat(data.resolve("postgres").resolve("postmaster.pid")).doesNotExist();
    }

    private void assertASecondDemoIsRefused() throws Exception {
        try (var sameFolder = town(data, TownProcess.freePort(), "demo")) {
            assertThat(sameFolder.exitCode()).isEqualTo(1);
            assertThat(sameFolder.said().strip()).startsWith("The data folder").hasLineCount(1);
        }
        try (var samePort = town(data.resolve("other"), port, "demo")) {
            assertThat(samePort.exitCode()).isEqualTo(1);
            assertThat(samePort.said().strip())
                    .startsWith("Port " + port + " is taken")
                    .hasLineCount(1);
        }
    }

    private void assertOthersMayWorkBeside() throws Exception {
        var running = postmaster();
        try (var audit = town(data, port, "ledger", "audit")) {
            assertThat(audit.exitCode()).as(audit.said()).isZero();
        }
        assertThat(postmaster()).isEqualTo(running);
    }

    @Test
    void aSettingThatMeansNothingEndsTheStartWithASentence() throws Exception {
        try (var town = TownProcess.start(data, port, Map.of("TOWNLOOP_REGOIN", "x"), "demo")) {
            assertThat(town.exitCode()).isEqualTo(1);
            assertThat(town.said().strip()).contains("TOWNLOOP_REGOIN").hasLineCount(1);
        }
    }

    @Test
    void withoutACommandItSaysWhatThereIs() throws Exception {
        try (var town = town(data, port)) {
            assertThat(town.exitCode()).isZero();
            assertThat(town.said()).contains("demo", "serve", "keys", "region", "import", "search", "ledger");
        }
    }

    private TownProcess demo() throws IOException {
        return town(data, port, "demo");
    }

    private static TownProcess town(Path data, int port, String... arguments) throws IOException {
        return TownProcess.start(data, port, Map.of(), arguments);
    }

    private long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"))
                .getFirst());
    }
}
