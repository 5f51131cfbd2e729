package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Money;
import org.townloop.loop.coupon.CouponReason;
import org.townloop.loop.coupon.NewCoupon;
import org.townloop.loop.coupon.UseState;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.offer.Deposit;

/** A coupon of a merchant is a lower price, kept with the hold and used with the payment. */
@TownTest
class CouponTests extends CouponDay {

    @Test
    void itLowersThePriceAndTheSharesAreOfTheLowerOne() throws IOException {
        var coupon = tenOff("WELCOME");
        var held = hold(Map.of("coupon", "welcome"));
        assertThat(held.status()).as(held.body().toString()).isEqualTo(201);
        assertThat(DepositDay.minor(held.body(), "total", "couponOff")).containsExactly(11_800L, 1_000L);
        assertThat(taken(coupon)).isEqualTo(1);
        assertThat(state(held.id())).isEqualTo(UseState.HELD);

        paid(held.id());
        assertThat(state(held.id())).isEqualTo(UseState.USED);
        assertThat(money(held.id())).containsExactly(11_800L, 0L, 0L);
        var token = client.tokens(person, held.id()).getFirst();
        assertThat(client.redeem(TestPeople.counterOf(salon), token, "n")
                        .path("outcome")
                        .asString())
                .isEqualTo("REDEEMED");
        assertThat(money(held.id())).containsExactly(11_800L, 11_800L, 0L);
        assertThat(TestTown.jdbc()
                        .sql("select amount_minor from ledger.transfer where order_id = ? and kind = 'PLATFORM_SHARE'")
                        .param(held.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(orders.get(new OrderId(held.id()))
                        .total()
                        .basisPoints(orders.get(new OrderId(held.id()))
                                .terms()
                                .shares()
                                .platformBasisPoints())
                        .minor());
        isSound();
    }

    @Test
    void callingItOffGivesBackWhatWasPaidAndTheCouponToo() throws IOException {
        var coupon = tenOff(null);
        var order = hold(Map.of("coupon", coupon.id().value().toString())).id();
        paid(order);
        client.cancel(person, order, "off");
        client.order(person, order, "REFUNDED");
        assertThat(money(order)).containsExactly(11_800L, 0L, 11_800L);
        assertThat(taken(coupon)).isZero();
        assertThat(hold(person, 60, Map.of("coupon", coupon.id().value().toString()))
                        .status())
                .as("and can be used again")
                .isEqualTo(201);
        isSound();
    }

    @Test
    void whoeverMayNotUseItHoldsNothing() throws IOException {
        tenOff("ONCE");
        made("LATER", wanted -> from(wanted, Duration.ofDays(1)));
        made("DEAR", wanted -> least(wanted, 20_000));
        desk.stop(merchant(), tenOff("ENDED").id());
        assertThat(refusal(Map.of("coupon", "NOTHING"))).isEqualTo("coupon-unknown coupon 422");
        assertThat(refusal(Map.of("coupon", "ENDED"))).isEqualTo("coupon-unknown coupon 422");
        assertThat(refusal(Map.of("coupon", "LATER"))).isEqualTo("coupon-not-now coupon 409");
        assertThat(refusal(Map.of("coupon", "DEAR"))).isEqualTo("coupon-least coupon 422");
        assertThat(refusal(Map.of("coupon", "ONCE", "pays", "SHOP"))).isEqualTo("coupon-not-at-shop coupon 422");
        assertThat(refusal(Map.of("couponOff", Map.of("minor", 1, "currency", "CNY"))))
                .isEqualTo("field-missing coupon 422");
        assertThat(hold(Map.of("coupon", "ONCE")).status())
                .as("nothing was held before")
                .isEqualTo(201);
        assertThat(reason(couponOrders.put(resident, held(60).id(), new WantedCoupon("ONCE", null), "k")))
                .isEqualTo(CouponReason.COUPON_HAD);
        isSound();
    }

    /** What a client says that a coupon takes off is compared and never taken. */
    @Test
    void anAmountThatWasTamperedWithIsRefused() throws IOException {
        var coupon = tenOff("TEN");
        var more = Map.of("minor", 12_000, "currency", "CNY");
        assertThat(refusal(Map.of("coupon", "TEN", "couponOff", more))).isEqualTo("coupon-takes-another couponOff 422");
        assertThat(refusal(Map.of("coupon", "TEN", "couponOff", Map.of("minor", 1_000, "currency", "USD"))))
                .contains("couponOff");
        assertThat(taken(coupon)).isZero();
        var fair = hold(Map.of("coupon", "TEN", "couponOff", Map.of("minor", 1_000, "currency", "CNY")));
        assertThat(fair.status()).isEqualTo(201);
        isSound();
    }

    @Test
    void itGoesBesideNoDepositAndLeavesSomethingToPay() throws IOException {
        made("ALL", wanted -> amount(wanted, 20_000));
        var whole = hold(Map.of("coupon", "ALL"));
        assertThat(DepositDay.minor(whole.body(), "total", "couponOff")).containsExactly(1L, 12_799L);
        haircut = written(salon.haircut().withDeposit(new Deposit(30)));
        assertThat(refusal(person, 120, Map.of("coupon", "ALL"))).isEqualTo("coupon-not-beside coupon 422");
        isSound();
    }

    @Test
    void putOnTakenOffAndPutOnAgainThePriceFollows() {
        var coupon = tenOff("TEN");
        var order = held(0);
        var put = done(couponOrders.put(resident, order.id(), new WantedCoupon("TEN", 1_000L), "a"));
        assertThat(put.total().minor()).isEqualTo(11_800);
        assertThat(done(couponOrders.put(resident, order.id(), new WantedCoupon("TEN", 1_000L), "a"))
                        .total()
                        .minor())
                .as("the same key")
                .isEqualTo(11_800);
        assertThat(taken(coupon)).isEqualTo(1);
        var plain = done(couponOrders.takeOff(resident, order.id(), "b"));
        assertThat(plain.total().minor()).isEqualTo(12_800);
        assertThat(taken(coupon)).isZero();
        made("FIFTH", wanted -> percent(wanted, 20));
        assertThat(done(couponOrders.put(resident, order.id(), new WantedCoupon("TEN", null), "c"))
                        .total()
                        .minor())
                .isEqualTo(11_800);
        assertThat(done(couponOrders.put(resident, order.id(), new WantedCoupon("fifth", null), "d"))
                        .total()
                        .minor())
                .as("instead of the other")
                .isEqualTo(10_240);
        assertThat(taken(coupon)).isZero();
        isSound();
    }

    /** The gateway's page was open when the coupon was put on: what it brings is another amount than it costs. */
    @Test
    void whatWasBegunAtAnotherPriceGoesBackAndTheRightPricePays() throws IOException {
        tenOff("TEN");
        var order = held(0);
        var before = opened(order.id().value());
        done(couponOrders.put(resident, order.id(), new WantedCoupon("TEN", null), "a"));
        client.press(before, "succeed");
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(refunds(order)).as("all of it goes back").containsExactly(12_800L));
        assertThat(orders.get(order.id()).state().name()).isEqualTo("HELD");
        paid(order.id().value());
        assertThat(money(order)).containsExactly(24_600L, 0L, 12_800L);
        isSound();
    }

    @Test
    void aCardPaysTheLowerPriceAndAPassDoesNotGoWithIt() {
        tenOff("TEN");
        var gift = gift(20_000);
        var order = held(0);
        done(couponOrders.put(resident, order.id(), new WantedCoupon("TEN", null), "a"));
        assertThat(reason(pay(orders.get(order.id()), null, pass(60_000, 5))))
                .isEqualTo(CheckoutReason.CARD_DOES_NOT_FIT);
        done(pay(orders.get(order.id()), null, gift));
        assertThat(left(gift)).isEqualTo(8_200);
        assertThat(state(order.id().value())).isEqualTo(UseState.USED);
        isSound();
    }

    @Test
    void onlyTheMerchantOfThePlaceMakesThemAndTwoHaveNotTheSameCode() {
        tenOff("TEN");
        assertThat(reason(desk.make(merchant(), salon.place(), wanted("ten", 5, 1))))
                .isEqualTo(CouponReason.COUPON_CODE_TAKEN);
        assertThat(reason(desk.make(merchant(), salon.place(), wanted("T", 5, 1))))
                .isEqualTo(CouponReason.COUPON_CODE_INVALID);
        assertThat(reason(desk.make(merchant(), salon.place(), wanted("FIVE", 5, 6))))
                .isEqualTo(CouponReason.COUPON_EACH_INVALID);
        assertThat(reason(desk.make(merchant(), salon.place(), least(wanted("FIVE", 5, 1), 1_000))))
                .isEqualTo(CouponReason.COUPON_LEAST_INVALID);
        assertThat(catchThrowable(() -> desk.make(resident, salon.place(), wanted("FIVE", 5, 1))))
                .isInstanceOf(Absent.class);
    }

    private String refusal(Map<String, Object> more) throws IOException {
        return refusal(person, 0, more);
    }

    private String refusal(TestPeople who, int minutesLater, Map<String, Object> more) throws IOException {
        var answer = hold(who, minutesLater, more);
        return type(answer) + " " + answer.text("field") + " " + answer.status();
    }

    private NewCoupon from(NewCoupon of, Duration later) {
        return new NewCoupon(
                of.code(),
                of.amount(),
                null,
                null,
                of.least(),
                Set.of(),
                clock.instant().plus(later),
                of.until(),
                of.stock(),
                of.each(),
                null);
    }

    private static NewCoupon least(NewCoupon of, long minor) {
        return new NewCoupon(
                of.code(),
                of.amount(),
                null,
                null,
                Money.of(minor, "CNY"),
                Set.of(),
                null,
                of.until(),
                of.stock(),
                of.each(),
                null);
    }

    private static NewCoupon amount(NewCoupon of, long minor) {
        var amount = Money.of(minor, "CNY");
        return new NewCoupon(
                of.code(), amount, null, null, of.least(), Set.of(), null, of.until(), of.stock(), of.each(), null);
    }

    static NewCoupon percent(NewCoupon of, int percent) {
        return new NewCoupon(
                of.code(), null, percent, null, of.least(), Set.of(), null, of.until(), of.stock(), of.each(), null);
    }
}
