package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A salon lets its manicure be paid there; somebody books it so without scripts, pays at the counter, and the salon finds the
 * commission on its statement.
 */
@NeedsBrowser
@ExtendWith(OpenTown.Door.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AtShopBrowserTests {

    private static final String OFFER = """
        select o.id from offer.offer o
        join offer.version v on (v.region_id, v.offer_id, v.version) = (o.region_id, o.id, o.version)
        join merchant.place p on (p.region_id, p.id) = (o.region_id, o.place_id)
        where o.active and p.name ->> 'en' = 'Tongxin Hair' and v.title ->> 'en' = 'Plain manicure'
        """;

    private final OpenTown town;
    private Chromium chromium;

    AtShopBrowserTests(OpenTown town) {
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
    void itIsBookedWithoutPayingNotedAtTheCounterAndOnTheStatement(Tongue tongue) {
        var chinese = tongue == Tongue.CHINESE;
        var offer = town.ask(JdbcClient.class).sql(OFFER).query(UUID.class).single();
        try (var guest = Visitor.withoutScripts(chromium.browser(), town, tongue, 390);
                var shop = Visitor.with(chromium.browser(), town, tongue, 1440)) {
            shop.goTo("/sign-in").be("Tong Xin", "main");
            shop.goTo("/desk/offers/" + offer);
            shop.find("#f-atShop").selectOption("beside");
            shop.write("#f-shopOpen", "5").press("form.narrow-form p > button.primary", "ul.offers");

            guest.goTo("/sign-in").be("Chen Bo", "main");
            guest.goTo("/offers/" + offer);
            assertThat(guest.read("main")).contains(chinese ? "也可到店付款" : "or at the shop");
            guest.press(guest.all("#free .slot").last(), ".checkout");
            guest.press("form.at-shop button", ".ticket svg");
            var order = guest.here();
            assertThat(guest.read(".stand")).contains(chinese ? "已预订，到店见" : "Booked. See you there");
            assertThat(guest.read(".at-place")).contains(chinese ? "还需到店付" : "Still to pay at the place");
            var token = guest.all(".ticket .token").first().textContent().strip();

            shop.goTo("/counter").write("#token", token);
            shop.find("button.redeem").click();
            isRedeemed(shop);
            assertThat(shop.read(".verdict")).contains(chinese ? "还需到店付" : "Still to pay here");
            shop.press(".verdict a[href$='/balance']", ".balance");
            shop.press(".balance button[value=terminal]", ".balance form[action$='/undo']");
            assertThat(guest.goTo(order).read(".at-place")).contains(chinese ? "已到店付" : "Paid at the place");
            assertThat(shop.goTo("/desk/statement").read("main")).contains(chinese ? "到店收款佣金" : "Commission");
        }
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
