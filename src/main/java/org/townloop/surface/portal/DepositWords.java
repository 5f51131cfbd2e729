package org.townloop.surface.portal;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.loop.checkout.Balance;
import org.townloop.loop.ordering.Order;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Stay;
import org.townloop.surface.page.Deposits;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Times;

/** What is paid when booking and what at the place, and what of the first comes back. */
final class DepositWords {

    private DepositWords() {}

    /** What an offer asks for when booking, before anything was chosen of it; null if all of the price. */
    static @Nullable String of(Page page, Offer offer) {
        var deposit = offer.deposit();
        if (deposit == null) {
            return null;
        }
        return offer.arrangement() instanceof Stay
                ? page.text("portal.deposit.percent", "percent", deposit.percent())
                : page.text(
                        "portal.deposit.offer",
                        "percent",
                        deposit.percent(),
                        "now",
                        page.money(deposit.of(offer.price())),
                        "balance",
                        page.money(deposit.balance(offer.price())));
    }

    /** What is to be paid at the place or comes back there, or was paid; null if nothing ever was to be. */
    static @Nullable AtPlace atPlace(Page page, Times times, Order order, Balance balance) {
        var noted = balance.receipts();
        if (order.atPlace().isZero() || (noted.isEmpty() && balance.due().isZero())) {
            return null;
        }
        var isOpen = balance.open().isPositive() || noted.isEmpty();
        var back = balance.back();
        return new AtPlace(
                page.money(order.price()),
                isOpen ? due(page, balance) : page.text("portal.deposit." + (back.isPositive() ? "back" : "received")),
                page.money(isOpen ? balance.open() : back.isPositive() ? back : balance.received()),
                noted.stream().map(each -> Deposits.noted(page, times, each)).toList(),
                back.isPositive() ? page.money(back) : null);
    }

    private static String due(Page page, Balance balance) {
        var part = balance.part();
        return part == null
                ? page.text("portal.deposit.due")
                : page.text("portal.deposit.due.part", "units", part.units(), "of", part.of());
    }

    /** What the place has for those who have not come yet, and hands back if they never do; nothing if it has nothing. */
    static Stream<String> ahead(Page page, Balance balance) {
        return balance.ahead().isPositive()
                ? Stream.of(page.text("portal.deposit.rest.ahead", "ahead", page.money(balance.ahead())))
                : Stream.empty();
    }

    /** What becomes of the deposit for those who have not come yet, if they never do. */
    static String rest(Page page, Order order, Balance.Part part, Money due) {
        var paid = order.total().minus(part.deposit());
        var back =
                order.terms().refundIfMissed(order.price().minus(part.deposit()).minus(due), paid);
        var kept = paid.minus(back);
        return page.text(
                "portal.deposit.rest",
                "how",
                back.isZero() ? "none" : kept.isZero() ? "all" : "some",
                "refund",
                page.money(back),
                "kept",
                page.money(kept));
    }
}
