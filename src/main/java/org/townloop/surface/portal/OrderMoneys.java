package org.townloop.surface.portal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.ledger.OrderMoney;
import org.townloop.loop.ledger.PaidWith;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.payment.RefusedRefunds;
import org.townloop.surface.page.Page;

/** Gathers where the money of an order is, and what of it came from cards. */
@Component
class OrderMoneys {

    private final Ledger ledger;
    private final PaidWith paidWith;
    private final RefusedRefunds refused;

    OrderMoneys(Ledger ledger, PaidWith paidWith, RefusedRefunds refused) {
        this.ledger = ledger;
        this.paidWith = paidWith;
        this.refused = refused;
    }

    OrderMoney of(Order order) {
        return ledger.of(order.id().value())
                .orElseGet(() -> OrderMoney.none(order.total().currency()));
    }

    /** Null while there is none. */
    OrderView.@Nullable Money view(Page page, Order order, OrderMoney money) {
        var cards = paidWith.of(order.id().value()).stream()
                .filter(source -> source.card() != null)
                .toList();
        return OrderView.Money.of(
                page,
                money,
                cards,
                paidWith.coupon(order.id().value()),
                OwedBack.of(page, refused.of(order.id().value())));
    }
}
