package org.townloop.supply.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.region.Regions;
import org.townloop.supply.merchant.Engagements.Engagement;
import org.townloop.supply.merchant.OpeningHours;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.TimeSpan;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Session;

/** Sessions that were sold and do not take place: their place has called them off, or is closed then. */
@Component
public class CalledOffSessions {

    /** A session that was decided so long after its deadline that it had begun; nobody was told that it takes place. */
    private static final Duration LATE = Duration.ofDays(2);

    private final LotClaims lots;
    private final LotOrders orders;
    private final Gatherings gatherings;
    private final Offers offers;
    private final OpeningHours hours;
    private final Regions regions;

    CalledOffSessions(
            LotClaims lots,
            LotOrders orders,
            Gatherings gatherings,
            Offers offers,
            OpeningHours hours,
            Regions regions) {
        this.lots = lots;
        this.orders = orders;
        this.gatherings = gatherings;
        this.offers = offers;
        this.hours = hours;
        this.regions = regions;
    }

    /**
     * The orders of sessions that were called off: by the offer, of those that begin at that moment or later, and for want
     * of people; also orders whose
     * hold has run out and was not freed yet, since their payment may be under way.
     */
    public List<UUID> orders(Offer offer, Instant from) {
        var lately = from.minus(LATE);
        var off = Stream.concat(
                        calledOffByPlace(offer).stream().filter(start -> !start.isBefore(from)),
                        gatherings.calledOff(offer.id()).stream().filter(start -> !start.isBefore(lately)))
                .distinct()
                .map(start -> new Lot(offer.id().value(), start))
                .toList();
        return off.isEmpty() ? List.of() : orders.ordersOf(off);
    }

    /** Whether the order has seats of a session that was called off because too few had booked. */
    public boolean isForTooFew(UUID order) {
        return gatherings.of(orders.lotsOf(List.of(order))).values().stream()
                .anyMatch(gathering -> gathering.state() == SessionState.CALLED_OFF);
    }

    /** Whether the order has seats of a session that was called off. */
    public boolean concerns(UUID order) {
        var seats = orders.lotsOf(List.of(order));
        var sold = offers.get(subjects(seats));
        return seats.stream().anyMatch(seat -> {
            var offer = sold.get(new OfferId(seat.subject()));
            return offer != null && calledOff(offer).contains(seat.start());
        });
    }

    /**
     * Seats of sessions ahead at a place.
     *
     * @param all the orders that have some
     * @param lost what they have of sessions that do not take place
     * @param offers whose sessions they are: their people and rooms are claimed under these ids
     */
    record Seats(List<UUID> all, List<Engagement> lost, Set<UUID> offers) {}

    /** @param heldAfter holds that expired until then are left out */
    Seats ahead(PlaceId place, Instant now, Instant heldAfter) {
        var ahead = lots.at(place, now, heldAfter);
        var sold = offers.get(subjects(ahead.stream().map(LotClaim::lot).toList()));
        var seats = ahead.stream()
                .filter(claim -> sold.containsKey(new OfferId(claim.lot().subject())))
                .toList();
        if (seats.isEmpty()) {
            return new Seats(List.of(), List.of(), Set.of());
        }
        var last = seats.stream()
                .map(claim -> claim.lot().start())
                .max(Instant::compareTo)
                .orElse(now);
        var open =
                hours.spans(Set.of(place), now, last.plus(Duration.ofDays(2))).getOrDefault(place.value(), List.of());
        return new Seats(
                seats.stream().map(LotClaim::order).distinct().toList(),
                seats.stream().flatMap(seat -> lost(seat, sold, open)).toList(),
                seats.stream().map(seat -> seat.lot().subject()).collect(Collectors.toSet()));
    }

    private Stream<Engagement> lost(LotClaim seat, Map<OfferId, Offer> sold, List<TimeSpan> open) {
        var offer = sold.get(new OfferId(seat.lot().subject()));
        if (offer == null) {
            return Stream.empty();
        }
        var during = TimeSpan.of(seat.lot().start(), offer.duration());
        return calledOff(offer).contains(seat.lot().start()) || open.stream().noneMatch(span -> span.contains(during))
                ? Stream.of(new Engagement(seat.order(), offer.place().value(), during, false))
                : Stream.empty();
    }

    private Set<Instant> calledOff(Offer offer) {
        var off = new HashSet<>(calledOffByPlace(offer));
        off.addAll(gatherings.calledOff(offer.id()));
        return off;
    }

    private Set<Instant> calledOffByPlace(Offer offer) {
        return offer.arrangement() instanceof Session session
                ? session.calledOff(regions.get(offer.region()).zone())
                : Set.of();
    }

    private static List<OfferId> subjects(List<Lot> lots) {
        return lots.stream()
                .map(Lot::subject)
                .filter(RegionId::isIn)
                .distinct()
                .map(OfferId::new)
                .toList();
    }
}
