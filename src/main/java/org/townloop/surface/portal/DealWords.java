package org.townloop.surface.portal;

import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.loop.deal.Deals;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Times;

/**
 * A deal in words.
 *
 * @param href of its page, where the line is
 * @param usual what it costs otherwise
 * @param when it opens or closes, or that it is over
 * @param left how many pieces are left; null once it is over
 * @param least how many are needed, and whether they are there; null if it needs nobody in particular
 * @param open whether it is sold at it now
 * @param soldOut whether nothing is left at this moment
 */
record DealWords(
        String href,
        String price,
        String usual,
        String when,
        @Nullable String left,
        String each,
        @Nullable String least,
        boolean open,
        boolean soldOut) {

    static DealWords of(Page page, Times times, Deals.Shown shown, Money usual) {
        var deal = shown.deal();
        var isAhead = deal.isAheadAt(times.now());
        return new DealWords(
                "/deals/" + deal.id().value(),
                page.money(deal.price()),
                page.text("portal.deal.usual", "price", page.money(usual)),
                when(page, times, shown),
                isAhead ? page.text("portal.deal.left", "left", shown.left(), "stock", deal.stock()) : null,
                page.text("portal.deal.each", "each", deal.each()),
                least(page, shown),
                shown.isOpen(),
                shown.left() == 0);
    }

    private static String when(Page page, Times times, Deals.Shown shown) {
        var deal = shown.deal();
        if (!deal.isAheadAt(times.now())) {
            return page.text("portal.deal.over");
        }
        return shown.isOpen()
                ? page.text("portal.deal.closes", "when", times.moment(deal.closesAt()))
                : page.text("portal.deal.opens", "when", times.moment(deal.opensAt()));
    }

    private static @Nullable String least(Page page, Deals.Shown shown) {
        var deal = shown.deal();
        var least = deal.least();
        if (least == null) {
            return null;
        }
        return switch (deal.state()) {
            case CONFIRMED -> page.text("portal.deal.confirmed");
            case CALLED_OFF -> page.text("portal.deal.called-off");
            case ANNOUNCED, OPEN, CLOSED, WITHDRAWN ->
                page.text(
                        shown.isEnough() ? "portal.deal.enough" : "portal.deal.least",
                        "paid",
                        shown.paid(),
                        "least",
                        least);
        };
    }
}
