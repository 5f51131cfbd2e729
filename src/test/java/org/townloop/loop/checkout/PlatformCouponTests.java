package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Money;
import org.townloop.loop.coupon.CouponReason;
import org.townloop.loop.ordering.GivenBack;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.surface.PageClient;

/** The platform pays a part of the price out of a budget, and has its part back of what goes back. */
@TownTest
class PlatformCouponTests extends CouponDay {

    @Autowired
    GivingBack givingBack;

    @Test
    void theMerchantHasTheWholePriceAndThePlatformPaysItsPart() throws IOException {
        var coupon = townsTen(10_000);
        var held = hold(Map.of("coupon", code));
        assertThat(held.status()).as(held.body().toString()).isEqualTo(201);
        assertThat(DepositDay.minor(held.body(), "total", "couponOff")).containsExactly(11_800L, 1_000L);
        paid(held.id());
        assertThat(money(held.id())).containsExactly(12_800L, 0L, 0L);
        assertThat(byKind(held.id(), "CAPTURE")).isEqualTo(11_800);
        assertThat(byKind(held.id(), "COUPON")).isEqualTo(1_000);
        client.redeem(
                TestPeople.counterOf(salon), client.tokens(person, held.id()).getFirst(), "n");
        assertThat(money(held.id())).containsExactly(12_800L, 12_800L, 0L);
        assertThat(spent(coupon)).isEqualTo(1_000);
        isSound();
    }

    @Test
    void whoCallsItOffHasBackWhatTheyPaidAndThePlatformTheRest() throws IOException {
        var coupon = townsTen(10_000);
        var order = hold(Map.of("coupon", code)).id();
        paid(order);
        var page = PageClient.of(port, person).get("/orders/" + order);
        assertThat(page.words()).contains("¥118").doesNotContain("¥128 back");
        client.cancel(person, order, "off");
        client.order(person, order, "REFUNDED");
        assertThat(refunds(orders.get(new OrderId(order)))).containsExactly(11_800L);
        assertThat(byKind(order, "COUPON_BACK")).isEqualTo(1_000);
        assertThat(money(order)).containsExactly(12_800L, 0L, 12_800L);
        assertThat(List.of(spent(coupon), taken(coupon) + 0L)).containsExactly(0L, 0L);
        isSound();
    }

    @Test
    void whatGoesBackInPartsIsPartedToTheUnit() throws IOException {
        var coupon = townsTen(10_000);
        var order = hold(Map.of("coupon", code)).id();
        paid(order);
        for (var part : List.of(3_333L, 3_333L, 6_134L)) {
            given(orders.get(new OrderId(order)), part);
        }
        assertThat(byKind(order, "COUPON_BACK")).isEqualTo(1_000);
        assertThat(byKind(order, "REFUND")).isEqualTo(11_800);
        assertThat(refunds(orders.get(new OrderId(order)))).containsExactlyInAnyOrder(3_073L, 3_073L, 5_654L);
        assertThat(spent(coupon)).isZero();
        assertThat(taken(coupon)).as("it was used").isEqualTo(1);
        isSound();
    }

    private void given(Order order, long minor) {
        var wish = new GivingBack.Wish(
                GivenBack.Cause.BY_MERCHANT,
                Money.of(minor, "CNY"),
                Money.of(0, "CNY"),
                Map.of(),
                "sorry",
                merchant().person());
        done(new TransactionTemplate(transactions).execute(status -> givingBack.give(orders.lock(order.id()), wish)));
    }

    @Test
    void aCardPaysTheRestAndAPassDoesNotGoWithIt() {
        townsTen(10_000);
        var gift = gift(20_000);
        var order = held(0);
        done(couponOrders.put(resident, order.id(), new WantedCoupon(code, 1_000L), "a"));
        assertThat(reason(pay(orders.get(order.id()), null, pass(60_000, 5))))
                .isEqualTo(CheckoutReason.CARD_DOES_NOT_FIT);
        done(pay(orders.get(order.id()), null, gift));
        assertThat(left(gift)).isEqualTo(8_200);
        assertThat(done(checkouts.cancel(resident, order.id(), "off")).state()).isEqualTo(OrderState.REFUNDED);
        assertThat(left(gift)).isEqualTo(20_000);
        assertThat(byKind(order.id().value(), "COUPON_BACK")).isEqualTo(1_000);
        isSound();
    }

    @Test
    void onlyWhoPaysOutTheRegionsMoneyMakesThem() {
        assertThat(catchThrowable(() -> office.make(merchant(), salon.region(), ofTown(5_000L))))
                .isInstanceOf(Absent.class);
        assertThat(reason(office.make(operator(), salon.region(), ofTown(500L))))
                .as("not enough for one")
                .isEqualTo(CouponReason.COUPON_BUDGET_INVALID);
        assertThat(reason(office.make(operator(), salon.region(), ofTown(null))))
                .isEqualTo(CouponReason.COUPON_BUDGET_INVALID);
    }

    @Test
    void noMoreIsSpentThanTheBudget() {
        var coupon = townsTen(1_500);
        done(couponOrders.put(resident, held(0).id(), new WantedCoupon(code, null), "a"));
        var other = actor(TestPeople.resident(salon.region()));
        var second = done(
                checkouts.hold(other, new HoldOrder(haircut.id(), THREE.plusSeconds(3_600), 1, Map.of()), "second"));
        assertThat(reason(couponOrders.put(other, second.id(), new WantedCoupon(code, null), "b")))
                .isEqualTo(CouponReason.COUPON_GONE);
        assertThat(spent(coupon)).isEqualTo(1_000);
        assertThat(orders.get(second.id()).hasCoupon()).isFalse();
        isSound();
    }

    private static long byKind(UUID order, String kind) {
        return TestTown.jdbc()
                .sql("select coalesce(sum(amount_minor), 0) from ledger.transfer where order_id = ? and kind = ?")
                .params(order, kind)
                .query(Long.class)
                .single();
    }
}
