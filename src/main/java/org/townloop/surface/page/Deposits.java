package org.townloop.surface.page;

import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ordering.BalanceReceipt;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderState;

/** Words for what is paid when booking and what at the place, the same to residents and to staff. */
public final class Deposits {

    private Deposits() {}

    /** Both amounts of a price, or the price if nothing is left of it. */
    public static String amounts(Page page, Money now, Money balance) {
        return balance.isZero()
                ? page.money(now)
                : page.text("page.deposit.amounts", "now", page.money(now), "balance", page.money(balance));
    }

    /** How much was noted as paid at the place or given back there, how and when. */
    public static String noted(Page page, Times times, BalanceReceipt received) {
        return page.text(
                received.amount().isPositive() ? "page.deposit.noted" : "page.deposit.given-back",
                "amount",
                page.money(new Money(
                        Math.abs(received.amount().minor()), received.amount().currency())),
                "means",
                page.text(
                        switch (received.means()) {
                            case CASH -> "page.deposit.cash";
                            case TERMINAL -> "page.deposit.terminal";
                            case COUNTED -> "page.deposit.counted";
                        }),
                "when",
                times.moment(received.at()));
    }

    /**
     * What staff are to ask for or to give back, or have; null if nothing is or was to be paid at the place.
     *
     * @param open what is still to be paid there
     * @param back what is to be given back there
     * @param received what was noted as paid
     */
    public static @Nullable String forStaff(Page page, Order order, Money open, Money back, Money received) {
        if (order.state() == OrderState.HELD && order.balance().isPositive()) {
            return page.text("page.deposit.unpaid");
        }
        if (open.isPositive()) {
            return page.text(
                    received.isZero() ? "page.deposit.open" : "page.deposit.more",
                    "amount",
                    page.money(open),
                    "received",
                    page.money(received));
        }
        if (back.isPositive()) {
            return page.text("page.deposit.back", "amount", page.money(back));
        }
        return received.isZero() ? null : page.text("page.deposit.had", "amount", page.money(received));
    }

    /**
     * The same, with what is open of the whole visit.
     *
     * @param said null if nothing is or was to be paid
     * @param visit null if nothing else of it is open
     */
    public static @Nullable String withVisit(Page page, @Nullable String said, @Nullable Money visit) {
        return said == null || visit == null
                ? said
                : said + " · " + page.text("page.deposit.visit", "amount", page.money(visit));
    }
}
