package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.Race;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.coupon.Coupon;
import org.townloop.loop.coupon.CouponReason;
import org.townloop.loop.coupon.CouponUses;
import org.townloop.loop.coupon.UncountedCoupons;
import org.townloop.loop.coupon.UseState;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;

/**
 * Two hundred want the last ten. Whoever takes one counts it under the lock of its row, and a constraint counts again; each
 * is enough alone, and without both there are more than there are.
 */
@TownTest
class CouponRaceTests extends CouponDay {

    private static final int BUYERS = 200;
    private static final int HANDS = 30;
    private static final int THERE = 10;
    private static final Instant SATURDAY = Instant.parse("2026-11-27T16:00:00Z");
    private static final String RULE = "no_more_coupons_than_there_are";

    @Autowired
    ApplicationContext town;

    private final JdbcTemplate owner = new JdbcTemplate(TestTown.owner());

    @AfterEach
    void theConstraintIsBack() {
        withoutConstraint();
        owner.execute("alter table coupon.coupon add constraint " + RULE + " check (used between 0 and stock)");
    }

    private void withoutConstraint() {
        owner.execute("alter table coupon.coupon drop constraint if exists " + RULE);
    }

    @Test
    void ofTwoHundredWhoWantTheLastTenExactlyTenHaveOne() {
        tenOff("LAST");
        haircut = written(salon.asRestaurant().setMenu(BUYERS));
        var buyers = IntStream.range(0, BUYERS)
                .mapToObj(hand -> TestPeople.resident(salon.region()))
                .toList();
        var held = Race.of(BUYERS, hand -> hold(buyers.get(hand)));
        var answers = Race.of(
                BUYERS,
                hand -> reason(couponOrders.put(
                        actor(new TestPeople(held.get(hand).resident().value(), "")),
                        held.get(hand).id(),
                        new WantedCoupon("LAST", 1_000L),
                        "race")));
        assertThat(answers.stream().filter(said -> said instanceof Outcome.Done<?>))
                .hasSize(THERE);
        assertThat(answers.stream().filter(said -> said == CouponReason.COUPON_GONE))
                .hasSize(BUYERS - THERE);
        assertThat(taken(coupons.named(salon.place(), "LAST").orElseThrow())).isEqualTo(THERE);
        assertThat(orders.get(held.stream().map(Order::id).toList()).values().stream()
                        .filter(Order::hasCoupon))
                .hasSize(THERE);
        isSound();
    }

    private Order hold(TestPeople buyer) {
        var wish = new HoldOrder(haircut.id(), SATURDAY, 1, Map.of("main", "fish"));
        return done(checkouts.hold(actor(buyer), wish, "race"));
    }

    @Test
    void onePersonHasNoMoreThanOneMayHoweverManyTheyTryAtOnce() {
        var coupon = tenOff("MINE");
        var held = IntStream.range(0, 4).mapToObj(i -> held(60 * (i % 2))).toList();
        var answers = Race.of(
                held.size(),
                hand -> reason(
                        couponOrders.put(resident, held.get(hand).id(), new WantedCoupon("MINE", null), "k" + hand)));
        assertThat(answers.stream().filter(said -> said instanceof Outcome.Done<?>))
                .hasSize(1);
        assertThat(answers.stream().filter(said -> said == CouponReason.COUPON_HAD))
                .hasSize(held.size() - 1);
        assertThat(taken(coupon)).isEqualTo(1);
        isSound();
    }

    @Test
    void withoutTheConstraintTheCountUnderTheLockIsEnough() {
        withoutConstraint();
        assertThat(takenBy(uses)).isEqualTo(THERE);
    }

    @Test
    void withoutTheCountTheConstraintIsEnough() {
        assertThat(takenBy(UncountedCoupons.of(town))).isEqualTo(THERE);
    }

    /** The control. */
    @Test
    void withoutBothMoreAreTakenThanThereAre() {
        withoutConstraint();
        assertThat(takenBy(UncountedCoupons.of(town))).isEqualTo(HANDS);
    }

    /** How many are taken, of orders that there are not; nothing of it is left. */
    private int takenBy(CouponUses through) {
        var coupon = tenOff("C" + UUID.randomUUID().toString().substring(0, 8));
        var buyers = IntStream.range(0, HANDS)
                .mapToObj(hand -> actor(TestPeople.resident(salon.region())))
                .toList();
        Race.of(HANDS, hand -> {
            try {
                return new TransactionTemplate(transactions).execute(status -> {
                    var order = Ids.next(salon.region(), clock.instant());
                    var got = through.take(
                            coupon, order, buyers.get(hand).person(), Money.of(1_000, "CNY"), clock.instant());
                    if (got instanceof Outcome.Refused<?>) {
                        status.setRollbackOnly();
                    }
                    return reason(got);
                });
            } catch (DataIntegrityViolationException e) {
                return e;
            }
        });
        var taken = taken(coupon);
        owner.update("delete from coupon.use where coupon_id = ?", coupon.id().value());
        owner.update(
                "update coupon.coupon set used = 0 where id = ?", coupon.id().value());
        return taken;
    }

    @Test
    void moneyThatComesLateIsHonouredAsLongAsOneIsLeft() throws IOException {
        var coupon = last();
        var order = hold(Map.of("coupon", "ONE")).id();
        var page = late(order);
        assertThat(state(order)).isEqualTo(UseState.FREED);
        assertThat(taken(coupon)).isZero();
        client.press(page, "succeed");
        client.order(person, order, "PAID");
        assertThat(state(order)).isEqualTo(UseState.USED);
        assertThat(taken(coupon)).isEqualTo(1);
        isSound();
    }

    @Test
    void moneyThatComesWhenSomebodyElseHasTheLastOneGoesBackWhole() throws IOException {
        var coupon = last();
        var order = hold(Map.of("coupon", "ONE")).id();
        var page = late(order);
        var other = hold(TestPeople.resident(salon.region()), 60, Map.of("coupon", "ONE"));
        assertThat(other.status()).as(other.body().toString()).isEqualTo(201);
        client.press(page, "succeed");
        Awaitility.await()
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(money(order)).containsExactly(11_800L, 0L, 11_800L));
        assertThat(orders.get(new OrderId(order)).state()).isIn(OrderState.EXPIRED, OrderState.REFUNDED);
        assertThat(state(order)).isEqualTo(UseState.FREED);
        assertThat(taken(coupon)).isEqualTo(1);
        isSound();
    }

    private Coupon last() {
        return done(desk.make(merchant(), salon.place(), wanted("ONE", 1, 1)));
    }

    /** Its hold has run out, and the gateway's page is open still. */
    private String late(UUID order) throws IOException {
        var page = opened(order);
        clock.set(clock.instant().plus(Duration.ofMinutes(11)));
        Awaitility.await().untilAsserted(() -> {
            checkouts.expire(1_000);
            assertThat(orders.get(new OrderId(order)).state()).isEqualTo(OrderState.EXPIRED);
        });
        return page;
    }
}
