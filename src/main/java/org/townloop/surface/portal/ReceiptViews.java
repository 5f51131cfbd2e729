package org.townloop.surface.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Paper;
import org.townloop.base.kernel.Paper.Column;
import org.townloop.base.region.Regions;
import org.townloop.loop.invoice.Receipt;
import org.townloop.loop.invoice.Receipts;
import org.townloop.loop.ordering.Order;
import org.townloop.supply.merchant.Places;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Times;

/** Receipts as they are read, printed and kept. */
@Component
class ReceiptViews {

    private final Places places;
    private final Regions regions;

    ReceiptViews(Places places, Regions regions) {
        this.places = places;
        this.regions = regions;
    }

    /** @param href of the page of the order */
    ReceiptView of(Page page, Receipts.OfOrder of, String href) {
        var order = of.order();
        var place = places.get(order.place());
        var times = page.times().in(regions.get(place.region()).zone());
        var seller = of.seller();
        return new ReceiptView(
                page,
                href,
                order.id().value().toString(),
                page.say(order.title()),
                page.say(place.name()),
                seller.map(each -> each.title())
                        .orElseGet(
                                () -> page.say(places.merchant(order.merchant()).name())),
                seller.map(each -> each.address()).orElseGet(() -> page.say(place.address())),
                seller.map(each -> (each.registration() + " " + each.taxNumber()).strip())
                        .orElse(""),
                rows(page, of),
                page.formats().exact(order.cost()),
                order.balance().isZero()
                        ? null
                        : page.text(
                                "portal.receipt.deposit",
                                "deposit",
                                page.formats().exact(order.total()),
                                "rest",
                                page.formats().exact(order.balance())),
                of.receipts().stream()
                        .map(each -> slip(page, times, order, each))
                        .toList());
    }

    private static List<ReceiptView.Row> rows(Page page, Receipts.OfOrder of) {
        var rows = new ArrayList<ReceiptView.Row>();
        for (var line : of.order().lines()) {
            rows.add(new ReceiptView.Row(
                    page.text("portal.receipt.line", "what", page.say(line.title()), "quantity", line.quantity()),
                    page.formats().exact(line.gross())));
        }
        var order = of.order();
        if (order.hasCoupon()) {
            rows.add(new ReceiptView.Row(
                    page.text(order.coupon().isPositive() ? "portal.coupon.row-platform" : "portal.coupon.row"),
                    page.formats().exact(order.couponOff().times(-1))));
        }
        if (of.fee().isPositive()) {
            rows.add(new ReceiptView.Row(
                    page.text("portal.shop.fee"), page.formats().exact(of.fee())));
        }
        return List.copyOf(rows);
    }

    private static ReceiptView.Slip slip(Page page, Times times, Order order, Receipt receipt) {
        return new ReceiptView.Slip(
                page.text("portal.receipt.kind."
                        + receipt.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')),
                receipt.number(),
                page.formats().exact(receipt.amount()),
                times.exact(receipt.at()),
                how(page, receipt),
                note(page, order, receipt));
    }

    private static String how(Page page, Receipt receipt) {
        var gateway = receipt.gateway();
        var means = receipt.means();
        if (gateway != null) {
            return page.text("portal.receipt.by", "gateway", gateway, "reference", receipt.reference());
        }
        if (receipt.kind() == Receipt.Kind.REFUNDED_OTHERWISE) {
            return page.text("portal.receipt.by-bank", "reference", receipt.reference());
        }
        return page.text(
                "portal.receipt.means." + (means == null ? "card" : means.name().toLowerCase(Locale.ROOT)));
    }

    private static @Nullable String note(Page page, Order order, Receipt receipt) {
        return switch (receipt.kind()) {
            case PAID -> order.balance().isZero() ? null : page.text("portal.receipt.is-deposit");
            case REFUNDED_OTHERWISE -> null;
            case REFUNDED -> page.text("portal.receipt.refunded.say");
            case PAID_WITH_CARD, BACK_ON_CARD -> null;
            case PAID_AT_PLACE, GIVEN_BACK_AT_PLACE -> page.text("portal.receipt.noted");
        };
    }

    /** To print and to keep. */
    static Paper paper(ReceiptView view) {
        var page = view.page();
        var paper = Paper.of(page.text("portal.receipt.title"), page.locale())
                .pair(page.text("portal.receipt.seller"), view.seller())
                .pair(page.text("portal.receipt.address"), view.address())
                .pair(page.text("portal.receipt.registration"), view.registration())
                .pair(page.text("portal.receipt.place"), view.place())
                .pair(page.text("page.invoice.order"), view.order())
                .heading(page.text("portal.receipt.what"))
                .table(
                        List.of(
                                Column.words(page.text("page.invoice.what"), 4),
                                Column.amounts(page.text("portal.receipt.amount"), 1)),
                        view.rows().stream()
                                .map(row -> List.of(row.what(), row.amount()))
                                .toList(),
                        List.of(List.of(page.text("portal.checkout.total"), view.price())));
        if (view.deposit() != null) {
            paper.gap().text(view.deposit());
        }
        for (var slip : view.slips()) {
            paper.heading(slip.kind() + " · " + slip.number())
                    .pair(page.text("portal.receipt.amount"), slip.amount())
                    .pair(page.text("portal.receipt.at"), slip.at())
                    .pair(page.text("portal.receipt.how"), slip.how());
            if (slip.note() != null) {
                paper.small(slip.note());
            }
        }
        return paper.gap().small(page.text("portal.receipt.no-invoice"));
    }
}
