package org.townloop.loop.checkout;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.LoopClient;
import org.townloop.TestPeople;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Grant;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.Role;
import org.townloop.base.kernel.Money;
import org.townloop.loop.coupon.Coupon;
import org.townloop.loop.coupon.CouponDesk;
import org.townloop.loop.coupon.CouponOffice;
import org.townloop.loop.coupon.CouponUses;
import org.townloop.loop.coupon.Coupons;
import org.townloop.loop.coupon.NewCoupon;
import org.townloop.loop.coupon.UseState;
import org.townloop.loop.ordering.OrderId;

/** A salon whose haircut costs ¥128.00 and which lets something off by coupons. */
abstract class CouponDay extends CardPaymentDay {

    @Autowired
    CouponDesk desk;

    @Autowired
    Coupons coupons;

    @Autowired
    CouponUses uses;

    @Autowired
    CouponOrders couponOrders;

    @Autowired
    CouponOffice office;

    /** No two days share it: the town is one for all of them. */
    final String code = "T" + UUID.randomUUID().toString().substring(0, 12);

    final Actor merchant() {
        return new Actor(
                new PersonId(TestPeople.merchantOf(salon).id()),
                "Wang",
                salon.region(),
                Locale.ENGLISH,
                List.of(new Grant(
                        Role.MERCHANT,
                        salon.region(),
                        salon.merchant().value(),
                        salon.place().value())));
    }

    /** ¥10.00 off, for a month, ten of them and one each. */
    final Coupon tenOff(@Nullable String code) {
        return made(code, wanted -> wanted);
    }

    final Coupon made(@Nullable String code, UnaryOperator<NewCoupon> as) {
        return done(desk.make(merchant(), salon.place(), as.apply(wanted(code, 10, 1))));
    }

    final NewCoupon wanted(@Nullable String code, int stock, int each) {
        return new NewCoupon(
                code,
                Money.of(1_000, "CNY"),
                null,
                null,
                Money.of(0, "CNY"),
                Set.of(),
                null,
                clock.instant().plus(Duration.ofDays(30)),
                stock,
                each,
                null);
    }

    final LoopClient.Answer hold(Map<String, Object> more) throws IOException {
        return hold(person, 0, more);
    }

    final LoopClient.Answer hold(TestPeople who, int minutesLater, Map<String, Object> more) throws IOException {
        var wanted = new HashMap<String, Object>();
        wanted.put("offerId", haircut.id().value());
        wanted.put("slotStart", THREE.plusSeconds(60L * minutesLater).toString());
        wanted.putAll(more);
        return client.post(who, "/api/orders", UUID.randomUUID().toString(), wanted);
    }

    /** The page of the gateway on which it is paid. */
    final String opened(UUID order) throws IOException {
        return client.pay(person, order, UUID.randomUUID().toString()).text("redirectUrl");
    }

    final void paid(UUID order) throws IOException {
        client.press(opened(order), "succeed");
        client.order(person, order, "PAID");
    }

    final List<Long> money(UUID order) {
        return money(orders.get(new OrderId(order)));
    }

    final int taken(Coupon coupon) {
        return coupons.find(coupon.id()).orElseThrow().used();
    }

    final UseState state(UUID order) {
        return uses.of(order).orElseThrow().state();
    }

    final long spent(Coupon coupon) {
        return coupons.find(coupon.id()).orElseThrow().spent().minor();
    }

    final Coupon townsTen(long budget) {
        return done(office.make(operator(), salon.region(), ofTown(budget)));
    }

    final NewCoupon ofTown(@Nullable Long budget) {
        return new NewCoupon(
                code,
                Money.of(1_000, "CNY"),
                null,
                null,
                Money.of(0, "CNY"),
                Set.of(),
                null,
                clock.instant().plus(Duration.ofDays(30)),
                1_000,
                1,
                budget == null ? null : Money.of(budget, "CNY"));
    }

    final Actor operator() {
        return new Actor(
                new PersonId(TestPeople.inRole("OPERATOR", salon).id()),
                "Zhao",
                salon.region(),
                Locale.ENGLISH,
                List.of(new Grant(Role.OPERATOR, salon.region(), null, null)));
    }

    static String type(LoopClient.Answer answer) {
        var type = answer.text("type");
        return type.substring(type.lastIndexOf(':') + 1);
    }
}
