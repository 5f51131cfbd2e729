package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * In a browser without scripts: the office names a bank, a salon makes a pass and a gift voucher, a resident buys both, and
 * another one claims the gift.
 */
@NeedsBrowser
@ExtendWith(OpenTown.Door.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CardSaleBrowserTests {

    private final OpenTown town;
    private Chromium chromium;

    CardSaleBrowserTests(OpenTown town) {
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
    void aPassIsBoughtAndAGiftIsClaimedByAnother(Tongue tongue) {
        var chinese = tongue == Tongue.CHINESE;
        try (var office = visitor(tongue, 1440, "Shen Guang");
                var shop = visitor(tongue, 1440, "Tong Xin");
                var buyer = visitor(tongue, 390, "Lin Yue");
                var friend = visitor(tongue, 390, "Chen Bo")) {
            office.goTo("/office/stored").write("#depositary", "Willow Bank").write("#reference", "WB-7");
            office.press("#change button.primary", "#in-force");
            assertThat(office.read("#in-force")).contains("Willow Bank");

            var pass = made(shop, "pass", chinese ? "三次卡" : "Three visits", "uses", "3", "price", "300");
            var gift = made(shop, "gift", chinese ? "礼品卡" : "A present", "amounts", "100 200", "least", "");

            buyer.goTo(pass).press("form button.primary.big", ".checkout");
            assertThat(buyer.read(".checkout")).contains("¥300", "Willow Bank");
            buyer.press(".checkout button.primary", "button.pay").press("button.pay", "#left");
            assertThat(buyer.read("#left")).contains(chinese ? "剩余 3 / 3 次" : "3 of 3 visits left");

            buyer.goTo(gift);
            buyer.find("input[name=gift]").check();
            buyer.press("form button.primary.big", ".checkout");
            buyer.press(".checkout button.primary", "button.pay").press("button.pay", "#gift");
            buyer.press("#gift button.primary", "#gift-link");
            var link = buyer.read("#gift-link").strip();
            var path = link.substring(link.indexOf("/gifts/"));

            friend.goTo(path);
            assertThat(friend.read("main")).contains(chinese ? "余额 ¥100" : "¥100");
            friend.press("form button.primary.big", "#left");
            assertThat(friend.read("#left")).contains("¥100");
            assertThat(buyer.goTo(path).read("main")).contains(chinese ? "已被领取" : "claimed this gift already");
            assertThat(buyer.goTo("/my-loop/cards").read("main")).contains(chinese ? "已领取" : "claimed");
            assertThat(shop.goTo("/desk/cards").read("#figures")).contains("¥");
            assertThat(office.goTo("/office/stored").read("#owed")).contains("¥");
        }
    }

    @ParameterizedTest
    @EnumSource(Tongue.class)
    void aCardIsShownAtTheCounterTakenOnceAndUndone(Tongue tongue) {
        var chinese = tongue == Tongue.CHINESE;
        try (var office = visitor(tongue, 1440, "Shen Guang");
                var shop = visitor(tongue, 390, "Tong Xin");
                var buyer = visitor(tongue, 390, "Lin Yue")) {
            office.goTo("/office/stored").write("#depositary", "Willow Bank").write("#reference", "WB-7");
            office.press("#change button.primary", "#in-force");
            buyer.goTo(made(shop, "gift", chinese ? "到店卡" : "For the counter", "amounts", "80", "least", ""));
            buyer.press("form button.primary.big", ".checkout");
            buyer.press(".checkout button.primary", "button.pay").press("button.pay", "#left");
            buyer.press("#show button", "#card-code");
            var code = buyer.read("#card-code").strip();

            shop.goTo("/counter").write("#token", code).press("button.redeem", "#amount");
            assertThat(shop.read("main")).doesNotContain("80");
            shop.write("#amount", "80.01").press("form button.primary.big", ".wrong");
            assertThat(shop.find("#amount").inputValue()).isEqualTo("80.01");
            shop.write("#amount", "37.50").press("form button.primary.big", "#verdict");
            assertThat(shop.read(".verdict")).contains("37.50");
            assertThat(buyer.goTo("/my-loop/cards").read("main")).contains("42.50");

            shop.press("form button.btn", "section.wait");
            assertThat(shop.read(".verdict")).contains("37.50");
            assertThat(buyer.goTo("/my-loop/cards").read("main")).contains(chinese ? "余额 ¥80" : "¥80");
            shop.goTo("/counter").write("#token", code).press("button.redeem", ".wrong");
            assertThat(shop.find("#code").inputValue()).isEqualTo(code);
        }
    }

    /** @return the address at which it is bought */
    private static String made(Visitor shop, String kind, String title, String... fields) {
        shop.goTo("/desk/cards");
        shop.find("#kind").selectOption(kind);
        var isPass = kind.equals("pass");
        assertThat(shop.find("#amounts").isVisible()).isEqualTo(!isPass);
        assertThat(shop.find("#uses").isVisible()).isEqualTo(isPass);
        shop.write("#title-en", title).write("#title-zh", title);
        for (int i = 0; i < fields.length; i += 2) {
            shop.write("#" + fields[i], fields[i + 1]);
        }
        shop.press("form[action='/desk/cards'] button.primary", ".say.good");
        return shop.all("ul.offers li")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile(title)))
                .last()
                .locator("a[href^='/cards/']")
                .getAttribute("href");
    }

    private Visitor visitor(Tongue tongue, int width, String name) {
        return Visitor.withoutScripts(chromium.browser(), town, tongue, width)
                .goTo("/sign-in")
                .be(name, "main");
    }
}
