package org.townloop.supply.booking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.townloop.base.kernel.Refusal;

/**
 * What became of requests that were held one after another; those of other orders are to be held apart.
 *
 * @param held orders that have all that they want
 * @param refused why others have nothing, with {@link BookingReason}
 */
public record Holding(Set<UUID> held, Map<UUID, Refusal> refused) {

    static Holding of(List<HoldRequest> judged, Judged how) {
        return new Holding(
                judged.stream()
                        .map(HoldRequest::order)
                        .filter(order -> !how.refused().containsKey(order))
                        .collect(Collectors.toUnmodifiableSet()),
                how.refused());
    }

    /** As if nothing had been said of those: they are to be held apart. */
    Holding without(Set<UUID> apart) {
        if (apart.isEmpty()) {
            return this;
        }
        var left = new HashMap<>(refused);
        left.keySet().removeAll(apart);
        return new Holding(held, left);
    }
}
