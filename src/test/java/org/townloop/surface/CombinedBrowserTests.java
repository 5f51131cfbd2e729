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
 * Three services of the demo salon in one appointment, in a browser without scripts: done by two of its people, one of them
 * alongside another; paid once, two redeemed, the third called off.
 */
@NeedsBrowser
@ExtendWith(OpenTown.Door.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CombinedBrowserTests {

    private static final String OFFER = """
        select o.id from offer.offer o
        join offer.version v on (v.region_id, v.offer_id, v.version) = (o.region_id, o.id, o.version)
        join merchant.place p on (p.region_id, p.id) = (o.region_id, o.place_id)
        where o.active and p.name ->> 'en' = 'Tongxin Hair' and v.title ->> 'en' = ?
        """;

    private final OpenTown town;
    private Chromium chromium;

    CombinedBrowserTests(OpenTown town) {
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
    void threeServicesByTwoPeopleArePaidOnceTwoAreHadAndOneIsCalledOff(Tongue tongue) {
        try (var guest = Visitor.withoutScripts(chromium.browser(), town, tongue, 390);
                var shop = Visitor.with(chromium.browser(), town, tongue, 1440)) {
            var cut = offer("Cut and wash");
            guest.goTo("/sign-in").be("Chen Bo", "main");
            guest.goTo("/offers/" + cut).press("a[href$='together?offer=" + cut + "']", ".services");
            guest.press(".services a[href*='" + offer("Plant colour for grey hair") + "']", "#plans details");
            guest.press(".services a[href*='" + offer("Plain manicure") + "']", ".services ol li:nth-child(3)");
            guest.goTo(guest.all("#plans .day:not(.none)").last().getAttribute("href"));
            var plan = guest.all("#plans details").last();
            var people = plan.locator("summary .soft").innerText();
            assertThat(people.split("、|, |，").length).as(people).isGreaterThan(1);
            if (!plan.locator("button").isVisible()) {
                guest.press(plan.locator("summary"), "#plans details:last-of-type[open] button");
            }
            guest.press(plan.locator("button"), ".let-go");
            guest.press(".checkout button.primary", "button.pay").press("button.pay", ".entry a.btn");
            var booked = guest.here();
            assertThat(guest.all(".entry").count()).isEqualTo(3);
            assertThat(guest.all("section[aria-labelledby=off]").count()).isOne();

            shop.goTo("/counter").be("Xu Xiaoqin", "#token");
            for (int i = 0; i < 2; i++) {
                guest.goTo(booked).press(guest.all(".entry a.btn").nth(i), ".ticket svg");
                redeem(shop, guest.all(".ticket .token").first().textContent().strip());
            }
            guest.goTo(booked).press(guest.all(".entry a.btn").last(), "section[aria-labelledby=cancel] button");
            guest.press("section[aria-labelledby=cancel] button.danger", "main:not(:has(.ticket svg))");
            guest.goTo(booked);
            assertThat(guest.all("section[aria-labelledby=off]").count()).isZero();
            assertThat(guest.all(".entry .tag").allInnerTexts().stream().distinct())
                    .hasSize(2);
        }
    }

    private static void redeem(Visitor shop, String token) {
        shop.goTo("/counter").scan(token, ".verdict.good, .early");
        if (shop.all(".early").count() > 0) { // a time of another day: said before it is redeemed
            shop.press("button.redeem", ".verdict.good");
        }
    }

    private UUID offer(String title) {
        return town.ask(JdbcClient.class)
                .sql(OFFER)
                .param(title)
                .query(UUID.class)
                .single();
    }
}
