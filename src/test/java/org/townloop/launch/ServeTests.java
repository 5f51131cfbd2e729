package org.townloop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/** A real town, from nothing to running, as its operator sees it. */
class ServeTests {

    private final Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target", "towns")), "real-");
    private final int port = TownProcess.freePort();
    private final int watched = TownProcess.freePort();
    private final ServerSocket mail = new ServerSocket(0);
    private final Map<String, String> settings = new HashMap<>(Map.of(
            "TOWNLOOP_URL",
            "http://localhost:" + port,
            "TOWNLOOP_MAIL_HOST",
            "localhost",
            "TOWNLOOP_MAIL_PORT",
            Integer.toString(mail.getLocalPort()),
            "TOWNLOOP_MAIL_FROM",
            "Town <town@town.example>",
            "MANAGEMENT_SERVER_PORT",
            Integer.toString(watched)));

    ServeTests() throws IOException {}

    @BeforeEach
    void writeTheFileOfSettings() throws IOException {
        var file = data.resolveSibling(data.getFileName() + ".yaml");
        Files.writeString(file, "townloop:\n  url: http://localhost:" + port + "\n");
        settings.put("TOWNLOOP_CONFIG", file.toString());
    }

    @AfterEach
    void removeData() throws IOException {
        mail.close();
        FileSystemUtils.deleteRecursively(data);
        Files.deleteIfExists(data.resolveSibling(data.getFileName() + ".yaml"));
    }

    @Test
    void aTownOpensOnceItHasWhatItNeedsAndHasNothingOfADemo() throws Exception {
        assertThat(ended("serve", 1)).contains("townloop keys new").doesNotContain("TOWNLOOP_MAIL_HOST");
        assertThat(ended("keys new", 0)).contains("voucher.key");
        try (var town = town("serve").awaitPortal().awaitSaid("There is no region yet")) {
            assertThat(town.said()).contains("No payment gateway is configured");
            assertThat(ended("region add riverbend --name Riverbend --zone Europe/Berlin --currency EUR", 0))
                    .contains("riverbend");
            assertThat(ended("operator first@town.example", 0)).contains("is an operator of Riverbend");
            assertNothingOfADemo();
            assertTheTraceLeadsToTheLog();
            assertItIsWatchedFromItsOwnPort();
            assertThat(town.said().lines())
                    .allSatisfy(line -> JsonMapper.shared().readTree(line));
            assertThat(town.said()).contains("\"message\":\"Townloop is open at");
            assertThat(ended("doctor", 0)).contains("The books are sound", "No fault was found");
        }
        assertThat(ended("demo", 1)).contains("that of a real town");
        settings.put("TOWNLOOP_MAIL_PORT", "1");
        assertThat(ended("doctor", 1))
                .contains("FAULT The mail server", "FAULT The town is not reached", "-> Mend townloop.mail.host");
    }

    private void assertNothingOfADemo() throws Exception {
        assertThat(get(port, "/api/me", "demo-operator").statusCode()).isEqualTo(401);
        assertThat(get(port, "/sandbox/inbox", "").statusCode()).isEqualTo(404);
        assertThat(get(port, "/", "").body()).contains("Riverbend").doesNotContain("Willow Creek");
        assertThat(get(port, "/actuator/health", "").statusCode()).isEqualTo(404);
    }

    private void assertTheTraceLeadsToTheLog() throws Exception {
        var page = get(port, "/nothing/here", "");
        var trace = page.headers().firstValue("Trace-Id").orElseThrow();
        assertThat(trace).matches("[0-9a-f]{16}");
        assertThat(page.body()).contains(trace);
        var problem = get(port, "/api/me", "nobody's");
        assertThat(JsonMapper.shared().readTree(problem.body()).get("trace").asString())
                .isEqualTo(problem.headers().firstValue("Trace-Id").orElseThrow())
                .isNotEqualTo(trace);
    }

    private void assertItIsWatchedFromItsOwnPort() throws Exception {
        assertThat(get(watched, "/actuator/health/liveness", "").body()).contains("UP");
        assertThat(get(watched, "/actuator/health/readiness", "").body())
                .contains("\"status\":\"UP\"", "events", "jobs", "db");
        assertThat(get(watched, "/actuator/prometheus", "").body())
                .contains("townloop_event_lag_seconds 0.0", "townloop_counters_unsynced 0.0", "hikaricp_connections");
        assertThat(get(watched, "/actuator/env", "").statusCode()).isEqualTo(404);
        assertThat(get(watched, "/", "").statusCode()).isEqualTo(404);
    }

    private TownProcess town(String command) throws IOException {
        return TownProcess.start(data, port, settings, command.split(" ", -1));
    }

    private String ended(String command, int exitCode) throws Exception {
        try (var process = town(command)) {
            assertThat(process.exitCode()).as(command + process.said()).isEqualTo(exitCode);
            return process.said();
        }
    }

    private HttpResponse<String> get(int port, String path, String token) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", port == watched || path.startsWith("/api") ? "*/*" : "text/html");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
