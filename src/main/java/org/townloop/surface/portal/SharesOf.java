package org.townloop.surface.portal;

import java.util.ArrayList;
import java.util.List;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.Pays;
import org.townloop.surface.page.Page;

/** Where the price of an order goes once it was had. */
final class SharesOf {

    private SharesOf() {}

    /** The merchant has what the others leave, so that the parts add up to the total. */
    static List<CheckoutView.Row> rows(Page page, Order order) {
        if (order.pays() == Pays.STORED) {
            return List.of(new CheckoutView.Row(page.text("portal.cards.on-it"), page.money(order.total())));
        }
        var shares = order.terms().shares();
        var platform = order.total().basisPoints(shares.platformBasisPoints());
        var partner = shares.partner() == null
                ? order.total().times(0)
                : order.total().basisPoints(shares.partnerBasisPoints());
        var referrer = shares.referrer() == null
                ? order.total().times(0)
                : order.total().basisPoints(shares.referrerBasisPoints());
        var rows = new ArrayList<CheckoutView.Row>();
        rows.add(new CheckoutView.Row(
                page.text("portal.checkout.share.shop"),
                page.money(order.total().minus(platform).minus(partner).minus(referrer))));
        if (partner.isPositive()) {
            rows.add(new CheckoutView.Row(page.text("portal.checkout.share.partner"), page.money(partner)));
        }
        if (referrer.isPositive()) {
            rows.add(new CheckoutView.Row(page.text("portal.checkout.share.referrer"), page.money(referrer)));
        }
        rows.add(new CheckoutView.Row(page.text("portal.checkout.share.platform"), page.money(platform)));
        return rows;
    }
}
