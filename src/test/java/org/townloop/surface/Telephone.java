package org.townloop.surface;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.townloop.TestClock;
import org.townloop.TestPeople;

/** A telephone or tablet with a clock of its own, which may lose its network. Scripts that break are remembered. */
class Telephone implements AutoCloseable {

    private static final double PATIENCE_MILLISECONDS = 15_000;

    /** Shifts the browser's clock; what was measured with the real one stays as it is. */
    private static final String CLOCK = """
        (() => {
          const Real = Date, by = %d;
          globalThis.Date = class extends Real {
            constructor(...given) { given.length ? super(...given) : super(Real.now() + by); }
            static now() { return Real.now() + by; }
          };
        })();
        """;

    private final int port;
    private final BrowserContext context;
    private final List<String> complaints = new ArrayList<>();
    private Page page;

    /** @param off how far its clock is ahead of the one that a test's town begins with */
    Telephone(BrowserContext context, int port, Duration off) {
        this.port = port;
        this.context = context;
        context.setDefaultTimeout(PATIENCE_MILLISECONDS);
        later(Duration.between(Instant.now(), TestClock.START).plus(off));
        context.onWebError(error -> complaints.add(error.error()));
        page = context.pages().isEmpty() ? context.newPage() : context.pages().getFirst();
    }

    static Telephone with(Browser browser, int port, Duration off) {
        return new Telephone(browser.newContext(options()), port, off);
    }

    static Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setLocale("en")
                .setViewportSize(390, 844)
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    /** From now on somebody is signed in on it. */
    Telephone of(TestPeople person) throws IOException {
        var cookies = PageClient.of(port, person).cookies().stream()
                .map(cookie -> new Cookie(cookie.getName(), cookie.getValue()).setUrl("http://localhost:" + port))
                .toList();
        context.addCookies(cookies);
        return this;
    }

    Telephone goTo(String path) {
        page.navigate("http://localhost:" + port + path);
        return this;
    }

    /** Its clock goes on by so much with the next page. */
    final void later(Duration by) {
        context.addInitScript(CLOCK.formatted(by.toMillis()));
    }

    void cutNetwork() {
        context.setOffline(true);
    }

    void findNetwork() {
        context.setOffline(false);
    }

    /** Another window of the same browser, which is the one that is looked at from now on. */
    void openWindow() {
        page = context.newPage();
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    String read(String selector) {
        return page.locator(selector).first().innerText().replace('\u00a0', ' ').strip();
    }

    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        context.close();
    }
}
