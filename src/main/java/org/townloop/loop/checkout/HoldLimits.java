package org.townloop.loop.checkout;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Turns;
import org.townloop.loop.ordering.HoldCounts;
import org.townloop.supply.merchant.PlaceId;

/** How much anybody may keep from others without paying for it: in the town, and at one place. */
@Component
class HoldLimits {

    private final HoldCounts holdCounts;
    private final Turns turns;
    private final Clock clock;
    private final int most;
    private final int mostHere;

    HoldLimits(
            HoldCounts holdCounts,
            Turns turns,
            Clock clock,
            @Value("${townloop.limits.open-holds}") int most,
            @Value("${townloop.limits.open-holds-at-place}") int mostHere) {
        this.holdCounts = holdCounts;
        this.turns = turns;
        this.clock = clock;
        this.most = most;
        this.mostHere = mostHere;
    }

    /**
     * In the transaction of the hold: the holds of one person are counted one after the other. A basket is one hold, and all
     * of its units count: nobody keeps more of a place by asking for it in parts.
     *
     * @param units wanted now, by place
     * @return why they may hold no more for now, if so
     */
    Optional<Refusal> check(PersonId resident, Map<PlaceId, Integer> units) {
        if (most == 0 && mostHere == 0) {
            return Optional.empty();
        }
        turns.take("open-holds", resident.value());
        return units.entrySet().stream()
                .flatMap(wanted -> check(resident, wanted.getKey(), wanted.getValue()).stream())
                .findFirst();
    }

    private Optional<Refusal> check(PersonId resident, PlaceId place, int units) {
        var held = holdCounts.of(resident, place, clock.instant());
        if (most > 0 && held.orders() >= most) {
            return Optional.of(new Refusal(CheckoutReason.HOLDS_TOO_MANY, null, Map.of("max", most)));
        }
        var tooManyHere = held.ordersHere() >= mostHere || held.unitsHere() + units > HoldOrder.MOST;
        return mostHere > 0 && tooManyHere
                ? Optional.of(new Refusal(
                        CheckoutReason.HOLDS_TOO_MANY_HERE, null, Map.of("max", mostHere, "units", HoldOrder.MOST)))
                : Optional.empty();
    }
}
