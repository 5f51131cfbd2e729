package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Grant;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.Role;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ledger.Broken;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** What nobody came for: settled by the policy sold, no sooner than agreed, and not if somebody came after all. */
@TownTest
class NoShowTests {

    private static final Instant THREE = Instant.parse("2026-11-28T07:00:00Z");
    private static final Instant SATURDAY = Instant.parse("2026-11-27T16:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Audit audit;

    @Autowired
    NoShows noShows;

    @Autowired
    TestClock clock;

    private List<Broken> before;
    private LoopClient client;
    private TestSalon salon;
    private TestPeople resident;
    private UUID haircut;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        before = audit.run();
        client = new LoopClient(port);
        salon = TestSalon.with(1, 1);
        resident = TestPeople.resident(salon.region());
        haircut = offer(salon.haircut());
    }

    @Test
    void aDayAfterTheGraceItIsSettledByItself() throws IOException {
        var order = paid(haircut, THREE, 1);
        var due = THREE.plus(Duration.ofMinutes(15)).plus(Duration.ofDays(1));
        settleAt(due.minusSeconds(1));
        assertThat(client.order(resident, order).text("state")).isEqualTo("PAID");
        settleAt(due);
        var settled = client.order(resident, order, "REFUNDED").body();
        assertThat(settled.at("/money/released/minor").asLong()).isEqualTo(6_400);
        assertThat(settled.at("/money/refunded/minor").asLong()).isEqualTo(6_400);
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void theDeskMaySaySoAfterTheGraceAndNoSooner() throws IOException {
        var order = new OrderId(paid(haircut, THREE, 1));
        clock.set(THREE.plus(Duration.ofMinutes(15)).minusSeconds(1));
        assertThat(reason(noShows.didNotCome(merchant(), order))).isEqualTo(CheckoutReason.NOT_MISSED_YET);
        clock.set(THREE.plus(Duration.ofMinutes(15)));
        assertThat(noShows.didNotCome(merchant(), order)).isInstanceOf(Outcome.Done.class);
        client.order(resident, order.value(), "REFUNDED");
        assertThat(reason(noShows.didNotCome(merchant(), order))).isEqualTo(CheckoutReason.ALREADY_CLOSED);
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void whoComesLateAndIsServedHasCome() throws IOException {
        var order = paid(haircut, THREE, 1);
        var token = client.tokens(resident, order).getFirst();
        clock.set(THREE.plus(Duration.ofHours(5)));
        assertThat(client.redeem(TestPeople.counterOf(salon), token, "n1")
                        .path("outcome")
                        .asString())
                .isEqualTo("REDEEMED");
        settleAt(THREE.plus(Duration.ofDays(3)));
        assertThat(client.order(resident, order).text("state")).isEqualTo("SETTLED");
    }

    @Test
    void aMenuIsMissedWhenItsLastDayIsOver() throws IOException {
        var house = TestSalon.with(1, 0).asRestaurant();
        var order = paid(offer(house.setMenu(10)), SATURDAY, 4);
        var due = SATURDAY.plus(Duration.ofHours(24 + 12));
        settleAt(due.minusSeconds(1));
        assertThat(client.order(resident, order).text("state")).isEqualTo("PAID");
        settleAt(due);
        var settled = client.order(resident, order, "REFUNDED").body();
        assertThat(settled.at("/money/released/minor").asLong()).isEqualTo(4 * 6_800 * 30 / 100);
        assertThat(settled.at("/money/refunded/minor").asLong()).isEqualTo(4 * 6_800 * 70 / 100);
        assertThat(audit.run()).isEqualTo(before);
    }

    private void settleAt(Instant moment) {
        clock.set(moment);
        noShows.settleDue(1_000);
    }

    private UUID paid(UUID offer, Instant start, int quantity) throws IOException {
        var order = client.post(
                resident,
                "/api/orders",
                UUID.randomUUID().toString(),
                Map.of(
                        "offerId",
                        offer,
                        "slotStart",
                        start.toString(),
                        "quantity",
                        quantity,
                        "answers",
                        Map.of("main", "fish")));
        assertThat(order.status()).as(order.body().toString()).isEqualTo(201);
        var payment = client.pay(resident, order.id(), UUID.randomUUID().toString());
        client.press(payment.text("redirectUrl"), "succeed");
        client.order(resident, order.id(), "PAID");
        return order.id();
    }

    private Actor merchant() {
        return new Actor(
                new PersonId(TestPeople.merchantOf(salon).id()),
                "Lin",
                salon.region(),
                Locale.ENGLISH,
                List.of(new Grant(
                        Role.MERCHANT, salon.region(), salon.merchant().value(), null)));
    }

    private static Object reason(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?>(var refusal) ? refusal.reason() : "done";
    }

    private UUID offer(NewOffer offer) {
        return switch (offers.write(offer)) {
            case Outcome.Done<Offer>(var written) -> written.id().value();
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
