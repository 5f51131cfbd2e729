package org.townloop.surface.portal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.loop.checkout.Balance;
import org.townloop.loop.checkout.CancelQuote;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderState;
import org.townloop.surface.page.Page;

/**
 * What calling an order off gives back.
 *
 * @param refundMinor what was shown, so that nobody gets less than they saw
 * @param kept what the shop keeps, null if nothing
 * @param atPlace what was paid at the place, which gives it back; null if nothing was
 * @param placeClosed the place has closed at its time since it was sold
 */
record CancelView(
        Page page,
        String key,
        long refundMinor,
        String refund,
        @Nullable String kept,
        @Nullable String atPlace,
        boolean placeClosed,
        boolean paid) {

    static CancelView of(Page page, Order order, CancelQuote quote, Balance balance) {
        var paid = order.state() == OrderState.PAID
                && (!order.isNotedAtShop() || balance.received().isPositive());
        var refund = quote.refund();
        var kept = order.due().minus(refund);
        return new CancelView(
                page,
                UUID.randomUUID().toString(),
                refund.minor(),
                page.money(refund),
                paid && kept.isPositive() && !order.isNotedAtShop() ? page.money(kept) : null,
                balance.received().isPositive() ? page.money(balance.received()) : null,
                quote.placeClosed(),
                paid);
    }

    /** Whether somebody who saw that refund would get another one now. */
    static boolean isChanged(String seen, CancelQuote now) {
        return !seen.equals(Long.toString(now.refund().minor()));
    }

    /** What the button says: what comes back, and where. */
    String act() {
        if (!paid) {
            return page.text("portal.checkout.let-go");
        }
        return refundMinor > 0
                ? page.text("portal.cancel.do", "refund", refund)
                : atPlace == null
                        ? page.text("portal.cancel.do-nothing")
                        : page.text("portal.cancel.do-place", "back", atPlace);
    }
}
