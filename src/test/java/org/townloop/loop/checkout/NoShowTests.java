package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.townloop.TestDevice;
import org.townloop.TestPeople;
import org.townloop.TestTown;
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
    private static final Instant MENU_OVER = SATURDAY.plus(Duration.ofHours(24));
    private static final Instant MENU_DUE = MENU_OVER.plus(Duration.ofHours(12));

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

    @Test
    void whatIsLeftOfAMenuIsSettledWhenItRunsOut() throws IOException {
        var order = menuForFour();
        var token = client.tokens(resident, order).getFirst();
        var counter = TestPeople.counterOf(salon);
        assertThat(client.redeem(counter, token, "n1").path("outcome").asString())
                .isEqualTo("REDEEMED");
        assertThat(client.cancel(resident, order, "c1").text("type")).endsWith("already-used");
        clock.set(MENU_OVER);
        assertThat(reason(noShows.didNotCome(merchant(), new OrderId(order)))).isEqualTo(CheckoutReason.ALREADY_USED);
        settleAt(MENU_DUE.minusSeconds(1));
        assertThat(vouchers(order)).isEqualTo("ISSUED after 1 of 4");
        settleAt(MENU_DUE);
        isSettled(order, 1);
        assertThat(vouchers(order)).isEqualTo("REVOKED after 1 of 4");
        assertThat(client.redeem(counter, token, "n2").path("outcome").asString())
                .isEqualTo("REVOKED");
    }

    @Test
    void theRestWaitsForTheCounterInTheCellarAndWhatItBringsWins() throws IOException {
        var order = menuForFour();
        var till = TestDevice.enrol(client, TestPeople.counterOf(salon), salon, clock, "Till");
        var token = client.tokens(resident, order).getFirst();
        till.scan(token, "n1");
        till.accept(token, 2);
        settleAt(MENU_DUE);
        assertThat(client.order(resident, order).text("state")).isEqualTo("PAID");
        assertThat(vouchers(order)).isEqualTo("WITHDRAWN after 1 of 4");
        assertThat(audit.run()).isEqualTo(before);
        assertThat(till.sync().getFirst().path("outcome").asString()).isEqualTo("REDEEMED");
        assertThat(vouchers(order)).isEqualTo("ISSUED after 3 of 4");
        assertThat(audit.run()).isEqualTo(before);
        settleAt(MENU_DUE.plus(WaitingCancellations.LONGEST_WAIT));
        assertThat(vouchers(order)).isEqualTo("WITHDRAWN after 3 of 4");
        till.update();
        isSettled(order, 3);
    }

    @Test
    void whatWasUsedInPartIsNotWithdrawnBeforeItRunsOut() throws IOException {
        var order = menuForFour();
        var token = client.tokens(resident, order).getFirst();
        client.redeem(TestPeople.counterOf(salon), token, "n1");
        assertThatThrownBy(() -> TestTown.jdbc()
                        .sql("update voucher.voucher set state = 'WITHDRAWN', withdrawn_at = ?::timestamptz"
                                + " where order_id = ?")
                        .params(clock.instant().toString(), order)
                        .update())
                .hasMessageContaining("used_is_withdrawn_after_its_end");
    }

    private UUID menuForFour() throws IOException {
        salon = TestSalon.with(1, 0).asRestaurant();
        var order = paid(offer(salon.setMenu(10)), SATURDAY, 4);
        clock.set(SATURDAY.plus(Duration.ofHours(12)));
        return order;
    }

    /** So many of four units were had; of the others 30 % are kept. */
    private void isSettled(UUID order, int had) throws IOException {
        var settled = client.order(resident, order, "SETTLED").body();
        var left = (4 - had) * 6_800L;
        assertThat(settled.at("/money/released/minor").asLong()).isEqualTo(had * 6_800L + left * 30 / 100);
        assertThat(settled.at("/money/refunded/minor").asLong()).isEqualTo(left * 70 / 100);
        assertThat(audit.run()).isEqualTo(before);
    }

    private static String vouchers(UUID order) {
        return TestTown.jdbc()
                .sql("select state || ' after ' || units_redeemed || ' of ' || units from voucher.voucher"
                        + " where order_id = ?")
                .param(order)
                .query(String.class)
                .single();
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
