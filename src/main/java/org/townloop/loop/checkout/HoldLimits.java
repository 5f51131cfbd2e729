package org.townloop.loop.checkout;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Turns;
import org.townloop.loop.ordering.HoldCount;
import org.townloop.loop.ordering.HoldCounts;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.merchant.PlaceId;

/** How much anybody may keep from others without paying for it: in the town, and at one place. */
@Component
class HoldLimits {

    /** Why some may hold no more now, and who is to be asked about apart. */
    record Limited(Map<OrderId, Refusal> refused, Set<OrderId> apart) {}

    private static final String TURN = "open-holds";

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
        turns.take(TURN, resident.value());
        return units.entrySet().stream()
                .flatMap(wanted -> check(resident, wanted.getKey(), wanted.getValue()).stream())
                .findFirst();
    }

    /**
     * In the transaction of the holds: each by itself, as if one came after the other. Nobody is waited for: whose holds are
     * being counted elsewhere, and who may hold this only if something else among these is refused, is apart.
     */
    Limited checkEach(List<Draft> drafts) {
        var limited = new Limited(new HashMap<>(), new HashSet<>());
        if (most == 0 && mostHere == 0) {
            return limited;
        }
        var free = turns.takeFree(
                TURN,
                drafts.stream().map(draft -> draft.order().resident().value()).toList());
        var before =
                holdCounts.of(drafts.stream().map(HoldLimits::holder).distinct().toList(), clock.instant());
        var passed = new ArrayList<Draft>();
        for (var draft : drafts) {
            var count = Objects.requireNonNull(before.get(holder(draft)));
            var units = draft.asked().quantity();
            var refusal = refusal(count, units);
            if (!free.contains(draft.order().resident().value())) {
                limited.apart().add(draft.order().id());
            } else if (refusal.isPresent()) {
                limited.refused().put(draft.order().id(), refusal.get());
            } else if (refusal(after(count, draft, passed), units).isPresent()) {
                limited.apart().add(draft.order().id());
            } else {
                passed.add(draft);
            }
        }
        return limited;
    }

    /** As many as there would be if all that passed before are held. */
    private static HoldCount after(HoldCount count, Draft draft, List<Draft> passed) {
        var after = count;
        for (var other : passed) {
            if (other.order().resident().equals(draft.order().resident())) {
                after = other.order().place().equals(draft.order().place())
                        ? after.withOneHere(other.asked().quantity())
                        : after.withOneElsewhere();
            }
        }
        return after;
    }

    private static HoldCounts.Holder holder(Draft draft) {
        return new HoldCounts.Holder(draft.order().resident(), draft.order().place());
    }

    private Optional<Refusal> check(PersonId resident, PlaceId place, int units) {
        return refusal(holdCounts.of(resident, place, clock.instant()), units);
    }

    private Optional<Refusal> refusal(HoldCount held, int units) {
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
