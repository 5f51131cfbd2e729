package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Deals of the demo's school, in a browser without scripts: one with a line, and one for which too few pay. */
@NeedsBrowser
@ExtendWith(OpenTown.Door.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DealBrowserTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final OpenTown town;
    private Chromium chromium;

    DealBrowserTests(OpenTown town) {
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
    void onePieceIsStoodInLineForLeftToTheNextAndBought(Tongue tongue) {
        var chinese = tongue == Tongue.CHINESE;
        try (var house = visitor(tongue, 1440, "Ji Heng");
                var first = visitor(tongue, 390, "Chen Bo");
                var second = visitor(tongue, 390, "Lin Yue")) {
            var deal = announced(house, "60", "1", "", 3);
            first.goTo(deal).press("form[action$='/line'] button", ".say.good");
            assertThat(first.read(".say.good")).contains(chinese ? "轮到您了" : "It is your turn");
            second.goTo(deal).press("form[action$='/line'] button", ".say.wait");
            assertThat(second.read(".say.wait")).contains(chinese ? "下一个就是您" : "You are the next");

            first.press("form[action$='/leave'] button", ".say.wait");
            second.goTo(deal).press(".say.good ~ p a.btn.primary", "#buy");
            assertThat(second.read("aside.buy")).contains("¥60", chinese ? "原价" : "usually");
            second.press(second.all("#free a.day:not(.none)").last(), "#free button.slot");
            second.press("#free button.slot", ".checkout");
            assertThat(second.read(".checkout")).contains("¥60");
            second.press(".checkout button.primary", "button.pay").press("button.pay", ".ticket svg");
            assertThat(second.goTo(deal).read("#line")).contains(chinese ? "您已下单" : "You have taken yours");
            ended(house, deal, chinese ? "已结束" : "closed");
        }
    }

    @ParameterizedTest
    @EnumSource(Tongue.class)
    void whatTooFewHavePaidIsCalledOffWithEverythingBack(Tongue tongue) {
        var chinese = tongue == Tongue.CHINESE;
        try (var house = visitor(tongue, 1440, "Ji Heng");
                var guest = visitor(tongue, 390, "Chen Bo")) {
            var deal = announced(house, "61", "5", "3", 1);
            guest.goTo(deal).press("a.btn.primary", "#buy");
            assertThat(guest.read("aside.buy")).contains(chinese ? "满 3 份成团" : "of 3 that it needs");
            guest.press(guest.all("#free a.day:not(.none)").last(), "#free button.slot");
            guest.press("#free button.slot", ".checkout");
            guest.press(".checkout button.primary", "button.pay").press("button.pay", ".ticket svg");
            var order = guest.here();
            ended(house, deal, chinese ? "未成团" : "too few");
            await().untilAsserted(() ->
                    assertThat(guest.goTo(order).all(".ticket svg").count()).isZero());
            assertThat(guest.read("main")).contains("¥61");
            assertThat(guest.goTo(deal).read("#deal")).contains(chinese ? "未成团" : "Too few were paid");
        }
    }

    private Visitor visitor(Tongue tongue, int width, String name) {
        return Visitor.withoutScripts(chromium.browser(), town, tongue, width)
                .goTo("/sign-in")
                .be(name, "main");
    }

    /** @return the page of the deal */
    private String announced(Visitor house, String price, String stock, String least, int days) {
        house.goTo("/desk/offers").press("a[href^='/desk/deals']", "#price");
        var offer = house.all("#offer option")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("One character, well|一堂课写好一个字")))
                .first()
                .getAttribute("value");
        house.find("#offer").selectOption(offer);
        var closes = LocalDateTime.now(town.ask(Clock.class).withZone(ZONE))
                .plusDays(days)
                .truncatedTo(ChronoUnit.MINUTES);
        house.write("#price", price).write("#closesAt", closes.toString());
        house.write("#stock", stock).write("#least", least);
        house.press("form[action='/desk/deals'] button.primary", ".say.good");
        return house.find(".sessions a[href^='/deals/']").getAttribute("href");
    }

    private static void ended(Visitor house, String deal, String says) {
        var own = "li:has(a[href='" + deal + "'])";
        house.goTo("/desk/deals").press(own + " summary", own + " details[open] button");
        house.press(own + " details[open] button", ".say.good");
        await().untilAsserted(
                        () -> assertThat(house.goTo("/desk/deals").read(own)).contains(says));
    }
}
