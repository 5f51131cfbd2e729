package org.townloop.supply.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.booking.DayClaims.DayClaim;
import org.townloop.supply.merchant.PlaceId;

/**
 * Takes and frees units of days. No day gives more than it has: the day's row is locked while it is counted, and the
 * constraint {@code never_more_than_there_are} is the judge.
 */
@Component
class DayBookings {

    private final DayClaims claims;

    DayBookings(DayClaims claims) {
        this.claims = claims;
    }

    /** Takes what all of them want, or refuses; the caller's transaction must then be rolled back. */
    Judged takeAll(
            List<HoldRequest> requests,
            Map<PlaceId, Roster> here,
            Function<HoldRequest, @Nullable Instant> expiry,
            Instant now) {
        try {
            return take(requests, here, expiry, now);
        } catch (TakenMeanwhile e) {
            return Judged.refused(requests, Refusal.of(BookingReason.DAY_FULL, "slotStart")); // the judge has spoken
        }
    }

    /**
     * Takes what each of them wants, one after another as far as the days go.
     *
     * @throws TakenMeanwhile if the constraint finds more taken than there is
     */
    Judged take(
            List<HoldRequest> requests,
            Map<PlaceId, Roster> here,
            Function<HoldRequest, @Nullable Instant> expiry,
            Instant now) {
        var refusals = new Refusals();
        requests.forEach(request -> refusals.passes(request, ruledOut(request, here, now)));
        var fit = refusals.left(requests);
        if (fit.isEmpty()) {
            return new Judged(List.of(), List.of(), refusals.byOrder());
        }
        var days = new TreeSet<OfferDay>();
        fit.forEach(request -> days.add(day(request, here)));
        var taken = lock(days, now);
        var granted = new ArrayList<DayClaim>();
        var capacities = new HashMap<OfferDay, Integer>();
        for (var request : fit) {
            var claim = claim(request, here, expiry);
            var left = request.perDay() - taken.getOrDefault(claim.day(), 0);
            if (refusals.passes(request, left < claim.units() ? refusal(request, left) : null)) {
                taken.merge(claim.day(), claim.units(), Integer::sum);
                capacities.put(claim.day(), request.perDay());
                granted.add(claim);
            }
        }
        write(granted, capacities);
        return new Judged(List.of(), granted.stream().map(DayClaim::place).toList(), refusals.byOrder());
    }

    private static @Nullable Refusal ruledOut(HoldRequest request, Map<PlaceId, Roster> here, Instant now) {
        return request.offer().isWalkIn()
                ? new DayRules(Choice.rosterOf(here, request), now)
                        .refusal(request.offer(), request.walkIn(), request.start())
                : null; // goods are judged by their window
    }

    private void write(List<DayClaim> granted, Map<OfferDay, Integer> capacities) {
        if (granted.isEmpty()) {
            return;
        }
        TakenMeanwhile.unlessFree("a day is full", () -> {
            claims.add(unitsOf(granted), capacities);
            claims.insert(granted);
        });
    }

    private static SortedMap<OfferDay, Integer> unitsOf(List<DayClaim> claims) {
        var byDay = new TreeMap<OfferDay, Integer>();
        claims.forEach(claim -> byDay.merge(claim.day(), claim.units(), Integer::sum));
        return byDay;
    }

    /**
     * Locks the days and frees what has expired of them, with all else that those orders have: all days concerned are
     * locked together, in one order.
     *
     * @return what is taken of each
     */
    private Map<OfferDay, Integer> lock(TreeSet<OfferDay> days, Instant now) {
        var doomed = days.isEmpty() ? List.<UUID>of() : claims.expired(days, now);
        var all = new TreeSet<>(days);
        claims.of(doomed).forEach(claim -> all.add(claim.day()));
        var taken = new HashMap<>(claims.lock(all));
        var expired = claims.removeExpired(doomed, now);
        expired.forEach(claim -> taken.merge(claim.day(), -claim.units(), Integer::sum));
        giveBack(expired);
        return taken;
    }

    List<Confirmed> confirm(Collection<UUID> orders) {
        return claims.confirm(orders);
    }

    List<PlaceId> release(Collection<UUID> orders) {
        var days = new TreeSet<OfferDay>();
        claims.of(orders).forEach(claim -> days.add(claim.day()));
        if (days.isEmpty()) {
            return List.of();
        }
        claims.lock(days);
        var removed = claims.remove(orders);
        giveBack(removed);
        return removed.stream().map(DayClaim::place).toList();
    }

    /** Whether it says that too few of a day are left. */
    static boolean isOfDays(Refusal refusal) {
        return refusal.reason() == BookingReason.DAY_FULL || refusal.reason() == BookingReason.TOO_FEW_LEFT;
    }

    private static Refusal refusal(HoldRequest request, int left) {
        if (request.offer().article() != null) {
            var article = request.offer().title();
            var line = request.line();
            return left <= 0
                    ? Refusal.of(
                            BookingReason.ARTICLE_SOLD_OUT,
                            "quantity",
                            Map.of("article", article, HoldRequest.LINE, line))
                    : Refusal.of(
                            BookingReason.ARTICLE_TOO_FEW,
                            "quantity",
                            Map.of("article", article, "left", left, HoldRequest.LINE, line));
        }
        return left <= 0
                ? Refusal.of(BookingReason.DAY_FULL, "slotStart")
                : Refusal.of(BookingReason.TOO_FEW_LEFT, "quantity", Map.of("left", left));
    }

    private void giveBack(List<DayClaim> removed) {
        if (!removed.isEmpty()) {
            claims.giveBack(unitsOf(removed));
        }
    }

    private static DayClaim claim(
            HoldRequest request, Map<PlaceId, Roster> here, Function<HoldRequest, @Nullable Instant> expiry) {
        return new DayClaim(
                request.order(),
                request.line(),
                request.offer().place(),
                day(request, here),
                request.quantity(),
                expiry.apply(request));
    }

    private static OfferDay day(HoldRequest request, Map<PlaceId, Roster> here) {
        var zone = Choice.rosterOf(here, request).timeline().zone();
        return new OfferDay(request.offer().id(), LocalDate.ofInstant(request.start(), zone));
    }
}
