package org.townloop.surface.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    /** What is to be paid at the place, or was; null if nothing ever was to be. */
    static @Nullable AtPlace atPlace(Page page, Times times, Order order, Balance balance) {
        var received = balance.received();
        if (order.balance().isZero() || (received.isZero() && balance.due().isZero())) {
            return null;
        }
        var isOpen = received.isZero() || balance.open().isPositive();
        return new AtPlace(
                page.money(order.price()),
                page.text(isOpen ? "portal.deposit.due" : "portal.deposit.received"),
                page.money(isOpen ? balance.open() : received),
                balance.receipts().stream()
                        .map(each -> Deposits.noted(page, times, each))
                        .toList());
    }

    /** What of a deposit would come back, step by step, as far as the steps are still to come. */
    static List<String> refunds(Page page, Times times, Order order, Instant now) {
        var starts = order.startsAt();
        if (order.terms().deposit() == null || starts == null) {
            return List.of();
        }
        var sentences = new ArrayList<String>();
        var ends = new ArrayList<Instant>();
        order.terms().cancellation().steps().stream()
                .map(step -> starts.minus(step.beforeStart()))
                .filter(end -> !end.isBefore(now))
                .forEach(ends::add);
        for (int i = 0; i < ends.size(); i++) {
            var back = order.refund(ends.get(i));
            var isSame = i + 1 < ends.size() && order.refund(ends.get(i + 1)).equals(back);
            if (!isSame && back.isPositive()) {
                sentences.add(page.text(
                        "portal.deposit.until", "when", times.moment(ends.get(i)), "refund", page.money(back)));
            }
        }
        var afterwards = order.refund(ends.isEmpty() ? now : ends.getLast().plusSeconds(1));
        sentences.add(
                afterwards.isZero()
                        ? page.text("portal.deposit.kept", "when", ends.isEmpty() ? "now" : "later")
                        : page.text("portal.deposit.later", "refund", page.money(afterwards)));
        return sentences;
    }
}
