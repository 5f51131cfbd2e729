package org.townloop.loop.checkout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Site;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;

/** Which of several wishes become one order: articles of one place, for one window and one door. */
final class DeliveryGroups {

    /** What they have in common. */
    private record Together(
            PlaceId place,
            @Nullable Instant window,
            @Nullable Site site) {}

    private DeliveryGroups() {}

    /**
     * The wishes in the order in which they were made; those that become one order stand together where the first of them
     * stood. What is no article, or is not known, stands by itself.
     */
    static List<List<HoldOrder>> of(List<HoldOrder> wishes, Map<OfferId, Offer> offers) {
        var groups = new LinkedHashMap<Object, List<HoldOrder>>();
        for (var wish : wishes) {
            var offer = offers.get(wish.offer());
            Object key = offer == null || offer.article() == null ? new Object() : together(wish, offer);
            groups.computeIfAbsent(key, any -> new ArrayList<>()).add(wish);
        }
        return groups.values().stream().map(List::copyOf).toList();
    }

    /** Whether all of them become one order. */
    static boolean isOne(List<HoldOrder> wishes, Map<OfferId, Offer> offers) {
        return of(wishes, offers).size() == 1
                && wishes.stream().map(wish -> offers.get(wish.offer())).allMatch(Objects::nonNull);
    }

    private static Together together(HoldOrder wish, Offer offer) {
        return new Together(offer.place(), wish.slotStart(), wish.site());
    }
}
