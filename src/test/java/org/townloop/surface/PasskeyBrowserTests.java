package org.townloop.surface;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A passkey is made and used in a real browser, with a device that exists only in it. */
@NeedsBrowser
@ExtendWith(OpenTown.Door.class)
class PasskeyBrowserTests {

    private final OpenTown town;
    private final List<String> complaints = new ArrayList<>();
    private Chromium chromium;
    private BrowserContext context;
    private Page page;
    private CDPSession devices;
    private String device;

    PasskeyBrowserTests(OpenTown town) {
        this.town = town;
    }

    @BeforeEach
    void aBrowserWithADevice() {
        chromium = Chromium.launch();
        context = chromium.browser().newContext(new Browser.NewContextOptions().setLocale("en"));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("409")) {
                complaints.add(message.text());
            }
        });
        devices = context.newCDPSession(page);
        devices.send("WebAuthn.enable");
        device = devices.send("WebAuthn.addVirtualAuthenticator", authenticator())
                .get("authenticatorId")
                .getAsString();
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void aPasskeyIsMadeSignsInAndOpensNothingOnceRemoved() {
        become("Chen Bo");
        page.navigate(town.at("/account"));
        page.getByLabel("Its name, so that you know it again").fill("Bo’s telephone");
        button("Add a passkey").click();
        assertThat(page.getByText("Your passkey is there.")).isVisible();
        assertThat(page.getByText("Bo’s telephone")).isVisible();
        Look.at(page, "en");

        signInWithThePasskey("/account");
        // nobody of the demo has seen the terms yet
        button("I agree").click();
        page.waitForURL(town.at("/account"));
        assertThat(page.getByText("Signed in as Chen Bo")).isVisible();

        button("Remove Bo’s telephone").click();
        assertThat(page.getByText("The passkey opens nothing any more.")).isVisible();
        assertThat(complaints).isEmpty();
        context.clearCookies();
        page.navigate(town.at("/sign-in"));
        button("Sign in with a passkey").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("did not work here");
    }

    @Test
    void aPasskeyOfNobodyHereOpensNothing() {
        become("Tong Xin");
        page.navigate(town.at("/account"));
        button("Add a passkey").click();
        assertThat(page.getByText("Your passkey is there.")).isVisible();
        town.ask(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("delete from identity.passkey")
                .update();
        context.clearCookies();
        page.navigate(town.at("/sign-in"));
        button("Sign in with a passkey").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("did not work here");
        page.navigate(town.at("/account"));
        assertThat(page).hasURL(town.at("/sign-in?next=%2Faccount"));
    }

    @Test
    void whoClosesTheDevicesQuestionIsToldThatNothingHappened() {
        devices.send("WebAuthn.removeVirtualAuthenticator", named(device));
        var refusing = authenticator();
        refusing.getAsJsonObject("options").addProperty("isUserVerified", false);
        refusing.getAsJsonObject("options").addProperty("hasResidentKey", false);
        devices.send("WebAuthn.addVirtualAuthenticator", refusing);
        become("Chen Bo");
        page.navigate(town.at("/account"));
        button("Add a passkey").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Nothing was changed");
    }

    private void signInWithThePasskey(String next) {
        context.clearCookies();
        page.navigate(town.at("/sign-in?next=" + next));
        button("Sign in with a passkey").click();
        page.waitForURL("**/agree?**");
    }

    private void become(String name) {
        page.navigate(town.at("/sign-in"));
        page.locator("button.person", new Page.LocatorOptions().setHasText(name))
                .click();
        page.waitForURL(town.at("/my-loop"));
    }

    private com.microsoft.playwright.Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static JsonObject authenticator() {
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var asked = new JsonObject();
        asked.add("options", options);
        return asked;
    }

    private static JsonObject named(String device) {
        var named = new JsonObject();
        named.addProperty("authenticatorId", device);
        return named;
    }
}
