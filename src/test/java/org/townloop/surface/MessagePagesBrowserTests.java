package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages about messages, looked at in a browser, with and without scripts. */
@NeedsBrowser
@ExtendWith(OpenTown.Door.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MessagePagesBrowserTests {

    /** A push service is not within reach of a test: the browser says what it would say with one. */
    private static final String SUBSCRIBED = """
        PushManager.prototype.getSubscription = async () => null;
        PushManager.prototype.subscribe = async options => ({
          toJSON: () => ({
            endpoint: "https://push.example/" + options.applicationServerKey.length,
            keys: {
              p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
              auth: "BTBZMqHH6r4Tts7J_aSIgg"
            }
          })
        });
        """;

    private final OpenTown town;
    private Chromium chromium;

    MessagePagesBrowserTests(OpenTown town) {
        this.town = town;
    }

    @BeforeAll
    void launch() {
        chromium = Chromium.launch();
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @ParameterizedTest
    @EnumSource(Tongue.class)
    void aResidentSaysWhatTheyWantWithoutScripts(Tongue tongue) {
        try (var resident = Visitor.withoutScripts(chromium.browser(), town, tongue, 390)) {
            resident.goTo("/sign-in?next=/account/messages").be("Chen Bo", "table.choices");
            resident.find("input[value='REFUND.MAIL']").uncheck();
            resident.press(resident.find("form[action='/account/messages'] button"), ".say.good");
            assertThat(resident.find("input[value='REFUND.MAIL']").isChecked()).isFalse();
            resident.find("input[value='REFUND.MAIL']").check();
            resident.press(resident.find("form[action='/account/messages'] button"), ".say.good");
        }
    }

    @ParameterizedTest
    @EnumSource(Tongue.class)
    void anOperatorReadsALetterBeforeItIsSent(Tongue tongue) {
        try (var operator = Visitor.with(chromium.browser(), town, tongue, 1440)) {
            operator.goTo("/sign-in?next=/office/messages").be("Shen Guang", "table.letters");
            operator.press(operator.all("table.letters a").first(), ".letter");
            operator.write("#brief", "{code} {nowhere}");
            operator.press(operator.find("button[value=preview]"), ".say.bad");
            operator.write("#brief", "{code}!");
            operator.press(operator.find("button[value=preview]"), ".as-sent");
            assertThat(operator.all(".as-sent").first().innerText()).isEqualTo("271828!");
        }
    }

    @Test
    void aBrowserThatWasAskedShowsNoticesAndIsRemovedAgain() {
        var context =
                chromium.browser().newContext(new Browser.NewContextOptions().setPermissions(List.of("notifications")));
        try (context) {
            context.addInitScript(SUBSCRIBED);
            var page = context.newPage();
            page.navigate(town.at("/sign-in?next=/account/messages"));
            page.locator("ul.people button:has-text('Chen Bo')").click();
            page.locator("form[data-push] button").click();
            page.locator("text=push.example").waitFor();
            assertThat(page.locator(".say.good").count()).isOne();
            page.locator("form[action$='/removal'] button").click();
            page.locator("text=push.example")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        }
    }
}
