package org.townloop.surface.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.booking.DeliveryWindows;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.Offer;
import org.townloop.surface.page.Page;

/** What a shopping list comes to that nobody has held yet. */
@Component
class ListSums {

    private final DeliveryWindows windows;

    ListSums(DeliveryWindows windows) {
        this.windows = windows;
    }

    /** Null if nothing is in it. */
    ShopView.@Nullable Sum of(Page page, PlaceId place, List<Offer> sold, ShoppingList list, boolean fetched) {
        var chosen = sold.stream().filter(offer -> isCounted(offer, list)).toList();
        if (chosen.isEmpty()) {
            return null;
        }
        var goods = chosen.stream()
                .map(offer -> offer.price().times(list.quantity(offer.id())))
                .reduce(Money.zero(chosen.getFirst().price().currency()), Money::plus);
        var rows = chosen.stream().map(offer -> row(page, offer, list)).toList();
        var site = fetched ? null : list.site().orElse(null);
        if (!fetched && site == null) {
            return new ShopView.Sum(rows, page.money(goods), null, null, null);
        }
        return switch (windows.fee(place, site, goods)) {
            case Outcome.Refused<Money>(var why) ->
                new ShopView.Sum(rows, page.money(goods), null, page.refusal(why), null);
            case Outcome.Done<Money>(var fee) ->
                new ShopView.Sum(
                        rows,
                        page.money(goods),
                        fee.isZero() ? page.text("portal.shop.no-fee") : page.money(fee),
                        null,
                        page.money(goods.plus(fee)));
        };
    }

    /** What cannot be ordered like that is no part of what it comes to. */
    private static boolean isCounted(Offer offer, ShoppingList list) {
        return list.quantity(offer.id()) > 0 && ListFaults.of(offer, list) == null;
    }

    private static ShopView.Row row(Page page, Offer offer, ShoppingList list) {
        var count = list.quantity(offer.id());
        return new ShopView.Row(
                offer.id().value().toString(),
                page.text("portal.parcel.line", "title", page.say(offer.title()), "count", count),
                page.money(offer.price().times(count)),
                list.wish(offer.id()));
    }
}
