package org.townloop.supply.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.region.Regions;
import org.townloop.supply.merchant.DeliveryBook;
import org.townloop.supply.merchant.OpeningHours;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.TimeSpan;
import org.townloop.supply.offer.Ad;
import org.townloop.supply.offer.Appointment;
import org.townloop.supply.offer.Article;
import org.townloop.supply.offer.ByQuote;
import org.townloop.supply.offer.HomeVisit;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Online;
import org.townloop.supply.offer.Ride;
import org.townloop.supply.offer.Session;
import org.townloop.supply.offer.Stay;
import org.townloop.supply.offer.Stored;
import org.townloop.supply.offer.Table;
import org.townloop.supply.offer.WalkIn;

/** From when to when something that was bought is to be had. */
@Component
public class DayWindows {

    private final OpeningHours hours;
    private final KnownDays known;
    private final DeliveryBook deliveries;
    private final Regions regions;
    private final Travel travel;

    DayWindows(OpeningHours hours, KnownDays known, DeliveryBook deliveries, Regions regions, Travel travel) {
        this.hours = hours;
        this.known = known;
        this.deliveries = deliveries;
        this.regions = regions;
        this.travel = travel;
    }

    /**
     * What is asked of many offers of these places in the course of the work is asked of what they are at this moment: that is
     * read once, and their hours only if they have changed.
     */
    public <T> T at(Collection<PlaceId> places, Supplier<T> work) {
        return known.at(places, work);
    }

    /**
     * The time that begins so: of an appointment its duration, of a stay its nights, of a home visit the window and the
     * work, of a ride the window and the drive, of a walk-in its days, the last of which ends at midnight or when the place closes after it.
     */
    public TimeSpan of(Offer offer, Wish wish) {
        var start = wish.start();
        var end = wish.end();
        return switch (offer.arrangement()) {
            case WalkIn walkIn -> days(offer, walkIn, start);
            case Stay _ when end != null && end.isAfter(start) -> new TimeSpan(start, end);
            case ByQuote _ when end != null && end.isAfter(start) -> new TimeSpan(start, end);
            case Table table -> TimeSpan.of(start, offer.duration().plus(table.longer(wish.quantity())));
            case HomeVisit visit -> TimeSpan.of(start, visit.window().plus(offer.duration()));
            case Article _ when end != null && end.isAfter(start) -> new TimeSpan(start, end);
            case Article _ -> window(offer, start);
            case Appointment _, Session _, Stay _, Ad _, ByQuote _, Online _, Stored _ ->
                TimeSpan.of(start, offer.duration());
            case Ride ride -> TimeSpan.of(start, ride.window().plus(drive(wish)));
        };
    }

    private Duration drive(Wish wish) {
        var site = wish.site();
        return site == null ? Duration.ZERO : Drive.of(travel, Leg.of(site)).time();
    }

    private TimeSpan window(Offer offer, Instant start) {
        return deliveries
                .of(offer.place())
                .at(zone(offer), start)
                .map(opening -> new TimeSpan(opening.start(), opening.end()))
                .orElseGet(() -> TimeSpan.of(start, Timeline.MARK));
    }

    /** When the day is over on which something begins there: at midnight, or when the place closes in the night after it. */
    public Instant endOfDay(Offer offer, Instant start) {
        return known.end(offer.place(), LocalDate.ofInstant(start, zone(offer)));
    }

    /**
     * What is asked for if something is moved to another time: a stay keeps its nights.
     *
     * @param wish as it was, with the new start
     * @param before the start as it was
     */
    public Wish moved(Offer offer, Wish wish, @Nullable Instant before) {
        var end = wish.end();
        if (!(offer.arrangement() instanceof Stay) || end == null || before == null) {
            return new Wish(wish.start(), null, wish.quantity(), wish.site());
        }
        var zone = zone(offer);
        var nights = ChronoUnit.DAYS.between(LocalDate.ofInstant(before, zone), LocalDate.ofInstant(end, zone));
        var left = end.atZone(zone).toLocalTime();
        var departure = LocalDate.ofInstant(wish.start(), zone)
                .plusDays(nights)
                .atTime(left)
                .atZone(zone);
        return new Wish(wish.start(), departure.toInstant(), wish.quantity(), wish.site());
    }

    private TimeSpan days(Offer offer, WalkIn walkIn, Instant start) {
        var day = LocalDate.ofInstant(start, zone(offer));
        return new TimeSpan(start, known.end(offer.place(), day.plusDays(walkIn.windowDays() - 1L)));
    }

    /** Whether no voucher of a walk-in is taken at the moment because its day is blocked by the offer or the place. */
    public boolean isBlocked(Offer offer, Instant now) {
        return !blocked(offer.place(), List.of(offer), now).isEmpty();
    }

    /** Those of the offers of one place that are blocked at the moment; the place is asked once, however many. */
    public List<Offer> blocked(PlaceId place, Collection<Offer> offers, Instant now) {
        var walkIns = offers.stream().filter(Offer::isWalkIn).toList();
        if (walkIns.isEmpty()) {
            return List.of();
        }
        var day = dayOf(place, now);
        var closed = known.isClosed(place, day);
        return walkIns.stream()
                .filter(offer -> closed
                        || (offer.walkIn() instanceof WalkIn walkIn
                                && walkIn.blockedDays().contains(day)))
                .toList();
    }

    /** The day that it still is there: what began yesterday lasts until the place closes. */
    private LocalDate dayOf(PlaceId place, Instant now) {
        var today = LocalDate.ofInstant(now, regions.get(place.region()).zone());
        var yesterday = today.minusDays(1);
        return now.isBefore(known.end(place, yesterday)) ? yesterday : today;
    }

    /** The days from the first to the last on which vouchers are not taken; none if it is booked at a time. */
    public SortedSet<LocalDate> blockedDays(Offer offer, LocalDate first, LocalDate last) {
        var walkIn = offer.walkIn();
        if (walkIn == null) {
            return new TreeSet<>();
        }
        var blocked = new TreeSet<>(hours.closedDays(offer.place(), first, last));
        walkIn.blockedDays().stream()
                .filter(day -> !day.isBefore(first) && !day.isAfter(last))
                .forEach(blocked::add);
        return blocked;
    }

    private ZoneId zone(Offer offer) {
        return regions.get(offer.region()).zone();
    }
}
