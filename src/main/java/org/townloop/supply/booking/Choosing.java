package org.townloop.supply.booking;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.booking.Claims.Touched;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.TimeSpan;

/**
 * Chooses who and what serves requests, and how the ways of those who go out change by it: the same answer for holds and for
 * whoever only looks.
 */
record Choosing(Choice choice, Routes routes) {

    /** What was chosen, or why nothing was. */
    record Chosen(Choosing choosing, Outcome<List<Claimed>> outcome) {}

    /**
     * Nothing is chosen yet.
     *
     * @param taken what is taken around the time of the requests
     * @param freed what was taken and is not any more
     */
    static Choosing among(
            Map<PlaceId, Roster> here,
            List<Claimed> taken,
            TimeSpan around,
            List<Touched> freed,
            Travel travel,
            Instant now) {
        var routes = new Routes(here.values(), taken, travel, around);
        freed.forEach(routes::mendAfter);
        var outings = new Outings(routes, new Cars(taken, routes), travel, now);
        return new Choosing(new Choice(here, taken, outings), routes);
    }

    /** One request after the other; where an early choice stands in the way of a later one, all of them at once. */
    static Chosen choose(
            List<HoldRequest> requests, Supplier<Choosing> afresh, Function<HoldRequest, @Nullable Instant> expiry) {
        var simple = afresh.get();
        var first = new Chosen(simple, simple.choice().choose(requests, expiry));
        if (first.outcome() instanceof Outcome.Done<?> || requests.size() == 1) {
            return first;
        }
        for (var outFirst : List.of(false, true)) {
            var other = afresh.get();
            var found = new ChoiceTogether(other.choice(), expiry).choose(requests, outFirst);
            if (found instanceof Outcome.Done<?>) {
                return new Chosen(other, found);
            }
        }
        return first;
    }

    /**
     * Chooses for each of them that can be served beside those before it.
     *
     * @param unfit notes why the others cannot
     */
    void chooseEach(List<HoldRequest> requests, Function<HoldRequest, @Nullable Instant> expiry, Refusals unfit) {
        fewestFirst(requests).forEach(request -> unfit.passes(request, choice.choose(request, expiry.apply(request))));
    }

    /** Those whom few can serve choose first. */
    static List<HoldRequest> fewestFirst(List<HoldRequest> requests) {
        return requests.stream()
                .sorted(Comparator.comparing(request -> request.offer().staff().size()))
                .toList();
    }
}
