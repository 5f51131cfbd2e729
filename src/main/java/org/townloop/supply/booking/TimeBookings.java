package org.townloop.supply.booking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.booking.Claims.Touched;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.TimeSpan;
import org.townloop.supply.pack.Packs;

/**
 * Takes people and things for a time. Nobody and nothing is ever in two places at once: the constraint
 * {@code never_in_two_places_at_once} is the judge.
 */
@Component
class TimeBookings {

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
    Judged takeAll(
            List<HoldRequest> requests,
            Map<PlaceId, Roster> here,
            Function<HoldRequest, @Nullable Instant> expiry,
            Instant now) {
        try {
            return new Taking(requests, here, expiry, now).all();
        } catch (TakenMeanwhile e) {
            return Judged.refused(requests, Refusal.of(BookingReason.SLOT_TAKEN, "slotStart")); // the judge has spoken
        }
    }

    /**
     * Takes what each of them wants, one after another as far as people and things go; the caller has locked the calendars.
     *
     * @throws TakenMeanwhile if the constraint finds somebody taken who was free
     */
    Judged take(
            List<HoldRequest> requests,
            Map<PlaceId, Roster> here,
            Function<HoldRequest, @Nullable Instant> expiry,
            Instant now) {
        return new Taking(requests, here, expiry, now).each();
    }

    /** Requests that want something of one moment. */
    private final class Taking {

        private final List<HoldRequest> requests;
        private final Map<PlaceId, Roster> here;
        private final Function<HoldRequest, @Nullable Instant> expiry;
        private final Instant now;
        private final Refusals refusals = new Refusals();
        private final List<PlaceId> changed = new ArrayList<>();
        private List<Touched> freed = List.of();

        Taking(
                List<HoldRequest> requests,
                Map<PlaceId, Roster> here,
                Function<HoldRequest, @Nullable Instant> expiry,
                Instant now) {
            this.requests = requests;
            this.here = here;
            this.expiry = expiry;
            this.now = now;
        }

        Judged all() {
            rule();
            if (!refusals.isEmpty()) {
                return judged(List.of());
            }
            var chosen = Choosing.choose(requests, () -> choosing(requests), expiry);
            if (chosen.outcome() instanceof Outcome.Refused<?> && changed.addAll(lots.freeSessions(requests, now))) {
                chosen = Choosing.choose(requests, () -> choosing(requests), expiry);
            }
            return switch (chosen.outcome()) {
                case Outcome.Refused<List<Claimed>>(var why) -> Judged.refused(requests, why);
                case Outcome.Done<?> _ -> insert(List.of(chosen.choosing()));
            };
        }

        Judged each() {
            rule();
            var fit = refusals.left(requests);
            if (fit.isEmpty()) {
                return judged(List.of());
            }
            var unfit = new Refusals();
            var chosen = chooseEach(fit, unfit);
            if (!unfit.isEmpty() && changed.addAll(lots.freeSessions(unfit.of(fit), now))) {
                unfit = new Refusals();
                chosen = chooseEach(fit, unfit);
            }
            unfit.byOrder().forEach(refusals::note);
            return insert(chosen);
        }

        /** Each place by itself: nobody is shared between places. */
        private List<Choosing> chooseEach(List<HoldRequest> fit, Refusals unfit) {
            var byPlace = fit.stream()
                    .collect(Collectors.groupingBy(
                            request -> request.offer().place(), LinkedHashMap::new, Collectors.toList()));
            var spans = new LinkedHashMap<PlaceId, TimeSpan>();
            byPlace.forEach((place, wanted) -> spans.put(place, HoldSpan.days(wanted, here)));
            var taken = claims.taken(spans, now).stream().collect(Collectors.groupingBy(Claimed::place));
            return byPlace.entrySet().stream()
                    .map(each -> {
                        var place = each.getKey();
                        var choosing = Choosing.among(
                                Map.of(
                                        place,
                                        Choice.rosterOf(here, each.getValue().getFirst())),
                                taken.getOrDefault(place, List.of()),
                                Objects.requireNonNull(spans.get(place)),
                                freed.stream()
                                        .filter(touched -> touched.place().equals(place))
                                        .toList(),
                                travel,
                                now);
                        choosing.chooseEach(each.getValue(), expiry, unfit);
                        return choosing;
                    })
                    .toList();
        }

        /**
         * What no calendar need be asked about is refused; what has expired is freed for the others only, since their choice
         * mends the ways of those who stay.
         */
        private void rule() {
            requests.forEach(request -> refusals.passes(request, ruledOut(request)));
            var fit = refusals.left(requests);
            if (!fit.isEmpty()) {
                freed = expired.removeInTheWay(fit, now);
                jobs.remove(freed.stream().map(Touched::order).toList());
                freed.forEach(touched -> changed.add(touched.place()));
            }
        }

        private @Nullable Refusal ruledOut(HoldRequest request) {
            var offer = request.offer();
            var grid = packs.get(offer.pack(), offer.packVersion())
                    .mode(offer.mode())
                    .startEvery();
            return new StartRules(Choice.rosterOf(here, request), travel, (int) grid.toMinutes(), now).refusal(request);
        }

        private Choosing choosing(List<HoldRequest> fit) {
            var around = HoldSpan.days(fit, here);
            var taken = claims.taken(HoldSpan.places(fit), around, now);
            return Choosing.among(here, taken, around, freed, travel, now);
        }

        private Judged insert(List<Choosing> chosen) {
            var wanted = chosen.stream()
                    .flatMap(each -> each.choice().chosen().stream())
                    .toList();
            var rewayed = new HashMap<Claimed, Claimed>();
            chosen.forEach(each -> rewayed.putAll(each.routes().rewayed()));
            TakenMeanwhile.unlessFree("somebody who was free is taken", () -> {
                if (ways.reway(rewayed) < rewayed.size() || claims.insert(wanted) < wanted.size()) {
                    throw new DataIntegrityViolationException("fewer were written than were free");
                }
            });
            jobs.insert(chosen.stream()
                    .flatMap(each -> each.choice().jobs().stream())
                    .toList());
            wanted.forEach(claim -> changed.add(claim.place()));
            return judged(wanted);
        }

        private Judged judged(List<Claimed> taken) {
            return new Judged(taken, changed.stream().distinct().toList(), refusals.byOrder());
        }
    }
}
