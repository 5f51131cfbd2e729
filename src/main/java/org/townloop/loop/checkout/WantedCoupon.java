package org.townloop.loop.checkout;

import org.jspecify.annotations.Nullable;

/**
 * A coupon as somebody wants to use it.
 *
 * @param name its code, or the id of one that is open to all
 * @param offMinor what it was shown to take off, in minor units; null if nothing was shown
 */
public record WantedCoupon(String name, @Nullable Long offMinor) {}
