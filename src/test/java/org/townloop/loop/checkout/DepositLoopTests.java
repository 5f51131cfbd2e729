package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.townloop.loop.checkout.DepositDay.reason;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.TestClock;
import org.townloop.TownTest;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ledger.Broken;
import org.townloop.loop.ordering.BalanceReceipt.Means;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.offer.Offers;
import org.townloop.surface.PageClient;

/** A part is paid when booking, the rest at the place: what is kept, given back, and left to be paid. */
@TownTest
class DepositLoopTests {

    /** Saturday, three in the afternoon in Willow Creek. */
    private static final Instant THREE = Instant.parse("2026-11-28T07:00:00Z");

    /** Check-in on Friday and check-out on Sunday: two nights of 388. */
    private static final Instant FRIDAY = Instant.parse("2026-11-27T06:00:00Z");

    private static final Instant SUNDAY = Instant.parse("2026-11-29T04:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Balances balances;

    @Autowired
    NoShows noShows;

    @Autowired
    Audit audit;

    @Autowired
    TestClock clock;

    private List<Broken> before;
    private DepositDay day;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        before = audit.run();
        day = DepositDay.at(port, offers);
    }

    @Test
    void thirtyPercentOf128AreEscrowAndTheRestIsPaidInTheChair() throws IOException {
        var haircut = day.haircut(30);
        var shown = day.client().get(day.resident(), "/api/offers/" + haircut).body();
        assertThat(DepositDay.minor(shown, "price", "deposit/dueNow", "deposit/balance"))
                .containsExactly(12_800L, 3_840L, 8_960L);
        var held = day.hold(haircut, THREE, null, 1);
        assertThat(DepositDay.minor(held.body(), "total", "price", "balance")).containsExactly(3_840L, 12_800L, 8_960L);
        var order = day.pay(held.id());
        assertThat(day.minor(order, "money/captured", "balance/due", "balance/open"))
                .containsExactly(3_840L, 8_960L, 8_960L);
        assertThat(day.redeem(order, 1)).isEqualTo("REDEEMED");
        day.client().order(day.resident(), order, "SETTLED");
        assertThat(day.minor(order, "money/released", "balance/open")).containsExactly(3_840L, 8_960L);

        var noted = noted(order, Means.CASH, 8_960);
        assertThat(noted.open().isZero()).isTrue();
        clock.move(Duration.ofMinutes(5));
        assertThat(noted(order, Means.TERMINAL, 8_960).received()).isEqualTo(noted.received());
        assertThat(day.minor(order, "balance/due", "balance/open")).containsExactly(8_960L, 0L);
        assertThat(audit.run()).isEqualTo(before);
    }

    /** Later than two hours before, 30 % of the price are kept: 38.40, which is all of a deposit of 30 % and not of 50 %. */
    @Test
    void ofTheDepositThePolicysShareOfThePriceIsKept() throws IOException {
        var third = day.haircut(30);
        cancelled(day.paid(third, THREE, null, 1), THREE.minus(Duration.ofHours(2)), 3_840, 0);
        cancelled(day.paid(third, THREE, null, 1), THREE.minus(Duration.ofHours(1)), 0, 3_840);
        cancelled(day.paid(day.haircut(50), THREE, null, 1), THREE.minus(Duration.ofHours(1)), 2_560, 3_840);
        assertThat(audit.run()).isEqualTo(before);
    }

    private void cancelled(UUID order, Instant when, long refunded, long kept) throws IOException {
        clock.set(when);
        day.client().cancel(day.resident(), order, "c " + order);
        day.client().order(day.resident(), order, refunded > 0 ? "REFUNDED" : "CANCELLED");
        assertThat(day.minor(order, "money/refunded", "money/released")).containsExactly(refunded, kept);
        clock.set(TestClock.START);
    }

    @Test
    void whoDoesNotComeLosesNoMoreThanTheDeposit() throws IOException {
        var order = day.paid(day.haircut(40), THREE, null, 1);
        clock.set(THREE.plus(Duration.ofDays(1)).plus(Duration.ofMinutes(15)));
        noShows.settleDue(1_000);
        day.client().order(day.resident(), order, "CANCELLED");
        assertThat(day.minor(order, "money/released", "money/refunded", "balance/due"))
                .containsExactly(5_120L, 0L, 0L);
        assertThat(reason(balances.note(day.staff(), new OrderId(order), Means.CASH, new Balances.Seen(7_680, 0))))
                .isEqualTo(CheckoutReason.NO_BALANCE);
        assertThat(audit.run()).isEqualTo(before);
    }

