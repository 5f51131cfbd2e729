package org.townloop.loop.checkout;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.loop.deal.DealClosings;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.voucher.Voucher;
import org.townloop.loop.voucher.VoucherId;
import org.townloop.supply.booking.DayWindows;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferVersion;
import org.townloop.supply.offer.Offers;

/**
 * Vouchers that are good, but not today: their day is blocked by the place, or by the offer as it was when it was sold; or
 * they are of a deal of which nobody knows yet whether it takes place.
 */
@Component
class BlockedToday {

    private final Offers offers;
    private final DayWindows windows;
    private final DealClosings deals;

    BlockedToday(Offers offers, DayWindows windows, DealClosings deals) {
        this.offers = offers;
        this.windows = windows;
        this.deals = deals;
    }

    /**
     * Those of the vouchers that are not taken now, by one statement; by another if some sell by the day, and a handful more
     * for each of their places that has changed.
     *
     * @param orders in which they were bought
     */
    Set<VoucherId> of(Collection<Voucher> vouchers, Map<OrderId, Order> orders, Instant now) {
        var sold = new HashMap<VoucherId, OfferVersion>();
        var ofDeals = new HashMap<VoucherId, UUID>();
        vouchers.forEach(voucher -> {
            var order = orders.get(voucher.order());
            if (order != null) {
                order.lines().stream()
                        .filter(line -> line.line() == voucher.line())
                        .forEach(line -> {
                            sold.put(voucher.id(), new OfferVersion(line.offer(), line.offerVersion()));
                            Optional.ofNullable(line.deal()).ifPresent(deal -> ofDeals.put(voucher.id(), deal));
                        });
            }
        });
        if (sold.isEmpty()) {
            return Set.of();
        }
        var blocked = blocked(sold.values(), now);
        var undecided = deals.undecided(ofDeals.values());
        return sold.entrySet().stream()
                .filter(each -> blocked.contains(each.getValue()) || isOneOf(undecided, ofDeals.get(each.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Of many places what they are is read once. */
    private Set<OfferVersion> blocked(Collection<OfferVersion> sold, Instant now) {
        var byPlace = offers.versions(sold).values().stream()
                .filter(Offer::isWalkIn)
                .collect(Collectors.groupingBy(Offer::place));
        return byPlace.isEmpty()
                ? Set.of()
                : windows.at(
                        byPlace.keySet(),
                        () -> byPlace.entrySet().stream()
                                .flatMap(each -> windows.blocked(each.getKey(), each.getValue(), now).stream())
                                .map(offer -> new OfferVersion(offer.id(), offer.version()))
                                .collect(Collectors.toSet()));
    }

    private static boolean isOneOf(Set<UUID> undecided, @Nullable UUID deal) {
        return deal != null && undecided.contains(deal);
    }
}
