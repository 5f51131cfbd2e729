package org.townloop.loop.checkout;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.voucher.Voucher;
import org.townloop.loop.voucher.VoucherId;
import org.townloop.supply.booking.DayWindows;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.OfferVersion;
import org.townloop.supply.offer.Offers;

/** Vouchers that are good, but not today: their day is blocked by the place, or by the offer as it was when it was sold. */
@Component
class BlockedToday {

    private final Offers offers;
    private final DayWindows windows;

    BlockedToday(Offers offers, DayWindows windows) {
        this.offers = offers;
        this.windows = windows;
    }

    /**
     * Those of one place's vouchers that are not taken now, by a handful of statements.
     *
     * @param orders in which they were bought
     */
    Set<VoucherId> of(PlaceId place, Collection<Voucher> vouchers, Map<OrderId, Order> orders, Instant now) {
        var sold = new HashMap<VoucherId, OfferVersion>();
        vouchers.forEach(voucher -> {
            var order = orders.get(voucher.order());
            if (order != null) {
                order.lines().stream()
                        .filter(line -> line.line() == voucher.line())
                        .forEach(line -> sold.put(voucher.id(), new OfferVersion(line.offer(), line.offerVersion())));
            }
        });
        if (sold.isEmpty()) {
            return Set.of();
        }
        var blocked = windows.blocked(place, offers.versions(sold.values()).values(), now).stream()
                .map(offer -> new OfferVersion(offer.id(), offer.version()))
                .collect(Collectors.toSet());
        return sold.entrySet().stream()
                .filter(each -> blocked.contains(each.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
