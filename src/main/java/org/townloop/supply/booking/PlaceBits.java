package org.townloop.supply.booking;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.townloop.supply.booking.Roster.Subject;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;

/** When each member of staff and each resource of a place is free, and the starts of offers that follow from it. */
class PlaceBits {

    private record OfferVersion(OfferId offer, int version) {}

    private final Roster roster;
    private final Map<UUID, long[]> free;
    private final Map<Integer, long[]> grids = new ConcurrentHashMap<>();
    private final Map<OfferVersion, long[]> starts = new ConcurrentHashMap<>();

    PlaceBits(Roster roster, List<Claimed> taken) {
        this.roster = roster;
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

    private long[] derive(Offer offer, int gridMinutes) {
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
