package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.townloop.LoopClient;
import org.townloop.TestPeople;

/**
 * A customer objects at the bank: the shop answers at the desk, the office sees it with what is on record, the gateway decides,
 * and what the shop had earned is taken back on its statement; without scripts.
 */
@NeedsBrowser
@ExtendWith(OpenTown.Door.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChargebackBrowserTests {

    private static final String ANSWER = "She was here, and was content with it.";

    private final OpenTown town;
    private Chromium chromium;
    private UUID order = new UUID(0, 0);
    private String page = "";

    ChargebackBrowserTests(OpenTown town) {
        this.town = town;
    }

    @BeforeAll
    void launch() throws IOException {
        chromium = Chromium.launch();
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void fromTheBankToTheStatement() throws IOException {
        var somebody = new TestPeople(new UUID(0, 0), "demo-resident-2");
        var client = new LoopClient(town.port());
        had(client, somebody);
        try (var bank = Visitor.withoutScripts(chromium.browser(), town, Tongue.ENGLISH, 390);
                var shop = Visitor.withoutScripts(chromium.browser(), town, Tongue.ENGLISH, 1440);
                var office = Visitor.withoutScripts(chromium.browser(), town, Tongue.ENGLISH, 1440)) {
            bank.goTo(URI.create(page).getPath()).press("button[name=act][value=open]", "button[name=act][value=lost]");
            client.order(somebody, order, "DISPUTED");

            shop.goTo("/sign-in").be("Tong Xin", "main");
            var card = shop.goTo("/desk/chargebacks").read("main");
            assertThat(card).contains("On record: order " + order, "voucher redeemed");
            shop.write("li:has-text('" + order + "') textarea", ANSWER)
                    .press("li:has-text('" + order + "') button.primary", ".reply .words");
            assertThat(shop.read("main")).contains(ANSWER);

            office.goTo("/sign-in").be("Shen Guang", "main");
            assertThat(office.goTo("/office/needs").read("#chargebacks"))
                    .contains(order.toString(), ANSWER, "voucher redeemed");

            await().untilAsserted(() -> assertThat(
                            bank.goTo(URI.create(page).getPath()).read("main, body"))
                    .contains(ANSWER));
            bank.press("button[name=act][value=lost]", ".dispute");
            client.order(somebody, order, "REFUNDED");
            assertThat(shop.goTo("/desk/statement").read("main")).contains("Taken back");
            assertThat(office.goTo("/office/needs").read("#chargebacks")).contains("Decided for the payer");
        }
    }

    /** The last that can be had: others have the first. */
    private void had(LoopClient client, TestPeople somebody) throws IOException {
        var counter = new TestPeople(new UUID(0, 0), "demo-counter");
        var place = client.get(counter, "/api/me").text("placeId");
        var offers = client.get(somebody, "/api/offers?place=" + place).body().path("offers");
        for (var offer : offers) {
            for (var slot : offer.path("nextSlots").values().stream().toList().reversed()) {
                var held = client.hold(
                        somebody,
                        UUID.fromString(offer.path("id").asString()),
                        Instant.parse(slot.path("start").asString(slot.asString(""))),
                        UUID.randomUUID().toString());
                if (held.status() == 201) {
                    order = held.id();
                    page = client.pay(somebody, order, UUID.randomUUID().toString())
                            .text("redirectUrl");
                    client.press(page, "succeed");
                    client.order(somebody, order, "PAID");
                    client.redeem(
                            counter,
                            client.tokens(somebody, order).getFirst(),
                            UUID.randomUUID().toString());
                    client.order(somebody, order, "SETTLED");
                    return;
                }
            }
        }
        throw new AssertionError("nothing can be had there: " + offers);
    }
}
