package org.townloop.supply.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.townloop.supply.booking.OpenDays.OpenDay;
import org.townloop.supply.offer.Ad;
import org.townloop.supply.offer.Appointment;
import org.townloop.supply.offer.Article;
import org.townloop.supply.offer.ByQuote;
import org.townloop.supply.offer.HomeVisit;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Online;
import org.townloop.supply.offer.Ride;
import org.townloop.supply.offer.Session;
import org.townloop.supply.offer.Stay;
import org.townloop.supply.offer.Stored;
import org.townloop.supply.offer.Table;
import org.townloop.supply.offer.WalkIn;

/**
 * When offers can be had. Answers come from bits in memory, up to {@value Timeline#DAYS} days ahead; they only screen,
 * {@link Bookings#hold} decides.
 */
@Component
public class Availability {

    private final FreeTimes freeTimes;
    private final OfferStarts offerStarts;
    private final Doorsteps doorsteps;
    private final Rides rides;
    private final Clock clock;

    Availability(FreeTimes freeTimes, OfferStarts offerStarts, Doorsteps doorsteps, Rides rides, Clock clock) {
        this.freeTimes = freeTimes;
        this.offerStarts = offerStarts;
        this.doorsteps = doorsteps;
        this.rides = rides;
        this.clock = clock;
    }

    /**
     * The free starts of an offer from that moment on and before the other, in order; none once it is withdrawn. For a
     * walk-in the days on which somebody can come within that time, for a stay its nights.
     */
    public List<Slot> slots(Offer offer, Instant from, Instant to) {
        var bits = freeTimes.of(List.of(offer.place())).get(offer.place());
        if (bits == null || !offer.active()) {
            return List.of();
        }
        if (offer.arrangement() instanceof Stay stay) {
            return nights(offer, bits, stay, from, to);
        }
        if (offer.arrangement() instanceof Article article) {
            return windows(offer, bits.windows(), article, from, to);
        }
        var starts = new Starts(offer, bits, offerStarts.mode(offer), clock.instant());
        var walkIn = offer.walkIn();
        if (walkIn != null) {
            return days(starts, from, to)
                    .map(day -> Slot.onDay(
                            offer, walkIn, day.date(), bits.timeline().zone(), bits.left(offer, walkIn, day.date())))
                    .toList();
        }
        var slots = new ArrayList<Slot>();
        var left = bits.left(offer);
        var end = bits.timeline().ceil(to);
        for (int mark = starts.first(earliest(from)); mark >= 0 && mark < end; mark = starts.after(mark)) {
            var start = starts.at(mark);
            slots.add(new Slot(
                    start,
                    start.plus(lasting(offer)),
                    left.applyAsInt(mark),
                    offer.leastPrice(),
                    bits.sessions().gathering(offer, start)));
        }
        return List.copyOf(slots);
    }

    /** The windows in which it can be had, each with how many more orders it takes. */
    private List<Slot> windows(Offer offer, WindowBits windows, Article article, Instant from, Instant to) {
        return windows.open(clock.instant(), from, to).stream()
                .map(opening -> new Slot(
                        opening.start(), opening.end(), windows.left(offer, article, opening.start()), offer.price()))
                .filter(slot -> slot.left() > 0)
                .toList();
    }

    /** A night is a slot by itself, up to a year ahead. */
    private List<Slot> nights(Offer offer, PlaceBits bits, Stay stay, Instant from, Instant to) {
        var zone = bits.timeline().zone();
        var now = clock.instant();
        return bits
                .nights(stay, offerStarts.mode(offer).booking(), now)
                .between(offer.price(), LocalDate.ofInstant(from, zone), LocalDate.ofInstant(to, zone))
                .stream()
                .filter(night -> night.left() > 0)
                .map(night -> new Slot(
                        Nights.checkIn(stay, zone, night.date()),
                        Nights.checkOut(stay, zone, night.date().plusDays(1)),
                        night.left(),
                        night.price()))
                .filter(slot -> isIn(slot, from, to, now))
                .toList();
    }

    /** The night of today has begun at check-in, and can be had as long as it is today. */
    private static boolean isIn(Slot slot, Instant from, Instant to, Instant now) {
        return (slot.start().isAfter(now) ? !slot.start().isBefore(from) : !now.isBefore(from))
                && slot.start().isBefore(to);
    }

