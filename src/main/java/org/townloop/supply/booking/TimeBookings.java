package org.townloop.supply.booking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.booking.Claims.Touched;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.pack.Packs;

/**
 * Takes people and things for a time. Nobody and nothing is ever in two places at once: the constraint
 * {@code never_in_two_places_at_once} is the judge.
 */
@Component
class TimeBookings {

    /**
     * What was taken.
     *
     * @param places where something is another than before
     */
    record TimesTaken(List<Claimed> claims, List<PlaceId> places) {}

    private final Claims claims;
    private final ExpiredClaims expired;
    private final Jobs jobs;
    private final Travel travel;
    private final ClaimWays ways;
    private final LotBookings lots;
    private final Packs packs;

    TimeBookings(
            Claims claims,
            ExpiredClaims expired,
            Jobs jobs,
            Travel travel,
            ClaimWays ways,
            LotBookings lots,
            Packs packs) {
        this.claims = claims;
        this.expired = expired;
        this.jobs = jobs;
        this.travel = travel;
        this.ways = ways;
        this.lots = lots;
        this.packs = packs;
    }

    /** Takes what all of them want, or refuses; the caller has locked the calendars, and rolls back then. */
    Outcome<TimesTaken> take(
            List<HoldRequest> requests,
            Map<PlaceId, Roster> here,
            Function<HoldRequest, @Nullable Instant> expiry,
            Instant now) {
        if (requests.isEmpty()) {
            return Outcome.done(new TimesTaken(List.of(), List.of()));
        }
        var freed = expired.removeInTheWay(requests, now);
        jobs.remove(freed.stream().map(Touched::order).toList());
        var refusal = refusal(requests, here, now);
        if (refusal != null) {
            return Outcome.refused(refusal);
        }
        Supplier<Choosing> afresh = () -> choosing(requests, here, freed, now);
        var chosen = Choosing.choose(requests, afresh, expiry);
        var places = new ArrayList<>(freed.stream().map(Touched::place).toList());
        if (chosen.outcome() instanceof Outcome.Refused<?> && places.addAll(lots.freeSessions(requests, now))) {
            chosen = Choosing.choose(requests, afresh, expiry);
        }
        return switch (chosen.outcome()) {
            case Outcome.Refused<List<Claimed>>(var why) -> Outcome.refused(why);
            case Outcome.Done<List<Claimed>>(var wanted) -> insert(wanted, chosen.choosing(), places);
        };
    }

    private Choosing choosing(List<HoldRequest> requests, Map<PlaceId, Roster> here, List<Touched> freed, Instant now) {
        var around = HoldSpan.days(requests, here);
        var taken = claims.taken(HoldSpan.places(requests), around, now);
        return Choosing.among(here, taken, around, freed, travel, now);
    }

    private Outcome<TimesTaken> insert(List<Claimed> wanted, Choosing chosen, List<PlaceId> freed) {
        var rewayed = chosen.routes().rewayed();
        try {
            if (ways.reway(rewayed) < rewayed.size() || claims.insert(wanted) < wanted.size()) {
                return Outcome.refused(Refusal.of(BookingReason.SLOT_TAKEN, "slotStart"));
            }
        } catch (DataIntegrityViolationException e) {
            return Outcome.refused(Refusal.of(BookingReason.SLOT_TAKEN, "slotStart")); // the judge has spoken
        }
        jobs.insert(chosen.choice().jobs());
        var places = Stream.concat(wanted.stream().map(Claimed::place), freed.stream());
        return Outcome.done(new TimesTaken(wanted, places.distinct().toList()));
    }

    private @Nullable Refusal refusal(List<HoldRequest> requests, Map<PlaceId, Roster> here, Instant now) {
        for (var request : requests) {
            var offer = request.offer();
            var grid = packs.get(offer.pack(), offer.packVersion())
                    .mode(offer.mode())
                    .startEvery();
            var refusal = new StartRules(Choice.rosterOf(here, request), travel, (int) grid.toMinutes(), now)
                    .refusal(request);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }
}
