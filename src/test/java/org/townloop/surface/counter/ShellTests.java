package org.townloop.surface.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.TownTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a browser keeps of the counter is there for it, whole, and for nobody in particular. */
@TownTest
class ShellTests {

    private static final Path SCRIPTS = Path.of("src/main/resources/static/counter");
    private static final Pattern KEY = Pattern.compile("\"(counter\\.[a-zA-Z0-9-]+(?:\\.[a-zA-Z0-9_-]+)*)\"");
    private static final Pattern LIST = Pattern.compile("const (?:FILES|READER) = (\\[.*?]);");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient stranger = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Test
    void everyFileThatIsKeptIsThereForAStranger() throws Exception {
        var worker = get("/counter/sw.js");
        assertThat(worker.headers().firstValue("Service-Worker-Allowed")).hasValue("/counter");
        var files = LIST.matcher(worker.body())
                .results()
                .flatMap(list -> JSON.readTree(list.group(1)).valueStream())
                .map(JsonNode::asString)
                .toList();
        assertThat(files).contains("/counter/app", "/counter/app.js", "/counter.css", "/counter/zxing/share.js");
        for (var file : files) {
            var answer = get(file);
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(answer.headers().firstValue("Set-Cookie")).as(file).isEmpty();
        }
    }

    @Test
    void everyScriptIsKept() throws Exception {
        var worker = get("/counter/sw.js").body();
        assertThat(scripts())
                .filteredOn(script -> !script.endsWith("worker.js"))
                .allSatisfy(script -> assertThat(worker).contains("\"/counter/" + script.getFileName() + "\""));
    }

    @Test
    void onlyTheCounterMayCompileWebAssembly() throws Exception {
        var policy = "Content-Security-Policy";
        assertThat(get("/counter/app").headers().firstValue(policy).orElseThrow())
                .contains("'wasm-unsafe-eval'")
                .doesNotContain("unsafe-inline");
        assertThat(get("/").headers().firstValue(policy).orElseThrow()).doesNotContain("wasm-unsafe-eval");
    }

    @Test
    void everyTextThatAScriptAsksForIsThereInBothLanguages() throws Exception {
        var words = JSON.readTree(get("/counter/words.json").body());
        for (var script : scripts()) {
            assertThat(KEY.matcher(Files.readString(script)).results().map(found -> found.group(1)))
                    .as(script.toString())
                    .allMatch(key ->
                            words.path("en").has(key) && words.path("zh-CN").has(key));
        }
        assertThat(keys("say(\"counter.app.gone\")"))
                .noneMatch(key -> words.path("en").has(key));
    }

    @Test
    void itCanBeInstalled() throws Exception {
        var manifest = JSON.readTree(get("/counter/manifest.webmanifest").body());
        assertThat(manifest.path("scope").asString()).isEqualTo("/counter");
        assertThat(get(manifest.path("start_url").asString()).statusCode()).isEqualTo(200);
        for (var icon : manifest.path("icons")) {
            assertThat(icon.path("purpose").asString()).contains("maskable");
            assertThat(get(icon.path("src").asString()).statusCode()).isEqualTo(200);
        }
    }

    private static List<String> keys(String script) {
        return KEY.matcher(script)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            return files.filter(file -> file.toString().endsWith(".js")).toList();
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return stranger.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .build(),
                BodyHandlers.ofString());
    }
}
