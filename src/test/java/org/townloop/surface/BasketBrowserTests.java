package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two shops in one basket, in a browser without scripts: paid once, one had, the other called off. */
@NeedsBrowser
@ExtendWith(OpenTown.Door.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BasketBrowserTests {

    private static final Pattern TONGXIN = Pattern.compile("Tongxin Hair|同心美发");
    private static final String OFFER = """
        select o.id from offer.offer o
        join offer.version v on (v.region_id, v.offer_id, v.version) = (o.region_id, o.id, o.version)
        join merchant.place p on (p.region_id, p.id) = (o.region_id, o.place_id)
        where o.active and o.pack_id = 'hair-and-beauty' and v.price_minor > 0 and p.region_id = (
            select region_id from merchant.place where name ->> 'en' = 'Tongxin Hair')
        """;

    private final OpenTown town;
    private Chromium chromium;

    BasketBrowserTests(OpenTown town) {
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
    void twoShopsArePaidAtOnceOneIsHadAndTheOtherCalledOff(Tongue tongue) {
        try (var guest = Visitor.withoutScripts(chromium.browser(), town, tongue, 390);
                var shop = Visitor.with(chromium.browser(), town, tongue, 1440)) {
            picks(guest, one(OFFER + " and p.name ->> 'en' = 'Tongxin Hair' order by o.id limit 1"));
            picks(guest, one(OFFER + " and p.name ->> 'en' <> 'Tongxin Hair' order by o.id limit 1"));
            assertThat(guest.read(".to-basket")).contains("2");
            guest.goTo("/sign-in").be("Chen Bo", "main");
            guest.goTo("/basket").press("button.primary", ".let-go");
            guest.press(".checkout button.primary", "button.pay").press("button.pay", ".entry a.btn");
            var booked = guest.here();
            assertThat(guest.all(".entry").count()).isEqualTo(2);

            var ours = guest.all(".entry").filter(new Locator.FilterOptions().setHasText(TONGXIN));
            guest.press(ours.locator("a.btn"), ".ticket svg");
            var token = guest.all(".ticket .token").first().textContent().strip();
            var had = guest.here();
            shop.goTo("/counter").be("Xu Xiaoqin", "#token");
            shop.goTo("/counter").scan(token, ".verdict.good, .early");
            if (shop.all(".early").count() > 0) { // a time of another day: said before it is redeemed
                shop.press("button.redeem", ".verdict.good");
            }
            assertThat(guest.goTo(had).all(".ticket svg").count()).isZero();

            var others = guest.goTo(booked).all(".entry").filter(new Locator.FilterOptions().setHasNotText(TONGXIN));
            guest.press(others.locator("a.btn"), "section[aria-labelledby=cancel] button");
            guest.press("section[aria-labelledby=cancel] button.danger", "main:not(:has(.ticket svg))");
            assertThat(guest.goTo(booked).all(".entry .tag").allInnerTexts())
                    .hasSize(2)
                    .doesNotHaveDuplicates();
        }
    }

    private static void picks(Visitor guest, UUID offer) {
        guest.goTo("/offers/" + offer + "?basket=yes");
        guest.press(guest.all("#free .slot").last(), ".entry");
    }

    private UUID one(String query) {
        return town.ask(JdbcClient.class).sql(query).query(UUID.class).single();
    }
}
