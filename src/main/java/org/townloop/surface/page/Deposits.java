package org.townloop.surface.page;

import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ordering.BalanceReceipt;

/** Words for what is paid when booking and what at the place, the same to residents and to staff. */
public final class Deposits {

    private Deposits() {}

    /** Both amounts of a price, or the price if nothing is left of it. */
    public static String amounts(Page page, Money now, Money balance) {
        return balance.isZero()
                ? page.money(now)
                : page.text("page.deposit.amounts", "now", page.money(now), "balance", page.money(balance));
    }

    /** How much was noted as paid at the place, how and when. */
    public static String noted(Page page, Times times, BalanceReceipt received) {
        return page.text(
                "page.deposit.noted",
                "amount",
                page.money(received.amount()),
                "means",
                page.text(
                        switch (received.means()) {
                            case CASH -> "page.deposit.cash";
                            case TERMINAL -> "page.deposit.terminal";
                        }),
                "when",
                times.moment(received.at()));
    }

    /**
     * What staff are to ask for, or have; null if nothing is or was to be paid at the place.
     *
     * @param open what is still to be paid there
     * @param received what was noted as paid
     */
    public static @Nullable String forStaff(Page page, Money open, Money received) {
        if (open.isPositive()) {
            return page.text(
                    received.isZero() ? "page.deposit.open" : "page.deposit.more",
                    "amount",
                    page.money(open),
                    "received",
                    page.money(received));
        }
        return received.isZero() ? null : page.text("page.deposit.had", "amount", page.money(received));
    }
}
