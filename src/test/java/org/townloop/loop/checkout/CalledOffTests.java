package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.townloop.base.identity.People;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ledger.Broken;
import org.townloop.supply.TestOffers;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferDesk;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Session;
import org.townloop.surface.PageClient;

/** What becomes of the orders of a session that its place calls off, whatever state they are in. */
@TownTest
class CalledOffTests {

    private static final Instant FRIDAY = Instant.parse("2026-11-27T02:00:00Z");
    private static final LocalDateTime TEN = LocalDateTime.parse("2026-11-27T10:00");
    private static final int PRICE = 6_000;
    private static final String PAYMENT = "(select intent_id from payment.share where order_id = ?)";

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    OfferDesk desk;

    @Autowired
    Audit audit;

    @Autowired
    People people;

    @Autowired
    TestClock clock;

    private List<Broken> before;
    private LoopClient client;
    private TestSalon school;
    private TestPeople resident;
    private Offer yoga;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        before = audit.run();
        client = new LoopClient(port);
        school = TestSalon.with(1, 0);
        resident = TestPeople.resident(school.region());
        TestTown.jdbc()
                .sql("update merchant.place set trade = 'classes' where id = ?")
                .param(school.place().value())
                .update();
        var session = new Session(6, List.of(), Set.of(TEN, TEN.plusDays(1)), Set.of());
        yoga = done(offers.write(TestOffers.yoga(school, school.staff().getFirst(), session)));
    }

    @Test
    void aPaymentThatComesAfterItsHoldRanOutAndTheSessionWasCalledOffGoesBack() throws IOException {
        var order = held(1);
        var payment = client.pay(resident, order, "p");
        clock.move(Holds.KEPT);
        callOff();
        client.press(payment.text("redirectUrl"), "succeed");
        await().untilAsserted(() -> assertThat(refunded(order)).isEqualTo(PRICE));
        assertThat(client.order(resident, order).text("state")).isIn("EXPIRED", "CANCELLED");
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void oneThatCannotBeCalledOffIsTriedAgainAndKeepsNoOtherBack() throws IOException {
        merchant();
        var stuck = paid(2);
        var other = paid(1);
        loses(stuck, "PENDING"); // its money seems not to be there: nothing can go back
        callOff();
        client.order(resident, other, "REFUNDED");
        await().untilAsserted(() -> assertThat(told(other, "place")).isOne());
        await().untilAsserted(() -> assertThat(tries(stuck)).isPositive());
        assertThat(client.order(resident, stuck).text("state")).isEqualTo("PAID");
        assertThat(number("select count(*) from voucher.voucher where state <> 'ISSUED' and order_id = ?", stuck))
                .as("undone as a whole")
                .isZero();
        loses(stuck, "CAPTURED");
        clock.move(Duration.ofMinutes(2));
        client.order(resident, stuck, "REFUNDED");
        assertThat(refunded(stuck)).isEqualTo(2 * PRICE);
        assertThat(tries(stuck)).isEqualTo(-1);
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void ofWhatWasUsedInPartTheRestGoesBack() throws IOException {
        var order = paid(3);
        var token = client.tokens(resident, order).getFirst();
        clock.set(FRIDAY.minus(Duration.ofMinutes(5)));
        assertThat(client.redeem(TestPeople.counterOf(school), token, "n1")
                        .path("outcome")
                        .asString())
                .isEqualTo("REDEEMED");
        callOff();
        await().untilAsserted(() -> assertThat(triedAt(order)).isAfter(FRIDAY));
        await().untilAsserted(
                        () -> assertThat(told(order, "rest")).as("at once").isOne());
        assertThat(PageClient.of(port, resident).get("/orders/" + order).words())
                .contains("The place has called it off.", "all that you paid for what was not used comes back");
        assertThat(tries(order)).isZero();
        clock.set(triedAt(order));
        client.order(resident, order, "SETTLED");
        await().untilAsserted(() -> assertThat(refunded(order)).isEqualTo(2 * PRICE));
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void whoseOwnCancellationWaitsGetsAllBackToo(@Autowired WaitingCancellations waiting) throws IOException {
        var order = paid(1);
        TestDevice.enrol(client, TestPeople.counterOf(school), school, clock, "A");
        clock.set(FRIDAY.minus(Duration.ofMinutes(30)));
        assertThat(client.cancel(resident, order, "c").status()).isEqualTo(200);
        assertThat(waiting(order)).isLessThan(PRICE);
        callOff();
        await().untilAsserted(() -> assertThat(waiting(order)).isEqualTo(PRICE));
        clock.move(WaitingCancellations.LONGEST_WAIT);
        waiting.completeOverdue();
        client.order(resident, order, "REFUNDED");
        assertThat(refunded(order)).isEqualTo(PRICE);
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void whoMovedToAnotherSessionMeanwhileStays() throws IOException {
        var order = paid(1);
        assertThat(client.post(
                                resident,
                                "/api/orders/" + order + "/move",
                                "m",
                                Map.of(
                                        "slotStart",
                                        FRIDAY.plus(Duration.ofDays(1)).toString()))
                        .status())
                .isEqualTo(200);
        callOff();
        TestTown.jdbc()
                .sql("insert into ordering.call_off (region_id, order_id, noted_at, try_at)"
                        + " select region_id, id, created_at, created_at from ordering.orders where id = ?")
                .param(order)
                .update();
        await().untilAsserted(() -> assertThat(tries(order)).isEqualTo(-1));
        assertThat(client.order(resident, order).text("state")).isEqualTo("PAID");
    }

    private void callOff() {
        done(desk.callOff(merchant(), yoga.id(), TEN));
    }

    private UUID held(int quantity) throws IOException {
        var order = client.post(
                resident,
                "/api/orders",
                UUID.randomUUID().toString(),
                Map.of("offerId", yoga.id().value(), "slotStart", FRIDAY.toString(), "quantity", quantity));
        assertThat(order.status()).as(order.body().toString()).isEqualTo(201);
        return order.id();
    }

    private UUID paid(int quantity) throws IOException {
        var order = held(quantity);
        var payment = client.pay(resident, order, UUID.randomUUID().toString());
        client.press(payment.text("redirectUrl"), "succeed");
        client.order(resident, order, "PAID");
        return order;
    }

    private long refunded(UUID order) throws IOException {
        return client.order(resident, order).body().at("/money/refunded/minor").asLong();
    }

    private static void loses(UUID order, String state) {
        TestTown.jdbc()
                .sql("update payment.intent set state = ?, asked_at = '2099-01-01' where id = " + PAYMENT)
                .params(state, order)
                .update();
    }

    private static int tries(UUID order) {
        return (int) number("select coalesce(max(tries), -1) from ordering.call_off where order_id = ?", order);
    }

    private static Instant triedAt(UUID order) {
        return TestTown.jdbc()
                .sql("select coalesce(max(try_at), 'epoch') as try_at from ordering.call_off where order_id = ?")
                .param(order)
                .query((row, number) -> row.getTimestamp("try_at").toInstant())
                .single();
    }

    private static long waiting(UUID order) {
        return number("select refund_minor from ordering.cancellation where order_id = ? and state = 'WAITING'", order);
    }

    private static long told(UUID order, String by) {
        return number(
                "select count(*) from notice.notice where kind || (facts ->> 'by') = 'CANCELLED" + by
                        + "' and subject_id = ?",
                order);
    }

    private static long number(String query, UUID order) {
        return TestTown.jdbc().sql(query).param(order).query(Long.class).single();
    }

    private Actor merchant() {
        return people.actor(new PersonId(TestPeople.merchantOf(school).id())).orElseThrow();
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
