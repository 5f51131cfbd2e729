package org.townloop.surface;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The browser that is installed on this machine; none is ever downloaded. */
final class Chromium implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
    private static final List<String> ELSEWHERE = List.of(
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path program, List<String> wishes) {
        var environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(wishes));
    }

    /** @param wishes arguments of the program besides the usual ones */
    static Chromium launch(String... wishes) {
        return new Chromium(
                program().orElseThrow(),
                Stream.concat(QUIET.stream(), Arrays.stream(wishes)).toList());
    }

    /** The same program with a memory of its own, which it finds again when it is opened on the same folder. */
    BrowserContext remembering(Path folder, BrowserType.LaunchPersistentContextOptions options) {
        return playwright
                .chromium()
                .launchPersistentContext(
                        folder,
                        options.setExecutablePath(program().orElseThrow()).setArgs(QUIET));
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Optional<Path> program() {
        var path = System.getenv().getOrDefault("PATH", "");
        var onPath = Arrays.stream(path.split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(onPath, ELSEWHERE.stream().map(Path::of))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Whether there is a browser to test with. */
    static final class Condition implements ExecutionCondition {

        private static final String WANTED = "No Chromium or Chrome found: the browser tests need one, for example by"
                + " apt-get install chromium fonts-noto-cjk.";

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (program().isPresent()) {
                return ConditionEvaluationResult.enabled("there is a browser");
            }
            if ("required".equals(System.getenv("TOWNLOOP_BROWSER"))) {
                throw new IllegalStateException(WANTED);
            }
            System.err.println(WANTED);
            return ConditionEvaluationResult.disabled(WANTED);
        }
    }
}
