package org.townloop.surface.portal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.townloop.loop.checkout.AtShopOrders;
import org.townloop.loop.checkout.Custody;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.payment.Gateways;
import org.townloop.surface.page.Page;

/** Finds out how something that is held may be paid, and why not otherwise. */
@Component
class WaysToPay {

    private final Gateways gateways;
    private final Custody custody;
    private final AtShopOrders atShopOrders;

    WaysToPay(Gateways gateways, Custody custody, AtShopOrders atShopOrders) {
        this.gateways = gateways;
        this.custody = custody;
        this.atShopOrders = atShopOrders;
    }

    PayWays of(Page page, Order order) {
        var terms = order.terms();
        if (terms.atShop() == null) {
            return new PayWays(gateways.names().stream().sorted().toList(), null, false, null);
        }
        var whyNot = atShopOrders.whyNot(order).map(page::refusal).orElse(null);
        if (terms.isOnlyAtShop()) {
            return new PayWays(List.of(), page.text("portal.checkout.only-at-shop"), true, whyNot);
        }
        var able = gateways.names().stream()
                .filter(name -> custody.refusal(name, order).isEmpty())
                .sorted()
                .toList();
        var unheld = able.isEmpty() ? page.text("portal.checkout.unheld") : null;
        return new PayWays(able, unheld, true, whyNot);
    }
}
