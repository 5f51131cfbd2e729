package org.townloop.supply.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.booking.Claims.Touched;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.Offer;

/**
 * Takes and frees staff, resources and units of days, inside the caller's transaction. Locks are taken in one order by all:
 * the calendars of the places, the rows of days, the claims. Nobody and nothing is ever in two places at once: the
 * constraint {@code never_in_two_places_at_once} is the judge, and the lock on a place's calendar sees to it that nobody is
 * refused by it who need not be.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Bookings {

    private final Claims claims;
    private final Removal removal;
    private final DayBookings days;
    private final LotBookings lots;
    private final Rosters rosters;
    private final SoldNow soldNow;
    private final EventLog events;
    private final ApplicationEventPublisher local;
    private final Takes takes;
    private final Clock clock;

    Bookings(
            Claims claims,
            Removal removal,
            DayBookings days,
            LotBookings lots,
            TimeBookings times,
            Rosters rosters,
            SoldNow soldNow,
            EventLog events,
            ApplicationEventPublisher local,
            Clock clock) {
        this.claims = claims;
        this.removal = removal;
        this.days = days;
        this.lots = lots;
        this.rosters = rosters;
        this.soldNow = soldNow;
        this.events = events;
        this.local = local;
        this.takes = new Takes(days, lots, times, rosters, clock);
        this.clock = clock;
    }

    /**
     * Holds what all of the requests want, or nothing of it. The caller's transaction must be rolled back if this is
     * refused.
     *
     * @return the staff and resources that were taken, or refused with {@link BookingReason}
     * @throws org.springframework.dao.OptimisticLockingFailureException if an offer was written since it was read
     */
    public Outcome<List<Claimed>> hold(List<HoldRequest> requests) {
        claims.lockCalendars(HoldSpan.places(requests));
        return takeAll(soldNow.unchanged(requests), HoldRequest::expiresAt);
    }

    /**
     * Holds what each of the requests wants, one after another as far as it goes: what there is by days first, then lots, then
     * people's time. What wants something of a place whose calendar is locked, or of an offer that was written since it was
     * read, is to be held apart.
     *
     * @param requests one for each order, of offers other than articles
     * @throws org.springframework.dao.DataIntegrityViolationException if the judge has spoken: roll back, hold each apart
     */
    public Holding holdEach(List<HoldRequest> requests) {
        var free = claims.lockCalendars(HoldSpan.places(requests), "skip locked");
        var mine = soldNow.thoseUnchanged(requests.stream()
                .filter(request -> free.contains(request.offer().place()))
                .toList());
        var taken = takes.each(mine);
        changed(taken.places().stream());
        return taken.holding();
    }

    /**
     * Whoever goes on to confirm, reclaim or release several orders one after another locks the calendars of all their places
     * first: otherwise two who do so, or one and a hold, would lock the same rows in different orders.
     */
    public void lockCalendars(Collection<PlaceId> places) {
        claims.lockCalendars(places);
    }

    /**
     * The same of what was agreed in writing: it is had as it was agreed, whatever has become of the offer since.
     *
     * @param requests of offers that are {@link Offer#doneBy done by} those who were named
     */
    public Outcome<List<Claimed>> holdAsAgreed(List<HoldRequest> requests) {
        claims.lockCalendars(HoldSpan.places(requests));
        return takeAll(requests, HoldRequest::expiresAt);
    }

    /**
     * In place of lines of an order that is booked, something else of the same place and time is taken: of what is counted
     * by the day, its units. The caller's transaction must be rolled back if this is refused.
     *
     * @param requests under the numbers of the lines
     */
    public Outcome<List<PlaceId>> takeInstead(List<HoldRequest> requests) {
        var counted = Takes.ofDays(requests).stream().map(HoldRequest::instead).toList();
        if (counted.isEmpty()) {
            return Outcome.done(List.of());
        }
        claims.lockCalendars(HoldSpan.places(counted));
        var now = clock.instant();
        return days.takeAll(counted, rosters.read(HoldSpan.places(counted), now), request -> null, now)
                .all()
                .map(judged -> {
                    changed(judged.places().stream());
                    return judged.places();
                });
    }

    /**
     * Makes an order's holds bookings. Holds that have expired are {@link #reclaim}ed instead: whoever closed the place,
     * or called a session off, need not have waited for them.
     *
     * @return whether it still had them
     */
    public boolean confirm(UUID order) {
        return !confirm(List.of(order)).isEmpty();
    }

    /**
     * The same of many, by one statement a table.
     *
     * @return those that still had them
     */
    public Set<UUID> confirm(Collection<UUID> orders) {
        if (orders.isEmpty()) {
            return Set.of();
        }
        var confirmed = Stream.of(days.confirm(orders), lots.confirm(orders), claims.confirm(orders))
                .flatMap(List::stream)
                .toList();
        changed(confirmed.stream().map(Confirmed::place));
        return confirmed.stream().map(Confirmed::order).collect(Collectors.toSet());
    }

    /**
     * Books at once what an order held before it expired, because its payment came late: as it was sold, by the people and
     * on the days that there are now.
     *
     * @return whether all of it can still be had; if not, the order has nothing
     */
    public boolean reclaim(List<HoldRequest> requests) {
        return switch (move(requests)) {
            case Outcome.Done<?> _ -> true;
            case Outcome.Refused<?> _ -> {
                release(requests.stream().map(HoldRequest::order).toList());
                yield false;
            }
        };
    }

    /** Frees all that the orders hold or have booked: they were cancelled, or their holds have expired. */
    public void release(Collection<UUID> orders) {
        if (!orders.isEmpty()) {
            var travelling = removal.lock(orders);
            changed(Stream.of(
                            days.release(orders),
                            lots.release(orders),
                            removal.remove(orders, travelling).stream()
                                    .map(Touched::place)
                                    .toList())
                    .flatMap(List::stream));
        }
    }

    /** Whether their cancellation waits: they keep what they have, and do not count among those who come. Locks only that. */
    public void leaving(Collection<UUID> orders, boolean leaving) {
        changed(lots.leaving(orders, leaving).stream());
    }

    /**
     * Moves what orders have booked to other times, all of it or nothing; what they had is free. The caller's transaction
     * must be rolled back if this is refused. The calendars are locked first, as a hold does: it would otherwise wait for
     * what is freed here while this waits for its calendar.
     */
    public Outcome<List<Claimed>> move(List<HoldRequest> requests) {
        claims.lockCalendars(HoldSpan.places(requests));
        release(requests.stream().map(HoldRequest::order).distinct().toList());
        return takeAll(soldNow.like(requests), request -> null);
    }

    /** The calendars are locked. */
    private Outcome<List<Claimed>> takeAll(
            List<HoldRequest> requests, Function<HoldRequest, @Nullable Instant> expiry) {
        return takes.all(requests, expiry).all().map(judged -> {
            changed(judged.places().stream());
            return judged.claims();
        });
    }

    /** Others learn by the log; this process at the moment of the commit, so that its next question is answered so. */
    private void changed(Stream<PlaceId> places) {
        var changes =
                places.distinct().map(place -> new SlotsChanged(place.value())).toList();
        events.append(changes);
        changes.forEach(local::publishEvent);
    }
}
