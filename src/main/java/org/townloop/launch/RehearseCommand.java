package org.townloop.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** Does once what every start does, so that the virtual machine can note which classes that takes. */
@Command(
        name = "rehearse",
        hidden = true,
        mixinStandardHelpOptions = true,
        description = "Opens a demo in a folder of its own, looks at its pages, and closes it. bin/townloop train runs"
                + " it under -XX:AOTCacheOutput.")
final class RehearseCommand implements Callable<Integer> {

    private static final List<String> PAGES = List.of(
            "/",
            "/?lang=zh-CN",
            "/search",
            "/search?q=haircut",
            "/search?q=%E5%89%AA%E5%8F%91",
            "/sign-in",
            "/api",
            "/api/offers?q=cut",
            "/api/openapi.json",
            "/.well-known/jwks.json",
            "/my-loop",
            "/nothing/here");

    private static final int ROUNDS = 3;

    private final Start start;

    @Parameters(paramLabel = "FOLDER", description = "Where the demo lies; of no use afterwards.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    RehearseCommand(Start start) {
        this.start = start;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var context = start.rehearsal(Map.of("townloop.data", folder.toString(), "server.port", 0));
                var client = HttpClient.newBuilder()
                        .connectTimeout(Duration.ofSeconds(5))
                        .build()) {
            var town = "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
            for (int round = 0; round < ROUNDS; round++) {
                for (var page : PAGES) {
                    client.send(HttpRequest.newBuilder(URI.create(town + page)).build(), BodyHandlers.discarding());
                }
            }
        }
        return ExitCode.OK;
    }
}
