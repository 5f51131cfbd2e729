package org.townloop.loop.checkout;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Reason;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.coupon.Coupon;
import org.townloop.loop.coupon.CouponReason;
import org.townloop.loop.ordering.Line;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.Pays;

/** What a coupon takes off an order, or why it takes off nothing. How many are left is asked when one is taken. */
record CouponRules(Coupon coupon, Order order) {

    /** Whatever it takes off, so much is left to be paid: what is paid is paid by a payment. */
    private static final long LEFT_TO_PAY = 1;

    /** @return by line, together above zero */
    Outcome<Map<Integer, Money>> off(Instant now) {
        return whyNot(now).map(Outcome::<Map<Integer, Money>>refused).orElseGet(() -> Outcome.done(parted()));
    }

    private Optional<Refusal> whyNot(Instant now) {
        return unless(coupon.isGood(now), CouponReason.COUPON_NOT_NOW, Map.of())
                .or(() -> unless(isAlone(), CouponReason.COUPON_NOT_BESIDE, Map.of()))
                .or(() -> unless(amount().isPositive(), CouponReason.COUPON_NOT_FOR_THIS, Map.of()))
                .or(() -> unless(
                        price().minor() >= coupon.least().minor(),
                        CouponReason.COUPON_LEAST,
                        Map.of("least", coupon.least())));
    }

    /** What was agreed beside the offer's own price stays as it is. */
    private boolean isAlone() {
        return order.pays() == Pays.ESCROW
                && !order.terms().isOnlyAtShop()
                && order.terms().deposit() == null
                && order.lines().stream().allMatch(line -> line.deal() == null);
    }

    private List<Line> lines() {
        return order.total().currency().equals(coupon.currency())
                ? order.lines().stream()
                        .filter(line -> coupon.isFor(line.offer()))
                        .toList()
                : List.of();
    }

    /** Of what it is good for, without what it costs to bring it. */
    private Money price() {
        return lines().stream().map(Line::gross).reduce(Money.zero(order.total().currency()), Money::plus);
    }

    private Money amount() {
        var price = price();
        return price.isPositive()
                ? new Money(Math.min(coupon.off().of(price).minor(), price.minor() - LEFT_TO_PAY), price.currency())
                : price;
    }

    /** Each line by its part of the price. */
    private Map<Integer, Money> parted() {
        var lines = lines();
        var parts = Parting.of(
                amount().minor(),
                lines.stream().map(line -> line.gross().minor()).toList());
        var off = new LinkedHashMap<Integer, Money>();
        for (int i = 0; i < parts.size(); i++) {
            off.put(lines.get(i).line(), new Money(parts.get(i), order.total().currency()));
        }
        return off;
    }

    private static Optional<Refusal> unless(boolean fits, Reason reason, Map<String, Object> facts) {
        return fits ? Optional.empty() : Optional.of(Refusal.of(reason, "coupon", facts));
    }
}
