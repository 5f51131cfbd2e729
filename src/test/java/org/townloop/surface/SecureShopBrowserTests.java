package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop makes a certificate as the handbook says, and its counter works with no network. */
@NeedsBrowser
class SecureShopBrowserTests {

    private static final Path HANDBOOK = Path.of("docs/operating/https-in-the-shop.md");
    private static final String NAME = "counter.home.arpa";
    private static final String PASSWORD = "a-drawer-with-a-key";

    @TempDir
    Path folder;

    @Test
    void aCertificateMadeByTheHandbookMakesACounter() throws Exception {
        follow(HANDBOOK);
        var settings = Map.of(
                "server.ssl.key-store",
                folder.resolve("shop.p12").toUri().toString(),
                "server.ssl.key-store-password",
                PASSWORD,
                "server.ssl.key-alias",
                "shop");
        try (var town = new OpenTown(settings);
                var chromium = Chromium.launch(
                        "--host-resolver-rules=MAP " + NAME + " 127.0.0.1",
                        "--ignore-certificate-errors-spki-list=" + root())) {
            var page = chromium.browser().newPage();
            page.navigate("https://" + NAME + ":" + town.port() + "/sign-in?next=/counter");
            page.locator("ul.people button")
                    .filter(new Locator.FilterOptions().setHasText("Xu Xiaoqin"))
                    .click();
            page.locator("#device form button").click();
            page.locator(".known[data-bundle]").waitFor();
            assertThat(page.evaluate("() => isSecureContext && !!navigator.mediaDevices"))
                    .isEqualTo(true);
            page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");

            page.context().setOffline(true);
            page.navigate("https://" + NAME + ":" + town.port() + "/counter/app");
            page.locator(".status.off").waitFor();
            assertThat(page.locator(".known").innerText()).contains("Works without a network until");
        }
    }

    /** Runs the first lines of shell that stand in the page. */
    private void follow(Path handbook) throws IOException, InterruptedException {
        var lines = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(handbook));
        assertThat(lines.find()).isTrue();
        var shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", lines.group(1))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        var environment = shell.environment();
        environment.putAll(Map.of("name", NAME, "pass", PASSWORD));
        environment.merge(
                "PATH", Path.of(System.getProperty("java.home"), "bin").toString(), (path, ours) -> ours + ":" + path);
        var done = shell.start();
        assertThat(done.waitFor(Duration.ofMinutes(1).toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        assertThat(done.exitValue()).as(Files.readString(folder.resolve("log"))).isZero();
    }

    /** What the browser is told to trust: the hash of the root's public key. */
    private String root() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (var file = Files.newInputStream(folder.resolve("shop.p12"))) {
            store.load(file, PASSWORD.toCharArray());
        }
        var key = store.getCertificate("root").getPublicKey().getEncoded();
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(key));
    }
}
