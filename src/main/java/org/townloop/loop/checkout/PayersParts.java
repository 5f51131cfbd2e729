package org.townloop.loop.checkout;

import java.math.BigInteger;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ledger.PaidWith;
import org.townloop.loop.ordering.Order;

/**
 * Whose is what goes back of an order: what the platform paid by a coupon is the platform's again, in proportion to the price,
 * rounded down. All that went back counts, so that any number of parts adds up to what each of both has paid.
 */
@Component
public class PayersParts {

    private final PaidWith paidWith;

    PayersParts(PaidWith paidWith) {
        this.paidWith = paidWith;
    }

    /** What whoever paid has back of it. */
    public Money of(Order order, Money back) {
        return back.minus(ofPlatform(order, back));
    }

    /** What the platform has back of it. */
    Money ofPlatform(Order order, Money back) {
        if (!order.coupon().isPositive() || !back.isPositive()) {
            return Money.zero(back.currency());
        }
        var before = paidWith.coupon(order.id().value());
        var inAll = part(order, before.paid(), before.refunded() + back.minor());
        var part = Math.clamp(inAll - before.back(), 0, Math.min(back.minor(), before.paid() - before.back()));
        return new Money(part, back.currency());
    }

    /** What whoever paid had back of what went back last. */
    Money ofLast(Order order, Money back) {
        if (!order.coupon().isPositive()) {
            return back;
        }
        var now = paidWith.coupon(order.id().value());
        var ofPlatform =
                part(order, now.paid(), now.refunded()) - part(order, now.paid(), now.refunded() - back.minor());
        return new Money(back.minor() - ofPlatform, back.currency());
    }

    private static long part(Order order, long paid, long back) {
        return BigInteger.valueOf(paid)
                .multiply(BigInteger.valueOf(back))
                .divide(BigInteger.valueOf(order.total().minor()))
                .longValueExact();
    }
}
