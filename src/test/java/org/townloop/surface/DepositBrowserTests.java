package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.townloop.TestClock;

/** A family room for a deposit: a quarter is paid when booking, the rest at the house, which notes it; the guest sees it. */
@NeedsBrowser
@ExtendWith(OpenTown.Door.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DepositBrowserTests {

    /** Two nights from a Tuesday on, 428 each: 856, of which 214 when booking. */
    private static final LocalDate ARRIVAL =
            LocalDate.ofInstant(TestClock.START, ZoneId.of("Asia/Shanghai")).plusDays(12);

    private final OpenTown town;
    private Chromium chromium;

    DepositBrowserTests(OpenTown town) {
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
    void theRestIsPaidAtTheHouseNotedAndSeen(Tongue tongue) {
        var chinese = tongue == Tongue.CHINESE;
        try (var guest = Visitor.withoutScripts(chromium.browser(), town, tongue, 390);
                var house = Visitor.with(chromium.browser(), town, tongue, 1440)) {
            guest.goTo("/sign-in").be("Chen Bo", "main");
            choosesTwoNights(guest, chinese, chinese ? 9 : 0);
            assertThat(guest.read(".checkout"))
                    .contains("¥856", "¥214", "¥642", chinese ? "到店再付" : "Later, at the place")
                    .contains(chinese ? "退回订金 ¥214" : "you get ¥214 back");
            guest.press(".checkout button.primary", "button.pay").press("button.pay", ".ticket svg");
            var order = guest.here();
            assertThat(guest.read(".at-place")).contains(chinese ? "还需到店付" : "Still to pay at the place", "¥642");

            var token = guest.all(".ticket .token").first().textContent().strip();
            house.goTo("/sign-in").be("Gu Yan", "main");
            house.goTo("/counter").write("#token", token);
            house.find("button.redeem").click();
            isRedeemed(house);
            assertThat(house.read(".verdict")).contains(chinese ? "还需到店付 ¥642" : "Still to pay here: ¥642");
            house.press(".verdict a[href$='/balance']", ".balance");
            assertThat(house.read(".balance table")).contains("¥856", "¥214", "¥642");
            house.press(".balance button[value=cash]", ".balance form[action$='/undo']");
            assertThat(house.read(".balance table")).contains(chinese ? "已收现金" : "Received in cash", "-¥642");

            assertThat(guest.goTo(order).read(".at-place"))
                    .contains(chinese ? "已到店付" : "Paid at the place", "¥642", chinese ? "现金" : "in cash");
            assertThat(guest.read("table.figures")).contains(chinese ? "已付给商家" : "Released to the shop");
        }
    }

    private static void choosesTwoNights(Visitor guest, boolean chinese, int later) {
        guest.goTo("/search?q=" + (chinese ? "四人家庭房" : "family+room+for+four"));
        guest.press(guest.saying("h3 a", chinese ? "四人家庭房" : "Family room for four"), "#arrival");
        assertThat(guest.read(".buy")).contains(chinese ? "预订时付 25% 订金" : "25% is paid when booking");
        var arrival = ARRIVAL.plusDays(later - later % 7);
        guest.find("#arrival").fill(arrival.toString());
        guest.find("#departure").fill(arrival.plusDays(2).toString());
        guest.find("#guests").fill("2");
        guest.press("#free form:has(#arrival) button", "#free table");
        assertThat(guest.read("#free"))
                .contains(chinese ? "订金 ¥214，到店再付 ¥642" : "¥214 when booking, ¥642 at the place");
        guest.press("#free form[method=post] button.primary", ".checkout");
    }

    /** For another day than today it is asked once more. */
    private static void isRedeemed(Visitor counter) {
        counter.find(".verdict, .early").waitFor();
        if (counter.all(".early").count() > 0) {
            counter.press("button.redeem", ".verdict");
        }
        assertThat(counter.find(".verdict").getAttribute("data-verdict")).isEqualTo("good");
    }
}
