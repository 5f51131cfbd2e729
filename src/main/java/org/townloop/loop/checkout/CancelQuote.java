package org.townloop.loop.checkout;

import org.townloop.base.kernel.Money;

/**
 * What cancelling an order would do now.
 *
 * @param refund what would come back
 * @param placeClosed the place has closed at its time, or on its day, since it was sold: all of it comes back
 */
public record CancelQuote(Money refund, boolean placeClosed) {}