    /**
     * The windows within which somebody can be at that door; the same as without a door for what is done at the place. Of
     * a ride those in which somebody can take them along to its end, with what it costs. Not within a transaction: a
     * server of routes may be asked.
     */
    public List<Slot> slots(Offer offer, Instant from, Instant to, Leg leg) {
        var screened = slots(offer, from, to);
        var bits = freeTimes.of(List.of(offer.place())).get(offer.place());
        if (!Doorsteps.goesOut(offer) || bits == null) {
            return screened;
        }
        doorsteps.learnWay(leg);
        var starts = screened.stream().map(Slot::start).toList();
        var reachable = Set.copyOf(doorsteps.reachable(offer, bits.roster(), starts, leg));
        return screened.stream()
                .filter(slot -> reachable.contains(slot.start()))
                .map(slot -> offer.arrangement() instanceof Ride ride ? driven(offer, ride, slot, leg) : slot)
                .toList();
    }

    private Slot driven(Offer offer, Ride ride, Slot slot, Leg leg) {
        return rides.reckoned(offer, ride, leg, slot.start()).asSlot(ride);
    }

    private static Duration lasting(Offer offer) {
        return switch (offer.arrangement()) {
            case HomeVisit visit -> visit.window().plus(offer.duration());
            case Ride ride -> ride.window();
            case Appointment _, WalkIn _, Session _, Table _, Stay _, Ad _, ByQuote _, Online _, Stored _, Article _ ->
                offer.duration();
        };
    }

    /**
     * The number under which this process knows the offer, from 0 on. Whoever asks about very many offers again and again
     * keeps their numbers.
     */
    public int number(OfferId offer) {
        return offerStarts.number(offer);
    }

    /**
     * Which of the offers can be begun and ended within the window.
     *
     * @param numbers of the offers
     * @return a bit for each of them, in their order
     */
    public BitSet freeAt(int[] numbers, Instant from, Instant to) {
        var starts = offerStarts.of(numbers, clock.instant());
        var earliest = earliest(from);
        var latest = to.getEpochSecond();
        var free = new BitSet(numbers.length);
        for (int i = 0; i < starts.length; i++) {
            if (starts[i].fits(earliest, latest)) {
                free.set(i);
            }
        }
        return free;
    }

    /** Those of the offers that can be begun and ended within the window. */
    public Set<OfferId> freeAt(Collection<OfferId> offers, Instant from, Instant to) {
        var ids = List.copyOf(offers);
        return freeAt(numbers(ids), from, to).stream().mapToObj(ids::get).collect(Collectors.toSet());
    }

    /**
     * The first free starts of each offer from that moment on and before the other. An offer that there is not, or
     * that is not sold, is not there; one without a free start has an empty list. A walk-in starts when its day begins.
     */
    public Map<OfferId, List<Instant>> nextSlots(Collection<OfferId> offers, Instant from, Instant to, int perOffer) {
        var next = new HashMap<OfferId, List<Instant>>();
        for (var starts : offerStarts.of(numbers(List.copyOf(offers)), clock.instant())) {
            if (starts != Starts.NONE) {
                next.put(starts.offer().id(), firstStarts(starts, from, to, perOffer));
            }
        }
        return next;
    }

    private int[] numbers(List<OfferId> offers) {
        return offers.stream().mapToInt(this::number).toArray();
    }

    private List<Instant> firstStarts(Starts starts, Instant from, Instant to, int atMost) {
        var timeline = starts.place().timeline();
        if (starts.offer().isWalkIn()) {
            return days(starts, from, to)
                    .limit(atMost)
                    .map(day -> day.date().atStartOfDay(timeline.zone()).toInstant())
                    .toList();
        }
        var found = new ArrayList<Instant>(atMost);
        var end = timeline.ceil(to);
        var mark = starts.first(earliest(from));
        while (mark >= 0 && mark < end && found.size() < atMost) {
            found.add(starts.at(mark));
            mark = starts.after(mark);
        }
        return List.copyOf(found);
    }

    /** The days on which somebody can come for a walk-in from that moment on and before the other. */
    private Stream<OpenDay> days(Starts starts, Instant from, Instant to) {
        var earliest = earliest(from);
        var end = starts.place().timeline().ceil(to);
        return starts.place().days().stream().filter(day -> {
            var coming = starts.first(Math.max(earliest, starts.at(day.from()).getEpochSecond()));
            return coming >= 0 && coming < Math.min(end, day.to());
        });
    }

    /** The first second that lies no earlier than asked, and later than now. */
    private long earliest(Instant from) {
        var asked = from.getEpochSecond() + (from.getNano() > 0 ? 1 : 0);
        return Math.max(asked, clock.instant().getEpochSecond() + 1);
    }
}
