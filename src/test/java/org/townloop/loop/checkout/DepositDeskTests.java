package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.townloop.loop.checkout.DepositDay.reason;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.LoopClient;
import org.townloop.TestClock;
import org.townloop.TownTest;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ordering.BalanceReceipt.Means;
import org.townloop.loop.ordering.BalanceReceipts;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Pays;
import org.townloop.supply.offer.Deposit;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.OfferReason;
import org.townloop.supply.offer.Offers;
import org.townloop.surface.PageClient;

/** Deposits as a place has them: what it may ask for, what it takes on the telephone, and what it notes by mistake. */
@TownTest
class DepositDeskTests {

    private static final Instant THREE = Instant.parse("2026-11-28T07:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Balances balances;

    @Autowired
    BalanceReceipts receipts;

    @Autowired
    StaffOrders staffOrders;

    @Autowired
    TestClock clock;

    private DepositDay day;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        day = DepositDay.at(port, offers);
    }

    @Test
    void whatWasNotedByMistakeIsUndoneOnThatDayAndStaysATrace() throws IOException {
        var order = new OrderId(day.paid(day.haircut(30), THREE, null, 1));
        assertThat(balances.note(day.staff(), order, Means.CASH, new Balances.Seen(8_960, 0)))
                .isInstanceOf(Outcome.Done.class);
        var wrong = last(order);
        assertThat(balances.undo(day.staff(), order, wrong)).isInstanceOf(Outcome.Done.class);
        assertThat(reason(balances.undo(day.staff(), order, wrong))).isEqualTo(CheckoutReason.BALANCE_NOTED_SINCE);
        assertThat(balances.note(day.staff(), order, Means.TERMINAL, new Balances.Seen(8_960, 0)))
                .isInstanceOf(Outcome.Done.class);
        assertThat(reason(balances.undo(day.staff(), order, wrong))).isEqualTo(CheckoutReason.BALANCE_NOTED_SINCE);
        clock.move(Duration.ofDays(1));
        assertThat(reason(balances.undo(day.staff(), order, last(order))))
                .isEqualTo(CheckoutReason.BALANCE_OF_EARLIER_DAY);
        assertThat(DepositRaceTests.receipts(order.value())).isEqualTo("CASH undone, TERMINAL");
    }

    /** The price is the same, and half of it is asked for at once where a third was shown. */
    @Test
    void whoWasShownAnotherDepositHasNothingYet() throws IOException {
        var haircut = day.haircut(50);
        var refused = wanted(haircut, 3_840);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("type")).endsWith("deposit-changed");
        assertThat(refused.body().toString()).contains("64");
        assertThat(wanted(haircut, 6_400).status()).isEqualTo(201);
    }

    private LoopClient.Answer wanted(UUID offer, long dueNow) throws IOException {
        var body = Map.of(
                "offerId", offer,
                "slotStart", THREE.toString(),
                "quoted", Map.of("minor", 12_800, "currency", "CNY"),
                "dueNow", Map.of("minor", dueNow, "currency", "CNY"));
        return day.client()
                .post(day.resident(), "/api/orders", UUID.randomUUID().toString(), body);
    }

    @Test
    void anotherPlaceNotesNothing() throws IOException {
        var order = new OrderId(day.paid(day.haircut(30), THREE, null, 1));
        var other = DepositDay.at(port, offers).staff();
        assertThatThrownBy(() -> balances.note(other, order, Means.CASH, new Balances.Seen(8_960, 0)))
                .isInstanceOf(Absent.class);
        assertThat(day.minor(order.value(), "balance/open")).containsExactly(8_960L);
    }

    /** Until its deposit is paid the time may be sold to somebody else: lists say that, and no sum that anybody would take. */
    @Test
    void nothingIsTakenOfWhatIsOnlyHeld() throws IOException {
        clock.set(THREE.minus(Duration.ofHours(1)));
        var held = day.hold(day.haircut(30), THREE.plus(Duration.ofHours(2)), null, 1)
                .id();
        assertThat(reason(balances.note(day.staff(), new OrderId(held), Means.CASH, new Balances.Seen(8_960, 0))))
                .isEqualTo(CheckoutReason.DEPOSIT_UNPAID);
        assertThat(DepositRaceTests.receipts(held)).isEmpty();
        var browser = PageClient.of(port, day.counter());
        assertThat(browser.get("/counter?place=" + day.salon().place().value()).words())
                .contains("The deposit is not paid yet")
                .doesNotContain("89.60");
        assertThat(browser.get("/counter/orders/" + held + "/balance").words())
                .contains("Take nothing here yet")
                .doesNotContain("Received in cash");
    }

    @Test
    void takenByStaffItIsPaidWholeAtTheShopOrByALinkForItsDeposit() {
        var haircut = new OfferId(day.haircut(30));
        var atShop = taken(new HoldOrder(haircut, THREE, 1, Map.of()), Pays.SHOP);
        assertThat(atShop.total().minor()).isEqualTo(12_800);
        assertThat(atShop.balance().isZero()).isTrue();
        var byLink = taken(new HoldOrder(haircut, THREE.plus(Duration.ofHours(2)), 1, Map.of()), Pays.ESCROW);
        assertThat(byLink.total().minor()).isEqualTo(3_840);
        assertThat(byLink.balance().minor()).isEqualTo(8_960);
    }

    @Test
    void anOfferTakesNoMoreAndNoLessThanItsTradeAllows() {
        var haircut = day.salon().haircut();
        assertThat(reason(offers.write(haircut.withDeposit(new Deposit(51)))))
                .isEqualTo(OfferReason.DEPOSIT_OUT_OF_RANGE);
        assertThat(reason(offers.write(haircut.withDeposit(new Deposit(9)))))
                .isEqualTo(OfferReason.DEPOSIT_OUT_OF_RANGE);
        assertThat(reason(offers.write(day.salon().asRestaurant().setMenu(10).withDeposit(new Deposit(20)))))
                .isEqualTo(OfferReason.DEPOSIT_NOT_TAKEN);
    }

    private UUID last(OrderId order) {
        return receipts.of(order).getLast().id();
    }

    private Order taken(HoldOrder wish, Pays pays) {
        var wanted = new StaffOrder(day.salon().place(), wish, "Mei", "", pays);
        return switch (staffOrders.take(day.staff(), wanted, UUID.randomUUID().toString())) {
            case Outcome.Done<StaffOrder.Taken>(var taken) -> taken.order();
            case Outcome.Refused<StaffOrder.Taken>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