    /** Three rooms for 776 each: 698.40 of 2,328 when booking, 1,629.60 at the house; for two of them 1,086.40. */
    @Test
    void ofThreeRoomsTwoAreHadAndPaidForAndTheThirdIsSettled() throws IOException {
        var order = day.paid(day.rooms(30), FRIDAY, SUNDAY, 3);
        assertThat(day.minor(order, "total", "balance/due")).containsExactly(69_840L, 162_960L);
        clock.set(FRIDAY.plus(Duration.ofHours(3)));
        day.redeem(order, 1);
        day.redeem(order, 2);
        assertThat(day.minor(order, "money/released", "balance/due")).containsExactly(46_560L, 108_640L);
        assertThat(reason(balances.note(day.staff(), new OrderId(order), Means.CASH, new Balances.Seen(162_960, 0))))
                .isEqualTo(CheckoutReason.BALANCE_CHANGED);
        assertThat(noted(order, Means.TERMINAL, 108_640).open().isZero()).isTrue();
        clock.set(SUNDAY.plus(Duration.ofDays(2)));
        noShows.settleDue(1_000);
        day.client().order(day.resident(), order, "SETTLED");
        assertThat(day.minor(order, "money/released", "money/refunded", "balance/due", "balance/open"))
                .containsExactly(69_840L, 0L, 108_640L, 0L);
        assertThat(audit.run()).isEqualTo(before);
    }

    /** Two rooms whose guests come on two days pay each for their own; the second need not undo what the first have paid. */
    @Test
    void whatFallsDueAfterSomethingWasNotedIsNotedBesideItOnAnotherDay() throws IOException {
        var order = day.paid(day.rooms(30), FRIDAY, SUNDAY, 2);
        clock.set(FRIDAY.plus(Duration.ofHours(3)));
        day.redeem(order, 1);
        assertThat(noted(order, Means.CASH, 54_320).open().isZero()).isTrue();
        clock.move(Duration.ofDays(1));
        day.redeem(order, 2);
        assertThat(day.minor(order, "balance/due", "balance/open")).containsExactly(108_640L, 54_320L);
        assertThat(reason(balances.note(day.staff(), new OrderId(order), Means.CASH, new Balances.Seen(54_320, 0))))
                .isEqualTo(CheckoutReason.BALANCE_CHANGED);
        var both = noted(order, Means.TERMINAL, 54_320, 54_320);
        assertThat(both.open().isZero()).isTrue();
        assertThat(both.received().minor()).isEqualTo(108_640);
        assertThat(DepositRaceTests.receipts(order)).isEqualTo("CASH, TERMINAL");
        assertThat(audit.run()).isEqualTo(before);
    }

    /** Paid for three in cash before anybody was scanned; two come, the third runs out, and its share is given back. */
    @Test
    void whatIsNotDueAnyMoreIsGivenBackAndThatIsNoted() throws IOException {
        var order = day.paid(day.rooms(30), FRIDAY, SUNDAY, 3);
        noted(order, Means.CASH, 162_960);
        clock.set(FRIDAY.plus(Duration.ofHours(3)));
        day.redeem(order, 1);
        day.redeem(order, 2);
        assertThat(day.minor(order, "balance/due", "balance/back"))
                .as("the third may still come")
                .containsExactly(108_640L, 0L);
        clock.set(SUNDAY.plus(Duration.ofDays(2)));
        noShows.settleDue(1_000);
        day.client().order(day.resident(), order, "SETTLED");
        assertThat(day.minor(order, "balance/due", "balance/open", "balance/back"))
                .containsExactly(108_640L, 0L, 54_320L);
        var back = noted(order, Means.CASH, -54_320, 162_960);
        assertThat(back.back().isZero()).isTrue();
        assertThat(noted(order, Means.CASH, -54_320, 162_960)).as("twice").isEqualTo(back);
        assertThat(day.minor(order, "balance/due", "balance/back")).containsExactly(108_640L, 0L);
        assertThat(audit.run()).isEqualTo(before);
    }

    /** Paid in cash the evening before, and called off: the place has money of what does not happen. */
    @Test
    void ofWhatIsCalledOffAllThatWasPaidAtThePlaceIsToBeGivenBack() throws IOException {
        var order = day.paid(day.haircut(30), THREE, null, 1);
        noted(order, Means.CASH, 8_960);
        cancelled(order, THREE.minus(Duration.ofHours(3)), 3_840, 0);
        assertThat(day.minor(order, "balance/due", "balance/back")).containsExactly(0L, 8_960L);
        clock.set(THREE.minus(Duration.ofHours(2)));
        var page = PageClient.of(port, day.counter());
        assertThat(page.get("/counter/orders/" + order + "/balance").words())
                .contains("To give back here", "89.60", "Given back in cash");
        assertThat(PageClient.of(port, day.resident()).get("/orders/" + order).words())
                .contains("The place gives back to you", "89.60");
        assertThat(noted(order, Means.TERMINAL, -8_960, 8_960).back().isZero()).isTrue();
    }

    private Balance noted(UUID order, Means means, long open) {
        return noted(order, means, open, 0);
    }

    private Balance noted(UUID order, Means means, long open, long received) {
        return switch (balances.note(day.staff(), new OrderId(order), means, new Balances.Seen(open, received))) {
            case Outcome.Done<Balance>(var balance) -> balance;
            case Outcome.Refused<Balance>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
