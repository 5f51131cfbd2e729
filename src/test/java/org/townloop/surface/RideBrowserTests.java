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
 * A resident is taken from door to door: searched for, asked for with both addresses in a browser without scripts, paid at
 * the fare that was shown, the driver on the way, redeemed at the pick-up and settled. And now; and by telephone.
 */
@NeedsBrowser
@ExtendWith(OpenTown.Door.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RideBrowserTests {

    private final OpenTown town;
    private Chromium chromium;

    RideBrowserTests(OpenTown town) {
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
    void aRideIsQuotedPaidDrivenAndSettled(Tongue tongue) {
        var chinese = tongue == Tongue.CHINESE;
        var from = chinese ? "翠鸟巷 3 号" : "Kingfisher Lane 3";
        var to = chinese ? "客运站南门" : "Bus station, south gate";
        try (var resident = Visitor.withoutScripts(chromium.browser(), town, tongue, 390);
                var driver = Visitor.with(chromium.browser(), town, tongue, 390)) {
            resident.goTo("/sign-in").be("Chen Bo", "main");
            asked(resident, tongue, from, to);
            resident.press(resident.all("button[name=day]").last(), "select[name=start]");
            assertThat(resident.here()).as("no address of a home").endsWith("/ride");
            var starts = resident.all("select[name=start] option");
            var later = starts.nth(starts.count() / 2);
            var shown = later.textContent().split("·")[1].strip();
            resident.find("select[name=start]").selectOption(later.getAttribute("value"));
            resident.press("button[name=later]", ".checkout");
            assertThat(resident.read(".checkout")).contains(from, to, shown);
            resident.press(".checkout button.primary", "button.pay").press("button.pay", ".ticket svg");
            assertThat(resident.read("h1")).contains(chinese ? "等司机来接" : "You are picked up");
            assertThat(resident.read(".what")).contains(from, to, chinese ? "柳R·5T" : "WR 5T", shown);
            var token = resident.all(".ticket .token").textContent().strip();
            var order = resident.here();

            driver.goTo("/sign-in").be("Deng Tao", "main");
            var stop = findStop(driver, from);
            assertThat(stop.innerText()).contains(to, "0500-555 7788", chinese ? "柳R·5T" : "WR 5T");
            driver.press(stop.locator("form[action$='/on-way'] button"), ".round-list");
            assertThat(resident.goTo(order).read(".what"))
                    .contains(chinese ? "司机已于" : "The driver has been on the way");
            driver.goTo("/counter").write("#token", token);
            driver.find("button.redeem").click();
            isRedeemed(driver);
            assertThat(resident.goTo(order).read("h1")).contains(chinese ? "已送达" : "You were taken there");
            assertThat(resident.read("table.figures")).contains(chinese ? "已付给商家" : "Released to the shop");
        }
    }

    @Test
    void whoWantsToGoNowSeesWhenBeforePaying() {
        try (var resident = Visitor.with(chromium.browser(), town, Tongue.ENGLISH, 1440)) {
            resident.goTo("/sign-in").be("Lin Yue", "main");
            asked(resident, Tongue.ENGLISH, "Cloth Lane 2", "Mill Lane 30");
            var now = resident.find("button[name=now]");
            assertThat(now.innerText()).startsWith("Now: in about").contains("¥");
            var fare = now.innerText().split(", ")[1].strip();
            resident.press(now, ".checkout");
            assertThat(resident.read(".checkout")).contains("From Cloth Lane 2 to Mill Lane 30", fare);
            resident.press(".checkout button.primary", "button.pay").press("button.pay", ".ticket svg");
            assertThat(resident.read(".what")).contains("Planned", "Driver", "Vehicle");
        }
    }

    @Test
    void whoTelephonesSaysWhereFromAndWhereTo() {
        try (var firm = Visitor.with(chromium.browser(), town, Tongue.ENGLISH, 1440)) {
            firm.goTo("/sign-in").be("Deng Tao", "main");
            firm.goTo("/desk/orders/new");
            firm.press(firm.saying("a.pick", "Van for up to six"), "#to-address");
            firm.write("#address", "Old Well Lane 40").write("#to-address", "Railway station");
            firm.find("#landmark").selectOption(new SelectOption().setIndex(2));
            firm.find("#to-landmark").selectOption(new SelectOption().setIndex(5));
            firm.press("button[name=look]", "input[name=slotStart]");
            firm.press(firm.saying("button.link", "Day after"), "input[name=slotStart]");
            assertThat(firm.find("#to-address").inputValue()).isEqualTo("Railway station");
            firm.write("#name", "Herr Schmidt").write("#contact", "+86 139 1234 5679");
            firm.press("button[name=pays][value=SHOP]", ".taken");
            assertThat(firm.read(".taken")).contains("From Old Well Lane 40 to Railway station");
            assertThat(findStop(firm, "Old Well Lane 40").innerText())
                    .contains("Railway station", "Herr Schmidt", "WR 5T666");
        }
    }

    /** Finds the taxi and asks for the fare. */
    private static void asked(Visitor resident, Tongue tongue, String from, String to) {
        var chinese = tongue == Tongue.CHINESE;
        resident.goTo("/search?q=" + (chinese ? "出租车" : "taxi"));
        resident.press(resident.saying("h3 a", chinese ? "出租车（四人以内）" : "Taxi for up to four"), "a[href$='/ride']");
        resident.press("a[href$='/ride']", "[name=address]");
        resident.write("[name=address]", from).write("[name='destination.address']", to);
        resident.find("[name=landmark]").selectOption(new SelectOption().setIndex(3));
        resident.find("[name='destination.landmark']").selectOption(new SelectOption().setIndex(6));
        resident.find("[name=guests]").selectOption("2");
        resident.write("[name=phone]", "0500-555 7788");
        resident.press("form.panel > p button.primary", ".quote");
        assertThat(resident.read(".quote")).contains(chinese ? "公里" : "km");
    }

    private static Locator findStop(Visitor driver, String address) {
        driver.goTo("/counter/rounds");
        for (int day = 0; day < 4; day++) {
            var stops = driver.all(".stop").filter(new Locator.FilterOptions().setHasText(address));
            if (stops.count() > 0) {
                return stops.first();
            }
            driver.press("a[rel=next]", ".rounds");
        }
        throw new AssertionError("nobody goes to " + address);
    }

    /** For another day than today it is asked once more. */
    private static void isRedeemed(Visitor driver) {
        driver.find(".verdict, .early").waitFor();
        if (driver.all(".early").count() > 0) {
            driver.press("button.redeem", ".verdict");
        }
        assertThat(driver.find(".verdict").getAttribute("data-verdict")).isEqualTo("good");
    }
}
