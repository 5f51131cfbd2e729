package org.townloop.supply.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    private final LotClaims lots;
    private final Offers offers;
    private final OpeningHours hours;
    private final Regions regions;
    private final Clock clock;

    CalledOffSessions(LotClaims lots, Offers offers, OpeningHours hours, Regions regions, Clock clock) {
        this.lots = lots;
        this.offers = offers;
        this.hours = hours;
        this.regions = regions;
        this.clock = clock;
    }

    /** The orders of sessions ahead of that offer that it has called off. */
    public List<UUID> orders(Offer offer) {
        return lots.ahead(offer.place(), clock.instant()).stream()
                .filter(claim -> claim.lot().subject().equals(offer.id().value()))
                .filter(claim -> isCalledOff(offer, claim.lot().start()))
                .map(LotClaim::order)
                .distinct()
                .toList();
    }

    /**
     * Seats of sessions ahead at a place.
     *
     * @param all the orders that have some
     * @param lost what they have of sessions that do not take place
     * @param offers whose sessions they are: their people and rooms are claimed under these ids
     */
    record Seats(List<UUID> all, List<Engagement> lost, Set<UUID> offers) {}

    Seats ahead(PlaceId place, Instant now) {
        var ahead = lots.ahead(place, now);
        var sold = offers.get(subjects(ahead));
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
        return isCalledOff(offer, seat.lot().start()) || open.stream().noneMatch(span -> span.contains(during))
                ? Stream.of(new Engagement(seat.order(), offer.place().value(), during, false))
                : Stream.empty();
    }

    private boolean isCalledOff(Offer offer, Instant start) {
        var zone = regions.get(offer.region()).zone();
        return offer.arrangement() instanceof Session session
                && session.without().stream()
                        .anyMatch(time -> time.atZone(zone).toInstant().equals(start));
    }

    private static List<OfferId> subjects(List<LotClaim> claims) {
        return claims.stream()
                .map(claim -> claim.lot().subject())
                .filter(RegionId::isIn)
                .distinct()
                .map(OfferId::new)
                .toList();
    }
}
