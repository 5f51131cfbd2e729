package org.townloop.supply.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Outcome;
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
    Outcome<List<PlaceId>> take(
            List<HoldRequest> requests,
            Map<PlaceId, Roster> here,
            Function<HoldRequest, @Nullable Instant> expiry,
            Instant now) {
        for (var request : requests) {
            var refusal = request.offer().isWalkIn()
                    ? new DayRules(Choice.rosterOf(here, request), now)
                            .refusal(request.offer(), request.walkIn(), request.start())
                    : null; // goods are judged by their window
            if (refusal != null) {
                return Outcome.refused(refusal);
            }
        }
        var days = new TreeSet<OfferDay>();
        requests.forEach(request -> days.add(day(request, here)));
        var taken = lock(days, now);
        try {
            return take(requests, here, expiry, taken);
        } catch (DataIntegrityViolationException e) {
            return Outcome.refused(Refusal.of(BookingReason.DAY_FULL, "slotStart")); // the judge has spoken
        }
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

    List<PlaceId> confirm(UUID order) {
        return claims.confirm(order);
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

    private Outcome<List<PlaceId>> take(
            List<HoldRequest> requests,
            Map<PlaceId, Roster> here,
            Function<HoldRequest, @Nullable Instant> expiry,
            Map<OfferDay, Integer> taken) {
        for (var request : requests) {
            var day = day(request, here);
            var capacity = request.perDay();
            var left = capacity - taken.getOrDefault(day, 0);
            if (left < request.quantity()) {
                return Outcome.refused(refusal(request, left));
            }
            claims.add(day, request.quantity(), capacity);
            taken.merge(day, request.quantity(), Integer::sum);
        }
        claims.insert(
                requests.stream().map(request -> claim(request, here, expiry)).toList());
        return Outcome.done(
                requests.stream().map(request -> request.offer().place()).toList());
    }

    private static Refusal refusal(HoldRequest request, int left) {
        if (request.offer().article() != null) {
            var article = request.offer().title();
            return left <= 0
                    ? Refusal.of(BookingReason.ARTICLE_SOLD_OUT, "quantity", Map.of("article", article))
                    : Refusal.of(BookingReason.ARTICLE_TOO_FEW, "quantity", Map.of("article", article, "left", left));
        }
        return left <= 0
                ? Refusal.of(BookingReason.DAY_FULL, "slotStart")
                : Refusal.of(BookingReason.TOO_FEW_LEFT, "quantity", Map.of("left", left));
    }

    private void giveBack(List<DayClaim> removed) {
        var byDay = new HashMap<OfferDay, Integer>();
        removed.forEach(claim -> byDay.merge(claim.day(), claim.units(), Integer::sum));
        byDay.keySet().stream().sorted().forEach(day -> claims.add(day, -byDay.getOrDefault(day, 0), 0));
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
