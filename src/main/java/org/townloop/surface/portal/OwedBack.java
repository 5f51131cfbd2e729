package org.townloop.surface.portal;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.loop.payment.RefundState;
import org.townloop.loop.payment.RefusedRefunds.Refused;
import org.townloop.surface.page.Page;

/**
 * What a gateway would not pay back to the resident: what of it is owed, and what was paid otherwise.
 *
 * @param owed null if nothing is
 * @param why as the gateway says, for people
 * @param underWay whether somebody has sent it already
 * @param paid null if nothing was
 * @param reference by which the bank names what was paid
 */
record OwedBack(
        @Nullable String owed,
        String why,
        boolean underWay,
        @Nullable String paid,
        String reference) {

    /** Null if no gateway has refused anything of it. */
    static @Nullable OwedBack of(Page page, List<Refused> refused) {
        var owed =
                refused.stream().filter(each -> each.refund().state().isOwed()).toList();
        var paid = refused.stream()
                .filter(each -> each.refund().state() == RefundState.PAID_OTHERWISE)
                .toList();
        return owed.isEmpty() && paid.isEmpty()
                ? null
                : new OwedBack(
                        sum(page, owed),
                        owed.isEmpty() ? "" : why(page, owed.getFirst()),
                        owed.stream().anyMatch(each -> each.way() != null),
                        sum(page, paid),
                        paid.isEmpty() || paid.getFirst().way() == null
                                ? ""
                                : paid.getFirst().way().reference());
    }

    /** How an order stands, where something of it could not go back the way it was paid. */
    static String saying(Standing standing, OrderView.@Nullable Money money) {
        var back = money == null ? null : money.owed();
        return back != null && (standing == Standing.REFUNDING || standing == Standing.REFUNDED)
                ? "portal.order." + (back.owed() == null ? "refunded" : "refunding") + ".otherwise"
                : "portal.order." + standing.code() + ".say";
    }

    private static @Nullable String sum(Page page, List<Refused> some) {
        return some.stream()
                .map(each -> each.refund().amount())
                .reduce(Money::plus)
                .map(page::money)
                .orElse(null);
    }

    private static String why(Page page, Refused refused) {
        var failure = refused.refund().failure();
        return page.text("portal.owed.why."
                + (failure == null
                        ? "other"
                        : failure.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }
}
