package org.townloop.surface.portal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.loop.checkout.CancelQuote;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderState;
import org.townloop.surface.page.Page;

/**
 * What calling an order off gives back.
 *
 * @param refundMinor what was shown, so that nobody gets less than they saw
 * @param kept what the shop keeps, null if nothing
 * @param placeClosed the place has closed at its time since it was sold
 */
record CancelView(
        String key,
        long refundMinor,
        String refund,
        @Nullable String kept,
        boolean placeClosed,
        boolean paid) {

    static CancelView of(Page page, Order order, CancelQuote quote) {
        var paid = order.state() == OrderState.PAID;
        var refund = quote.refund();
        var kept = order.total().minus(refund);
        return new CancelView(
                UUID.randomUUID().toString(),
                refund.minor(),
                page.money(refund),
                paid && kept.isPositive() ? page.money(kept) : null,
                quote.placeClosed(),
                paid);
    }

    /** Whether somebody who saw that refund would get another one now. */
    static boolean isChanged(String seen, CancelQuote now) {
        return !seen.equals(Long.toString(now.refund().minor()));
    }
}
