package org.townloop.supply.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Point;
import org.townloop.supply.booking.OpenDays.OpenDay;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.HomeVisit;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Stay;
import org.townloop.supply.pack.Mode;
import org.townloop.supply.pack.Packs;

/**
 * When offers can be had. Answers come from bits in memory, up to {@value Timeline#DAYS} days ahead; they only screen,
 * {@link Bookings#hold} decides.
 */
@Component
public class Availability {

    private final FreeTimes freeTimes;
    private final Doorsteps doorsteps;
    private final Packs packs;
    private final Clock clock;

    Availability(FreeTimes freeTimes, Doorsteps doorsteps, Packs packs, Clock clock) {
        this.freeTimes = freeTimes;
        this.doorsteps = doorsteps;
        this.packs = packs;
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
        var walkIn = offer.walkIn();
        if (walkIn != null) {
            return days(offer, bits, from, to)
                    .map(day -> Slot.onDay(
                            offer, walkIn, day.date(), bits.timeline().zone(), bits.left(offer, walkIn, day.date())))
                    .toList();
        }
        var slots = new ArrayList<Slot>();
        var starts = starts(bits, offer);
        var timeline = bits.timeline();
        var end = timeline.ceil(to);
        for (int mark = Bits.next(starts, first(timeline, from)); mark >= 0 && mark < end; ) {
            var start = timeline.at(mark);
            slots.add(new Slot(start, start.plus(lasting(offer)), bits.left(offer, mark), offer.price()));
            mark = Bits.next(starts, mark + 1);
        }
        return List.copyOf(slots);
    }

    /** A night is a slot by itself, up to a year ahead. */
    private List<Slot> nights(Offer offer, PlaceBits bits, Stay stay, Instant from, Instant to) {
        var zone = bits.timeline().zone();
        var now = clock.instant();
        return bits
                .nights(stay, mode(offer).booking(), now)
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
     * The windows within which somebody can be at that door; the same as without a door for what is done at the place.
     * Not within a transaction: a server of routes may be asked.
     */
    public List<Slot> slots(Offer offer, Instant from, Instant to, Point door) {
        var screened = slots(offer, from, to);
        var bits = freeTimes.of(List.of(offer.place())).get(offer.place());
        if (!(offer.arrangement() instanceof HomeVisit visit) || bits == null) {
            return screened;
        }
        var starts = screened.stream().map(Slot::start).toList();
        var reachable = Set.copyOf(doorsteps.reachable(offer, visit, bits.roster(), starts, door));
        return screened.stream()
                .filter(slot -> reachable.contains(slot.start()))
                .toList();
    }

    private static Duration lasting(Offer offer) {
        return offer.arrangement() instanceof HomeVisit visit
                ? visit.window().plus(offer.duration())
                : offer.duration();
    }

    /** Those of the offers that can be begun and ended within the window. */
    public Set<OfferId> freeAt(Collection<OfferId> offers, Instant from, Instant to) {
        var free = new HashSet<OfferId>();
        forEach(offers, (offer, bits) -> {
            var start = Bits.next(starts(bits, offer), first(bits.timeline(), from));
            if (start >= 0 && !ended(offer, bits.timeline(), start).isAfter(to)) {
                free.add(offer.id());
            }
        });
        return free;
    }

    /** When it is over that begins at that mark; of a stay the shortest. */
    private static Instant ended(Offer offer, Timeline timeline, int mark) {
        var start = timeline.at(mark);
        return offer.arrangement() instanceof Stay stay
                ? Nights.checkOut(
                        stay,
                        timeline.zone(),
                        LocalDate.ofInstant(start, timeline.zone()).plusDays(stay.fewestNights()))
                : start.plus(offer.duration());
    }

    /**
     * The first free starts of each offer from that moment on and before the other. An offer that there is not, or
     * that is not sold, is not there; one without a free start has an empty list. A walk-in starts when its day begins.
     */
    public Map<OfferId, List<Instant>> nextSlots(Collection<OfferId> offers, Instant from, Instant to, int perOffer) {
        var next = new HashMap<OfferId, List<Instant>>();
        forEach(offers, (offer, bits) -> next.put(offer.id(), firstStarts(offer, bits, from, to, perOffer)));
        return next;
    }

    private List<Instant> firstStarts(Offer offer, PlaceBits bits, Instant from, Instant to, int atMost) {
        if (offer.isWalkIn()) {
            var zone = bits.timeline().zone();
            return days(offer, bits, from, to)
                    .limit(atMost)
                    .map(day -> day.date().atStartOfDay(zone).toInstant())
                    .toList();
        }
        var found = new ArrayList<Instant>(atMost);
        var starts = starts(bits, offer);
        var end = bits.timeline().ceil(to);
        var mark = Bits.next(starts, first(bits.timeline(), from));
        while (mark >= 0 && mark < end && found.size() < atMost) {
            found.add(bits.timeline().at(mark));
            mark = Bits.next(starts, mark + 1);
        }
        return List.copyOf(found);
    }

    /** The days on which somebody can come for a walk-in from that moment on and before the other. */
    private Stream<OpenDay> days(Offer offer, PlaceBits bits, Instant from, Instant to) {
        var comings = starts(bits, offer);
        var first = first(bits.timeline(), from);
        var end = bits.timeline().ceil(to);
        return bits.days().stream().filter(day -> {
            var coming = Bits.next(comings, Math.max(first, day.from()));
            return coming >= 0 && coming < Math.min(end, day.to());
        });
    }

    private interface Question {
        void ask(Offer offer, PlaceBits bits);
    }

    private void forEach(Collection<OfferId> ids, Question question) {
        var sold = freeTimes.offers(ids).values().stream().filter(Offer::active).toList();
        Set<PlaceId> places = sold.stream().map(Offer::place).collect(Collectors.toSet());
        var bits = freeTimes.of(places);
        for (var offer : sold) {
            var here = bits.get(offer.place());
            if (here != null) {
                question.ask(offer, here);
            }
        }
    }

    private long[] starts(PlaceBits bits, Offer offer) {
        return bits.starts(offer, mode(offer));
    }

    private Mode mode(Offer offer) {
        return packs.get(offer.pack(), offer.packVersion()).mode(offer.mode());
    }

    /** The first mark that begins no earlier than asked, and later than now. */
    private int first(Timeline timeline, Instant from) {
        var now = clock.instant();
        return from.isAfter(now) ? timeline.ceil(from) : Math.min(timeline.floor(now) + 1, timeline.marks());
    }
}
