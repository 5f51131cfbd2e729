package org.townloop.supply.booking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.townloop.supply.booking.Roster.Subject;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Session;

/**
 * The sessions of a place's classes, and how many of their seats are left.
 *
 * @param takenOfLots how many seats are taken of each
 * @param gatherings what was promised of those that need people, and of which seats were taken
 * @param freeOf the marks in which somebody or something is free
 */
record SessionBits(
        Roster roster,
        List<Claimed> taken,
        Map<Lot, Integer> takenOfLots,
        Map<Lot, Gathering> gatherings,
        Function<Subject, long[]> freeOf) {

    /**
     * The marks at which a session begins that is not full, and has its people or can have them; whether it can still be
     * booked, the moment decides.
     */
    long[] starts(Offer offer, Session session) {
        var timeline = roster.timeline();
        var begins = Bits.none(timeline.marks());
        ahead(session)
                .filter(start -> left(offer, session, start) > 0 && canTakePlace(offer, start, timeline.floor(start)))
                .forEach(start -> Bits.set(begins, timeline.floor(start), timeline.floor(start) + 1));
        return begins;
    }

    int left(Offer offer, Session session, Instant start) {
        return Math.max(0, session.seats() - takenOfLots.getOrDefault(lot(offer, start), 0));
    }

    /** What was promised of a session; null if it takes place however few come. */
    @Nullable
    Gathering gathering(Offer offer, Instant start) {
        var known = gatherings.get(lot(offer, start));
        return known == null ? Gathering.asOffered(offer, start) : known;
    }

    /** Of those starts those that can still be booked. */
    long[] inTime(long[] starts, Offer offer, Session session, Instant now) {
        var timeline = roster.timeline();
        var open = starts.clone();
        ahead(session)
                .filter(start -> !isOpenAt(offer, start, now))
                .forEach(start -> Bits.clear(open, timeline.floor(start), timeline.floor(start) + 1));
        return open;
    }

    /** When the next session closes, in seconds of the epoch; never, if none does. */
    long closesNext(Offer offer, Session session, Instant now) {
        return deadlines(offer, session, second -> second > now.getEpochSecond())
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** When the last session closed, in seconds of the epoch; long ago, if none did. */
    long closedLast(Offer offer, Session session, Instant now) {
        return deadlines(offer, session, second -> second <= now.getEpochSecond())
                .max()
                .orElse(Long.MIN_VALUE);
    }

    private LongStream deadlines(Offer offer, Session session, Predicate<Long> when) {
        return ahead(session)
                .flatMap(start -> Stream.ofNullable(gathering(offer, start)))
                .filter(gathering -> gathering.state() == SessionState.UNDECIDED)
                .mapToLong(gathering -> gathering.decideAt().getEpochSecond())
                .filter(when::test);
    }

    private boolean isOpenAt(Offer offer, Instant start, Instant now) {
        var gathering = gathering(offer, start);
        return gathering == null || gathering.isOpenAt(now);
    }

    private Stream<Instant> ahead(Session session) {
        var timeline = roster.timeline();
        return session
                .between(
                        timeline.zone(),
                        timeline.span().start(),
                        timeline.span().end())
                .stream();
    }

    private boolean canTakePlace(Offer offer, Instant start, int mark) {
        var from = mark - Timeline.marks(offer.bufferBefore());
        var to = from + Timeline.marks(offer.occupied());
        if (from < 0 || to > roster.timeline().marks() || !Bits.all(roster.open(), from, to)) {
            return false;
        }
        var hasPeople = taken.stream()
                .anyMatch(claim -> claim.order().equals(offer.id().value())
                        && !claim.during().start().isAfter(start)
                        && claim.during().end().isAfter(start));
        return hasPeople
                || SessionPeople.choose(offer, roster, subject -> Bits.all(freeOf.apply(subject), from, to)) != null;
    }

    private static Lot lot(Offer offer, Instant start) {
        return new Lot(offer.id().value(), start);
    }
}
