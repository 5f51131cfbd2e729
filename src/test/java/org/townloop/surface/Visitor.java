package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Somebody with a browser of their own. Each page they come to is looked at. */
final class Visitor implements AutoCloseable {

    private static final double PATIENCE_MILLISECONDS = 30_000;

    private final OpenTown town;
    private final Tongue tongue;
    private final boolean scripts;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    /** @param width of their screen, in pixels */
    static Visitor with(Browser browser, OpenTown town, Tongue tongue, int width) {
        return new Visitor(browser, town, tongue, width, true);
    }

    /** Somebody whose browser runs no scripts. */
    static Visitor withoutScripts(Browser browser, OpenTown town, Tongue tongue, int width) {
        return new Visitor(browser, town, tongue, width, false);
    }

    private Visitor(Browser browser, OpenTown town, Tongue tongue, int width, boolean scripts) {
        this.town = town;
        this.tongue = tongue;
        this.scripts = scripts;
        context = browser.newContext(new Browser.NewContextOptions()
                .setLocale(tongue.code)
                .setViewportSize(width, 844)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setJavaScriptEnabled(scripts));
        context.setDefaultTimeout(PATIENCE_MILLISECONDS);
        context.onRequest(request -> complainOfStranger(request.url()));
        context.onConsoleMessage(message -> {
            // what was typed is wrong: the browser tells of the answer to a form as well, at its own time
            if (message.type().equals("error") && !message.text().contains("status of 422")) {
                complaints.add("console: " + message.text() + " " + message.location());
            }
        });
        context.onWebError(error -> complaints.add("script: " + error.error()));
        page = context.newPage();
    }

    Visitor goTo(String path) {
        page.navigate(town.at(path));
        look();
        return this;
    }

    /** Presses what is there and waits for what must come. */
    Visitor press(Locator what, String thenSee) {
        what.click();
        page.locator(thenSee).first().waitFor();
        page.waitForLoadState();
        look();
        return this;
    }

    Visitor press(String what, String thenSee) {
        return press(find(what), thenSee);
    }

    /** Chooses a person on the page of sign-ins. */
    Visitor be(String name, String thenSee) {
        return press(all("ul.people button").filter(new Locator.FilterOptions().setHasText(name)), thenSee);
    }

    Visitor write(String field, String text) {
        find(field).fill(text);
        return this;
    }

    /** Types as a scanner does: all at once, and Enter. */
    Visitor scan(String text, String thenSee) {
        page.keyboard().insertText(text);
        page.keyboard().press("Enter");
        page.locator(thenSee).waitFor();
        look();
        return this;
    }

    /** The first of what is there. */
    Locator find(String selector) {
        return all(selector).first();
    }

    Locator all(String selector) {
        return page.locator(selector);
    }

    /** The first of those that say this. */
    Locator saying(String selector, String text) {
        return all(selector)
                .filter(new Locator.FilterOptions().setHasText(text))
                .first();
    }

    String read(String selector) {
        return find(selector).innerText().strip();
    }

    /** Waits until a text is another one. */
    void seesChange(String selector, String from) {
        page.waitForFunction(
                "([selector, from]) => document.querySelector(selector).textContent !== from", List.of(selector, from));
    }

    /** Waits a moment for what happens elsewhere. */
    void rests(int milliseconds) {
        page.waitForTimeout(milliseconds);
    }

    /** The path and query of where they are. */
    String here() {
        var uri = URI.create(page.url());
        return uri.getRawQuery() == null ? uri.getPath() : uri.getPath() + "?" + uri.getRawQuery();
    }

    private void look() {
        if (scripts) {
            Look.at(page, tongue.code);
        }
        assertThat(find("html").getAttribute("lang")).isEqualTo(tongue.code);
        assertThat(complaints).as("at %s", page.url()).isEmpty();
    }

    private void complainOfStranger(String url) {
        var uri = URI.create(url);
        var ours = !uri.getScheme().startsWith("http")
                || uri.getHost().equals("localhost")
                || uri.getHost().equals("127.0.0.1");
        if (!ours) {
            complaints.add("asks a stranger: " + url);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
