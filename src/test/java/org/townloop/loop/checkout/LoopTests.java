package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.LoopClient;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ledger.Broken;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** The loop once round, as an outsider goes it. */
@TownTest
class LoopTests {

    /** Saturday at three in the afternoon of Willow Creek. */
    private static final Instant SATURDAY = Instant.parse("2026-11-28T07:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Audit audit;

    @Autowired
    TestClock clock;

    /** What tests of single modules have left in the tables they share. */
    private List<Broken> before;

    private LoopClient client;
    private TestSalon salon;
    private TestPeople resident;
    private TestPeople counter;
    private UUID haircut;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        before = audit.run();
        client = new LoopClient(port);
        salon = TestSalon.with(1, 1);
        resident = TestPeople.resident(salon.region());
        counter = TestPeople.counterOf(salon);
        haircut = offer(salon);
    }

    @Test
    void aHaircutIsHeldPaidHadAndReviewed() throws IOException {
        var merchant = TestPeople.merchantOf(salon);
        var order = paid();

        assertThat(client.order(resident, order)
                        .body()
                        .at("/money/captured/minor")
                        .asLong())
                .isEqualTo(12_800);
        var verdict = client.redeem(counter, client.tokens(resident, order).getFirst(), "n1");
        assertThat(verdict.path("outcome").asString()).isEqualTo("REDEEMED");

        var settled = client.order(resident, order, "SETTLED");
        assertThat(settled.body().at("/money/released/minor").asLong()).isEqualTo(12_800);
        var review = client.post(
                resident,
                "/api/visits/" + settled.text("visitId") + "/review",
                "",
                Map.of("rating", 5, "text", "Quiet."));
        assertThat(review.status()).isEqualTo(201);
        var statement =
                client.get(merchant, "/api/merchants/" + salon.merchant().value() + "/statement");
        var entry = statement.body().path("entries").get(0);
        assertThat(entry.at("/gross/minor").asLong())
                .isEqualTo(entry.at("/amount/minor").asLong()
                        + entry.at("/platformShare/minor").asLong()
                        + entry.at("/partnerShare/minor").asLong());
        assertThat(statement.body().at("/closing/minor").asLong())
                .isEqualTo(statement.body().at("/opening/minor").asLong()
                        + entry.at("/amount/minor").asLong());
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void aSecondScanIsToldWhenTheFirstWas() throws IOException {
        var token = client.tokens(resident, paid()).getFirst();
        var first = client.redeem(counter, token, "n1");

        var again = client.redeem(counter, token, "n2");
        assertThat(again.path("outcome").asString()).isEqualTo("ALREADY_REDEEMED");
        assertThat(again.path("redeemedAt")).isEqualTo(first.path("redeemedAt"));
        assertThat(client.redeem(counter, token, "n1")).isEqualTo(first);
    }

    @Test
    void anAlteredTokenAndOneOfAnotherShopAreRefused() throws IOException {
        var token = client.tokens(resident, paid()).getFirst();
        var elsewhere = TestPeople.counterOf(TestSalon.with(1, 1));
        var altered = token.substring(0, token.length() - 3) + (token.endsWith("AAA") ? "BBB" : "AAA");

        assertThat(client.redeem(counter, altered, "n1").path("outcome").asString())
                .isEqualTo("BAD_SIGNATURE");
        assertThat(client.redeem(elsewhere, token, "n1").path("outcome").asString())
                .isEqualTo("WRONG_PLACE");
    }

    @Test
    void whoCancelsInTimeGetsAllBack() throws IOException {
        var order = paid();
        var token = client.tokens(resident, order).getFirst();

        assertThat(client.cancel(resident, order, "c").text("state")).isIn("CANCELLED", "REFUNDED");
        assertThat(client.redeem(counter, token, "n1").path("outcome").asString())
                .isEqualTo("REVOKED");
        var refunded = client.order(resident, order, "REFUNDED");
        assertThat(refunded.body().at("/money/refunded/minor").asLong()).isEqualTo(12_800);
        assertThat(slots()).contains(SATURDAY);
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void aHoldThatRunsOutFreesItsTime() throws IOException {
        var order = client.hold(resident, haircut, SATURDAY, "h").id();
        assertThat(slots()).doesNotContain(SATURDAY);

        clock.move(Holds.KEPT);
        client.order(resident, order, "EXPIRED");
        assertThat(slots()).contains(SATURDAY);
    }

    @Test
    void whatIsNotOnesOwnIsNotThere() throws IOException {
        var order = client.hold(resident, haircut, SATURDAY, "h").id();
        var stranger = TestPeople.resident(salon.region());

        assertThat(client.order(stranger, order).status()).isEqualTo(404);
        assertThat(client.pay(stranger, order, "p").status()).isEqualTo(404);
        assertThat(client.cancel(stranger, order, "c").status()).isEqualTo(404);
        assertThat(client.get(stranger, "/api/merchants/" + salon.merchant().value() + "/statement")
                        .status())
                .isEqualTo(404);
    }

    private UUID paid() throws IOException {
        var order = client.hold(resident, haircut, SATURDAY, UUID.randomUUID().toString());
        assertThat(order.status()).as(order.body().toString()).isEqualTo(201);
        var payment = client.pay(resident, order.id(), UUID.randomUUID().toString());
        assertThat(payment.status()).as(payment.body().toString()).isEqualTo(201);
        client.press(payment.text("redirectUrl"), "succeed");
        client.order(resident, order.id(), "PAID");
        return order.id();
    }

    private List<Instant> slots() throws IOException {
        return client.get(resident, "/api/offers/" + haircut + "/slots?from=2026-11-28&to=2026-11-29")
                .body()
                .path("slots")
                .valueStream()
                .map(slot -> java.time.OffsetDateTime.parse(slot.path("start").asString())
                        .toInstant())
                .toList();
    }

    private UUID offer(TestSalon at) {
        return switch (offers.write(at.haircut())) {
            case Outcome.Done<Offer>(var offer) -> offer.id().value();
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
