package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Cleaners come to a resident's home: searched for, asked for with an address in a browser without scripts, paid, on
 * their way, redeemed at the door and settled. And the same by telephone.
 */
@NeedsBrowser
@ExtendWith(OpenTown.Door.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HomeVisitBrowserTests {

    private final OpenTown town;
    private Chromium chromium;

    HomeVisitBrowserTests(OpenTown town) {
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
    void twoCleanersAreFoundAskedForPaidMetAtTheDoorAndSettled(Tongue tongue) {
        var chinese = tongue == Tongue.CHINESE;
        var address = chinese ? "翠鸟巷 7 号 2 幢" : "Kingfisher Lane 7, house 2";
        try (var resident = Visitor.withoutScripts(chromium.browser(), town, tongue, 390);
                var cleaner = Visitor.with(chromium.browser(), town, tongue, 390)) {
            resident.goTo("/sign-in").be("Chen Bo", "main");
            resident.goTo("/search?q=" + (chinese ? "双人保洁两小时" : "two+cleaners"));
            resident.press(
                    resident.saying("h3 a", chinese ? "双人保洁两小时" : "Two cleaners for two hours"), "a[href$='/door']");
            resident.press("a[href$='/door']", "#f-address");
            resident.write("#f-address", address);
            resident.find("#f-landmark").selectOption(new SelectOption().setIndex(3));
            resident.write("#f-phone", "0500-555 7788");
            resident.press("form.panel p button.primary", "button[name=slotStart]");
            assertThat(resident.here()).as("no address of a home").endsWith("/door");
            resident.press(
                    resident.all("fieldset:has(button[name=slotStart])")
                            .nth(1)
                            .locator("button[name=slotStart]")
                            .nth(2),
                    ".checkout");
            assertThat(resident.read(".checkout")).contains(address);
            resident.press(".checkout button.primary", "button.pay").press("button.pay", ".ticket svg");
            assertThat(resident.read("h1")).contains(chinese ? "等师傅上门" : "They come to you");
            assertThat(resident.read(".what")).contains(address, chinese ? "预计" : "Planned");
            var token = resident.all(".ticket .token").textContent().strip();
            var order = resident.here();

            cleaner.goTo("/sign-in").be("An Jie", "main");
            goesThere(cleaner, order, address);
            assertThat(resident.goTo(order).read(".what")).contains(chinese ? "出发" : "on their way since");
            cleaner.goTo("/counter").write("#token", token);
            cleaner.find("button.redeem").click();
            isRedeemed(cleaner);
            assertThat(resident.goTo(order).all(".ticket").count()).isZero();
            assertThat(resident.read("h1")).contains(chinese ? "师傅来过了" : "They were there");
            assertThat(resident.read("table.figures")).contains(chinese ? "已付给商家" : "Released to the shop");
        }
    }

    @Test
    void whoTelephonesGivesTheirAddressAndPaysAtTheDoor() {
        var address = "Kingfisher Lane 9, ground floor";
        try (var firm = Visitor.with(chromium.browser(), town, Tongue.ENGLISH, 1440)) {
            firm.goTo("/sign-in").be("An Jie", "main");
            firm.goTo("/desk/orders/new");
            firm.press(firm.saying("a.pick", "One cleaner for two hours"), "#address");
            firm.write("#address", address);
            firm.find("#landmark").selectOption(new SelectOption().setIndex(2));
            firm.press("button[name=look]", "input[name=slotStart]");
            assertThat(firm.here()).isEqualTo("/desk/orders/new");
            firm.press(firm.saying("button.link", "Day after"), "input[name=slotStart]");
            assertThat(firm.find("#address").inputValue()).isEqualTo(address);
            firm.write("#name", "Frau Müller").write("#contact", "+86 139 1234 5678");
            firm.press("button[name=pays][value=SHOP]", ".taken");
            assertThat(firm.read(".taken")).contains(address, "paid at the door");
            var stop = findStop(firm, address);
            assertThat(stop.innerText()).contains("Frau Müller", "+86 139 1234 5678");
            stop.locator("button.primary").click();
            isRedeemed(firm);
        }
    }

    /** Looks through the days for the home, says that they set out, and comes back to it. */
    private static void goesThere(Visitor cleaner, String order, String address) {
        var stop = findStop(cleaner, address);
        assertThat(stop.innerText()).contains("0500-555 7788");
        cleaner.press(stop.locator("form[action$='/on-way'] button"), ".round-list");
        assertThat(cleaner.all(".stop form[action='/counter/jobs" + order.substring("/orders".length()) + "/on-way']")
                        .count())
                .isZero();
    }

    private static Locator findStop(Visitor cleaner, String address) {
        cleaner.goTo("/counter/rounds");
        for (int day = 0; day < 4; day++) {
            var stops = cleaner.all(".stop").filter(new Locator.FilterOptions().setHasText(address));
            if (stops.count() > 0) {
                return stops.first();
            }
            cleaner.press("a[rel=next]", ".rounds");
        }
        throw new AssertionError("nobody goes to " + address);
    }

    /** For another day than today it is asked once more. */
    private static void isRedeemed(Visitor cleaner) {
        cleaner.find(".verdict, .early").waitFor();
        if (cleaner.all(".early").count() > 0) {
            cleaner.press("button.redeem", ".verdict");
        }
        assertThat(cleaner.find(".verdict").getAttribute("data-verdict")).isEqualTo("good");
    }
}
