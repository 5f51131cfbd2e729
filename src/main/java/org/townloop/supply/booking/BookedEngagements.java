package org.townloop.supply.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.supply.merchant.Engagements;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.TimeSpan;

/** What is held or booked at places, for whoever changes the place. */
@Component
class BookedEngagements implements Engagements {

    /** Nothing can be booked so far ahead. */
    private static final Duration AHEAD = Duration.ofDays(400);

    private static final Duration NIGHT = Duration.ofDays(1);

    private final Claims claims;
    private final Closures closures;
    private final LotClaims lots;
    private final LotBookings bookings;
    private final Clock clock;

    BookedEngagements(Claims claims, Closures closures, LotClaims lots, LotBookings bookings, Clock clock) {
        this.claims = claims;
        this.closures = closures;
        this.lots = lots;
        this.bookings = bookings;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepStill(PlaceId place) {
        claims.lockCalendars(List.of(place));
        bookings.freeExpired(place, clock.instant());
    }

    @Override
    public List<Engagement> after(PlaceId place, Instant now) {
        return claims.taken(List.of(place), TimeSpan.of(now, AHEAD), clock.instant()).stream()
                .map(claim -> new Engagement(claim.order(), claim.subject(), claim.during(), false))
                .toList();
    }

    @Override
    public List<Engagement> outside(PlaceId place, Instant now) {
        return closures.outside(place, now);
    }

    @Override
    public List<Engagement> lotsAfter(PlaceId place, Instant now) {
        return lots.at(place, now.minus(NIGHT), clock.instant()).stream()
                .map(claim -> new Engagement(
                        claim.order(),
                        claim.lot().subject(),
                        TimeSpan.of(claim.lot().start(), NIGHT),
                        true))
                .toList();
    }
}
