package org.townloop.supply.booking;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.merchant.PlaceId;

/**
 * What became of requests that were judged one after another.
 *
 * @param claims on people and things, of those that were not refused
 * @param places where something is another than before
 * @param refused why the others were, by order, in the order in which they were judged
 */
record Judged(List<Claimed> claims, List<PlaceId> places, Map<UUID, Refusal> refused) {

    static final Judged NOTHING = new Judged(List.of(), List.of(), Map.of());

    /** Of all or none, because the constraint has spoken: noted of the first, and meant for all. */
    static Judged refused(List<HoldRequest> requests, Refusal why) {
        return new Judged(List.of(), List.of(), Map.of(requests.getFirst().order(), why));
    }

    /** Of all or none: the first refusal is that of all of them. */
    Outcome<Judged> all() {
        return first().map(Outcome::<Judged>refused).orElseGet(() -> Outcome.done(this));
    }

    Optional<Refusal> first() {
        return refused.values().stream().findFirst();
    }

    Judged and(Judged other) {
        var both = new Refusals(refused);
        other.refused.forEach(both::note);
        return new Judged(
                Stream.concat(claims.stream(), other.claims.stream()).toList(),
                Stream.concat(places.stream(), other.places.stream()).distinct().toList(),
                both.byOrder());
    }
}
