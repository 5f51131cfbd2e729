package org.townloop.loop.checkout;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.townloop.loop.ordering.Line;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.voucher.Voucher;
import org.townloop.loop.voucher.VoucherId;
import org.townloop.supply.offer.OfferVersion;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.SetMenu;

/** What was chosen of set menus, by the version in which each was sold. */
@Component
class ChosenDishes {

    private final Orders orders;
    private final Offers offers;

    ChosenDishes(Orders orders, Offers offers) {
        this.orders = orders;
        this.offers = offers;
    }

    /** Of the vouchers those of a set menu, by a handful of statements, however many. */
    Map<VoucherId, List<SetMenu.Chosen>> of(Collection<Voucher> vouchers) {
        var lines =
                orders.lines(vouchers.stream().map(Voucher::order).distinct().toList());
        var versions = offers.versions(lines.values().stream()
                .flatMap(List::stream)
                .map(ChosenDishes::version)
                .collect(Collectors.toSet()));
        var chosen = new HashMap<VoucherId, List<SetMenu.Chosen>>();
        for (var voucher : vouchers) {
            for (var line : lines.getOrDefault(voucher.order(), List.of())) {
                var offer = line.line() == voucher.line() ? versions.get(version(line)) : null;
                var dishes = offer == null
                        ? List.<SetMenu.Chosen>of()
                        : offer.menu().chosen(line.answersByKey(), line.quantity());
                if (!dishes.isEmpty()) {
                    chosen.put(voucher.id(), dishes);
                }
            }
        }
        return chosen;
    }

    private static OfferVersion version(Line line) {
        return new OfferVersion(line.offer(), line.offerVersion());
    }
}
