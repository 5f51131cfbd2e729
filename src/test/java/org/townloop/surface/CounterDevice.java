package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Duration;

/** A telephone that is a counter of a salon, used as staff use it. */
final class CounterDevice implements AutoCloseable {

    private final Telephone telephone;

    private CounterDevice(Telephone telephone) {
        this.telephone = telephone;
    }

    /** Set up by somebody who redeems there. */
    static CounterDevice enrolled(Telephone telephone, SalonDay day, String name) throws IOException {
        telephone.of(day.counter()).goTo("/counter");
        var page = telephone.page();
        page.locator("#device-name").fill(name);
        page.locator("#device form button").click();
        return of(telephone).known();
    }

    static CounterDevice enrolled(Browser browser, int port, SalonDay day, String name) throws IOException {
        return enrolled(Telephone.with(browser, port, Duration.ZERO), day, name);
    }

    /** One that was set up before. */
    static CounterDevice of(Telephone telephone) {
        return new CounterDevice(telephone);
    }

    /** Waits until it has heard from the town, and its files are kept. */
    CounterDevice known() {
        page().locator(".known[data-bundle]").waitFor();
        page().evaluate("""
            async () => {
              await navigator.serviceWorker.ready;
              while (!navigator.serviceWorker.controller) await new Promise(later => setTimeout(later, 20));
            }
            """);
        return this;
    }

    CounterDevice open() {
        telephone.goTo("/counter/app");
        page().locator(".scan-now, .empty, .lock").first().waitFor();
        return this;
    }

    /** The light that a code gives: good, wait or bad. */
    String scan(String code) {
        return bring(code).light();
    }

    /** Scans a code, about which something may be asked first. */
    CounterDevice bring(String code) {
        var next = page().locator("[data-next]");
        if (next.isVisible()) {
            next.click();
        }
        page().locator("#token").fill(code);
        page().locator("#token").press("Enter");
        return this;
    }

    String light() {
        var verdict = page().locator(".verdict");
        verdict.waitFor();
        return verdict.getAttribute("data-verdict");
    }

    String verdict() {
        return telephone.read(".verdict");
    }

    /** How many scans it says are waiting to be sent. */
    int waiting() {
        return Integer.parseInt(page().locator(".status").getAttribute("data-waiting"));
    }

    /** Finds a network and sends all that waits. */
    CounterDevice sync() {
        telephone.findNetwork();
        page().locator(".status.on[data-waiting='0']").waitFor();
        return this;
    }

    CounterDevice cutNetwork() {
        telephone.cutNetwork();
        page().locator(".status.off").waitFor();
        return this;
    }

    /** A sentence that it must be showing now or soon. */
    CounterDevice says(String words) {
        page().locator("#app")
                .getByText(words, new Locator.GetByTextOptions().setExact(false))
                .first()
                .waitFor();
        return this;
    }

    boolean isSaying(String words) {
        return telephone.read("#app").contains(words);
    }

    Telephone telephone() {
        return telephone;
    }

    Page page() {
        return telephone.page();
    }

    @Override
    public void close() {
        assertThat(telephone.complaints()).isEmpty();
        telephone.close();
    }
}
