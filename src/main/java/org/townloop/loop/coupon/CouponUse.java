package org.townloop.loop.coupon;

import java.util.UUID;
import org.townloop.base.kernel.Money;

/**
 * A coupon on an order.
 *
 * @param amount what it takes off
 * @param back what of that the platform has back
 */
public record CouponUse(UUID order, CouponId coupon, Money amount, Money back, UseState state) {}
