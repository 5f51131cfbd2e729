package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A basket is filled in a browser without scripts, paid, packed with one article replaced and one missing, brought and
 * redeemed at the door; what was missing comes back.
 */
@NeedsBrowser
@ExtendWith(OpenTown.Door.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GroceryBrowserTests {

    private final OpenTown town;
    private Chromium chromium;

    GroceryBrowserTests(OpenTown town) {
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
    void aBasketIsPaidPackedBroughtAndWhatWasMissingComesBack(Tongue tongue) {
        var chinese = tongue == Tongue.CHINESE;
        var address = chinese ? "翠鸟巷 11 号" : "Kingfisher Lane 11";
        var carrots = chinese ? "胡萝卜 500克" : "Carrots, 500 g";
        try (var resident = Visitor.withoutScripts(chromium.browser(), town, tongue, 390);
                var grocer = Visitor.with(chromium.browser(), town, tongue, 390)) {
            resident.goTo("/sign-in").be("Chen Bo", "main");
            resident.goTo("/search?q=" + (chinese ? "胡萝卜" : "organic+carrots"));
            resident.press(resident.all("h3 a").first(), "a[href^='/shops/']");
            resident.press("a[href^='/shops/']", ".shop-form");
            put(resident, chinese ? "有机胡萝卜 500克" : "Organic carrots, 500 g", "0");
            put(resident, carrots, "3");
            put(resident, chinese ? "鲜鸡蛋 15枚" : "Eggs, fifteen", "1");
            put(resident, chinese ? "番茄 500克" : "Tomatoes, 500 g", "2");
            resident.press("button[name=update]", ".wanted tfoot");
            assertThat(resident.read(".wanted tfoot")).contains("37.70");
            resident.write("#f-address", address);
            resident.find("#f-landmark").selectOption(new SelectOption().setIndex(3));
            resident.press("button[name=update]", ".wanted tfoot .big-number");
            assertThat(resident.find("#f-address").inputValue()).isEqualTo(address);
            resident.all("input[name=slotStart]:not([disabled])").nth(5).check();
            resident.press("button[formaction$='/hold']", ".checkout");
            assertThat(resident.read(".checkout")).contains(address, chinese ? "运费" : "Delivery");
            resident.press(".checkout button.primary", "button.pay").press("button.pay", ".ticket svg");
            var token = resident.all(".ticket .token").textContent().strip();
            var order = resident.here();
            assertThat(resident.read(".parcel")).contains(carrots);

            grocer.goTo("/sign-in").be("Tian Miao", "main");
            grocer.goTo("/desk/delivery/orders" + order.substring("/orders".length()));
            grocer.press("form[action$='/begin'] button", ".packing");
            grocer.write("#p-1", "1");
            grocer.find(".packing li:has(#o-1) summary").click();
            grocer.find("#o-1").selectOption(new SelectOption().setIndex(1));
            grocer.write("#p-2", "0");
            grocer.press("button.big", ".parcels");
            grocer.press("form[action='/desk/delivery/window/out'] button", ".parcels");

            assertThat(resident.goTo(order).read(".what"))
                    .contains(chinese ? "缺货" : "Not there", chinese ? "已出发" : "On the way");
            assertThat(resident.read(".order .say.wait[role=status]:not(.kept-note)"))
                    .contains(chinese ? "退回 ¥13" : "goes back to you");
            grocer.goTo("/counter").write("#token", token);
            grocer.find("button.redeem").click();
            isRedeemed(grocer);
            resident.goTo(order);
            assertThat(resident.all(".ticket").count()).isZero();
            assertThat(resident.read("table.figures:not(.parcel)"))
                    .contains(chinese ? "已付给商家" : "Released to the shop", chinese ? "退" : "back");
        }
    }

    private static void put(Visitor resident, String article, String count) {
        resident.all(".ware:has(b:text-is(\"" + article + "\")) input").fill(count);
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
