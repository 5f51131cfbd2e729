package org.townloop.supply.booking;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.townloop.supply.booking.OpenDays.OpenDay;
import org.townloop.supply.booking.Roster.Subject;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.WalkIn;

/**
 * When each member of staff and each resource of a place is free, how much of its days is taken, and the starts of offers
 * that follow from it.
 */
class PlaceBits {

    private record OfferVersion(OfferId offer, int version) {}

    private final Roster roster;
    private final Map<OfferDay, Integer> takenOnDays;
    private final OpenDays days;
    private final Map<UUID, long[]> free;
    private final Map<Integer, long[]> grids = new ConcurrentHashMap<>();
    private final Map<OfferVersion, long[]> starts = new ConcurrentHashMap<>();

    PlaceBits(Roster roster, List<Claimed> taken, List<DayTaken> onDays) {
        this.roster = roster;
        this.days = OpenDays.of(roster);
        this.takenOnDays =
                onDays.stream().collect(Collectors.toMap(day -> new OfferDay(day.offer(), day.day()), DayTaken::units));
        var timeline = roster.timeline();
        this.free = Stream.concat(roster.staff().stream(), roster.resources().stream())
                .collect(Collectors.toMap(Subject::id, subject -> subject.open().clone()));
        for (var claim : taken) {
            var bits = free.get(claim.subject());
            if (bits != null) {
                Bits.clear(
                        bits,
                        timeline.floor(claim.during().start()),
                        timeline.ceil(claim.during().end()));
            }
        }
    }

    Timeline timeline() {
        return roster.timeline();
    }

    /** The marks at which the offer can start, if somebody who does it and what it needs are free. */
    long[] starts(Offer offer, int gridMinutes) {
        return starts.computeIfAbsent(
                new OfferVersion(offer.id(), offer.version()), version -> derive(offer, gridMinutes));
    }

    /** How many can start at that mark. */
    int left(Offer offer, int start) {
        var from = start - marksBefore(offer);
        var to = from + marks(offer);
        var staff = count(roster.staffFor(offer), from, to);
        return offer.resourceKind() == null ? staff : Math.min(staff, count(roster.resourcesFor(offer), from, to));
    }

    /** The days from today on, open or not. */
    List<OpenDay> days() {
        return days.days();
    }

    /** How many units are left of a day. */
    int left(Offer offer, WalkIn walkIn, LocalDate day) {
        return Math.max(0, walkIn.dailyCapacity() - takenOnDays.getOrDefault(new OfferDay(offer.id(), day), 0));
    }

    private long[] derive(Offer offer, int gridMinutes) {
        var walkIn = offer.walkIn();
        return walkIn == null ? times(offer, gridMinutes) : comings(offer, walkIn);
    }

    /** The marks of days that are neither blocked nor full at which somebody can come. */
    private long[] comings(Offer offer, WalkIn walkIn) {
        var comings = Bits.none(timeline().marks());
        for (var day : days.days()) {
            if (days.isOffered(walkIn, day.date()) && left(offer, walkIn, day.date()) > 0) {
                Bits.set(comings, day.from(), day.to());
            }
        }
        Bits.and(comings, OpenDays.comings(roster, offer));
        return comings;
    }

    private long[] times(Offer offer, int gridMinutes) {
        var runs = runs(roster.staffFor(offer), marks(offer));
        if (offer.resourceKind() != null) {
            Bits.and(runs, runs(roster.resourcesFor(offer), marks(offer)));
        }
        var starts = Bits.later(runs, marksBefore(offer));
        Bits.and(starts, grids.computeIfAbsent(gridMinutes, timeline()::grid));
        return starts;
    }

    private long[] runs(List<Subject> subjects, int marks) {
        var any = Bits.none(timeline().marks());
        for (var subject : subjects) {
            Bits.or(any, Bits.runs(freeOf(subject), marks));
        }
        return any;
    }

    private int count(List<Subject> subjects, int from, int to) {
        return (int) subjects.stream()
                .filter(subject -> Bits.all(freeOf(subject), from, to))
                .count();
    }

    private long[] freeOf(Subject subject) {
        return free.getOrDefault(subject.id(), subject.open());
    }

    private static int marks(Offer offer) {
        return (int) offer.occupied().dividedBy(Timeline.MARK);
    }

    private static int marksBefore(Offer offer) {
        return (int) offer.bufferBefore().dividedBy(Timeline.MARK);
    }
}
