package org.townloop.surface.portal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.townloop.base.kernel.Money;
import org.townloop.loop.checkout.Balance;
import org.townloop.surface.page.Page;

/**
 * What something costs and how it is paid, in the same words wherever that is said.
 *
 * @param rows the price first; the last is what is to be done, or was
 */
record Sums(List<CheckoutView.Row> rows) {

    /** Before it is paid. */
    static Sums toPay(Page page, Money price, Money now, boolean atSeveralPlaces) {
        return now.equals(price)
                ? new Sums(List.of(total(page, price)))
                : new Sums(List.of(
                        total(page, price),
                        row(
                                page,
                                atSeveralPlaces ? "portal.deposit.at-places" : "portal.deposit.at-place",
                                price.minus(now)),
                        row(page, "portal.deposit.now", now)));
    }

    /**
     * Once it was.
     *
     * @param balances of what is paid at the place; none where all was paid
     */
    static Sums paid(Page page, Money price, Money paid, Collection<Balance> balances) {
        var rows = new ArrayList<CheckoutView.Row>();
        rows.add(total(page, price));
        if (!paid.equals(price)) {
            rows.add(row(page, "portal.deposit.paid", paid));
        }
        add(rows, page, "portal.deposit.received", price, balances, Balance::received);
        add(rows, page, "portal.deposit.back", price, balances, Balance::back);
        add(rows, page, "portal.deposit.due", price, balances, Balance::open);
        return new Sums(rows);
    }

    private static void add(
            List<CheckoutView.Row> rows,
            Page page,
            String key,
            Money price,
            Collection<Balance> balances,
            Function<Balance, Money> amount) {
        var sum = balances.stream().map(amount).reduce(Money.zero(price.currency()), Money::plus);
        if (sum.isPositive()) {
            rows.add(row(page, key, sum));
        }
    }

    /** Whether the row is what it comes to. */
    boolean isLast(CheckoutView.Row row) {
        return row == rows.getLast();
    }

    private static CheckoutView.Row total(Page page, Money price) {
        return row(page, "portal.checkout.total", price);
    }

    private static CheckoutView.Row row(Page page, String key, Money amount) {
        return new CheckoutView.Row(page.text(key), page.money(amount));
    }
}
