package org.townloop.supply.booking;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;

/**
 * Chooses who and what serves requests where an early choice would stand in the way of a later one: all of what is done at
 * the places is looked at together, by {@link Assignment}. Those who go out are chosen one after the other.
 */
final class ChoiceTogether {

    private final Choice choice;
    private final Function<HoldRequest, @Nullable Instant> expiry;

    /** @param choice that has chosen nothing yet */
    ChoiceTogether(Choice choice, Function<HoldRequest, @Nullable Instant> expiry) {
        this.choice = choice;
        this.expiry = expiry;
    }

    /** @param outFirst whether those who go out are chosen before what is done at the places */
    Outcome<List<Claimed>> choose(List<HoldRequest> requests, boolean outFirst) {
        var byWhere =
                requests.stream().collect(Collectors.partitioningBy(request -> Doorsteps.goesOut(request.offer())));
        var out = byWhere.getOrDefault(true, List.of());
        var here = byWhere.getOrDefault(false, List.of());
        var isChosen = outFirst ? goOut(out) && assign(here) : assign(here) && goOut(out);
        return isChosen
                ? Outcome.done(choice.chosen())
                : Outcome.refused(Refusal.of(BookingReason.SLOT_TAKEN, "slotStart"));
    }

    private boolean goOut(List<HoldRequest> requests) {
        return requests.stream().allMatch(request -> choice.choose(request, expiry.apply(request)) == null);
    }

    private boolean assign(List<HoldRequest> requests) {
        var wants =
                requests.stream().flatMap(request -> Want.of(request, choice)).toList();
        var found = Assignment.of(wants.stream().map(Want::need).toList());
        found.ifPresent(ways -> {
            for (int i = 0; i < ways.size(); i++) {
                var want = wants.get(i);
                choice.take(want.request(), want.subjects(ways.get(i)), want.kind(), expiry.apply(want.request()));
            }
        });
        return found.isPresent();
    }
}
