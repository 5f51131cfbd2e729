package org.townloop.supply.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.region.Regions;
import org.townloop.supply.booking.DayClaims.DayClaim;
import org.townloop.supply.merchant.Engagements.Engagement;
import org.townloop.supply.merchant.OpeningHours;
import org.townloop.supply.merchant.PlaceChanged;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.TimeSpan;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferChanged;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;

/**
 * Bookings at whose time the place has closed since they were sold, or on whose day it does not serve what was sold any
 * more. They are noted by the transaction that closes, which waits for holds under way; a place that opens again before
 * the time is kept to its word again, and what has begun stays as it was.
 */
@Component
public class Closures {

    /** Nothing can be booked so far ahead. */
    private static final Duration AHEAD = Duration.ofDays(400);

    private static final Duration LONGEST_NIGHT = Timeline.MARK.multipliedBy(OpenDays.LONGEST_NIGHT);

    /** What is booked ahead at a place, and when it is open. */
    private record Ahead(
            List<Claimed> times,
            List<DayClaim> days,
            CalledOffSessions.Seats seats,
            ClosedStays.Nights nights,
            Map<UUID, List<TimeSpan>> open) {}

    private final Claims claims;
    private final DayClaims dayClaims;
    private final CalledOffSessions sessions;
    private final ClosedStays stays;
    private final ClosedBookings closed;
    private final OpeningHours hours;
    private final Offers offers;
    private final Regions regions;
    private final Clock clock;

    Closures(
            Claims claims,
            DayClaims dayClaims,
            CalledOffSessions sessions,
            ClosedStays stays,
            ClosedBookings closed,
            OpeningHours hours,
            Offers offers,
            Regions regions,
            Clock clock) {
        this.claims = claims;
        this.dayClaims = dayClaims;
        this.sessions = sessions;
        this.stays = stays;
        this.closed = closed;
        this.hours = hours;
        this.offers = offers;
        this.regions = regions;
        this.clock = clock;
    }

    /** Whether the place has closed at the order's time, or on its day, since it was sold. */
    public boolean isClosed(UUID order) {
        return closed.contains(order);
    }

    /** What is booked ahead when the place is closed, or whoever is to serve it does not work, by time. */
    List<Engagement> outside(PlaceId place, Instant now) {
        var ahead = ahead(place, now, now);
        var open = ahead.open().getOrDefault(place.value(), List.of());
        var times = ahead.times().stream()
                .filter(claim -> isOutside(claim, ahead.open().getOrDefault(claim.subject(), open)))
                .map(claim -> new Engagement(claim.order(), claim.subject(), claim.during(), false));
        return Stream.of(
                        times,
                        closedDays(place, ahead).map(claim -> engagement(claim, place)),
                        ahead.seats().lost().stream(),
                        ahead.nights().lost().stream())
                .flatMap(engagements -> engagements)
                .sorted(Comparator.comparing((Engagement each) -> each.during().start())
                        .thenComparing(Engagement::order))
                .toList();
    }

    @EventListener
    @Transactional
    public void on(PlaceChanged changed) {
        note(new PlaceId(changed.subject()));
    }

    @EventListener
    @Transactional
    public void on(OfferChanged changed) {
        note(new PlaceId(changed.place()));
    }

    /**
     * Looks at what is booked ahead there, in the caller's transaction; also at holds that have expired and were not freed
     * yet: their payment may be under way.
     */
    void note(PlaceId place) {
        claims.lockCalendars(List.of(place));
        var now = clock.instant();
        var ahead = ahead(place, now, Instant.EPOCH);
        var open = ahead.open().getOrDefault(place.value(), List.of());
        var shut = Stream.of(
                        ahead.times().stream()
                                .filter(claim -> isOutside(claim, open))
                                .map(Claimed::order),
                        closedDays(place, ahead).map(DayClaim::order),
                        ahead.seats().lost().stream().map(Engagement::order),
                        ahead.nights().lost().stream().map(Engagement::order))
                .flatMap(orders -> orders)
                .distinct()
                .toList();
        var all = Stream.of(
                        ahead.times().stream().map(Claimed::order),
                        ahead.days().stream().map(DayClaim::order),
                        ahead.seats().all().stream(),
                        ahead.nights().all().stream())
                .flatMap(orders -> orders)
                .distinct()
                .toList();
        closed.set(place, all, shut, now);
    }

    /** @param heldAfter holds that expired until then are left out */
    private Ahead ahead(PlaceId place, Instant now, Instant heldAfter) {
        var today = LocalDate.ofInstant(now, zone(place));
        var seats = sessions.ahead(place, now, heldAfter);
        var times = claims.taken(List.of(place), TimeSpan.of(now, AHEAD), heldAfter).stream()
                .filter(claim -> claim.during().start().isAfter(now))
                .filter(claim -> !seats.offers().contains(claim.order()))
                .toList();
        var days = dayClaims.ahead(place, today, heldAfter);
        var last = Stream.concat(
                        times.stream().map(claim -> claim.during().end()),
                        days.stream()
                                .map(claim -> span(claim.day().day(), place).end()))
                .max(Instant::compareTo);
        var open = last.isEmpty()
                ? Map.<UUID, List<TimeSpan>>of()
                : hours.spans(Set.of(place), now.minus(Duration.ofDays(2)), last.get());
        return new Ahead(times, days, seats, stays.ahead(place, seats.offers(), now, heldAfter), open);
    }

    private Stream<DayClaim> closedDays(PlaceId place, Ahead ahead) {
        var sold = offers.get(ahead.days().stream()
                .map(claim -> claim.day().offer())
                .distinct()
                .toList());
        var open = ahead.open().getOrDefault(place.value(), List.of());
        return ahead.days().stream()
                .filter(claim ->
                        isBlocked(sold, claim) || isClosed(span(claim.day().day(), place), open));
    }

    private static boolean isBlocked(Map<OfferId, Offer> sold, DayClaim claim) {
        var offer = sold.get(claim.day().offer());
        var walkIn = offer == null ? null : offer.walkIn();
        return walkIn != null && walkIn.blockedDays().contains(claim.day().day());
    }

    private static boolean isOutside(Claimed claim, List<TimeSpan> open) {
        return open.stream().noneMatch(span -> span.contains(claim.during()));
    }

    /** What is open past midnight belongs to the evening before, and does not make the day an open one. */
    private static boolean isClosed(TimeSpan day, List<TimeSpan> open) {
        var nightEnds = day.start().plus(LONGEST_NIGHT);
        return open.stream()
                .filter(span ->
                        !(span.start().isBefore(day.start()) && span.end().isBefore(nightEnds)))
                .noneMatch(day::overlaps);
    }

    private Engagement engagement(DayClaim claim, PlaceId place) {
        return new Engagement(claim.order(), place.value(), span(claim.day().day(), place), true);
    }

    private TimeSpan span(LocalDate day, PlaceId place) {
        var zone = zone(place);
        return new TimeSpan(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private ZoneId zone(PlaceId place) {
        return regions.get(place.region()).zone();
    }
}
