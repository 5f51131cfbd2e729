package org.townloop.supply.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.townloop.supply.booking.OpenDays.OpenDay;
import org.townloop.supply.booking.Roster.Subject;
import org.townloop.supply.booking.TakenLots.LotTaken;
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
import org.townloop.supply.pack.BookingMode;
import org.townloop.supply.pack.Mode;

/**
 * When each member of staff and each resource of a place is free, how much of its days is taken, and the starts of offers
 * that follow from it.
 */
class PlaceBits {

    private final Roster roster;
    private final Map<OfferDay, Integer> takenOnDays;
    private final OpenDays days;
    private final Map<UUID, long[]> free;
    private final Map<Integer, long[]> grids = new ConcurrentHashMap<>();
    private final Map<Lot, Integer> takenOfLots;
    private final Map<Lot, Integer> closedLots;
    private final List<Claimed> taken;
    private final Map<Lot, Gathering> gatherings;

    PlaceBits(
            Roster roster,
            List<Claimed> taken,
            List<DayTaken> onDays,
            List<LotTaken> ofLots,
            List<LotTaken> closed,
            Map<Lot, Gathering> gatherings) {
        this.roster = roster;
        this.taken = taken;
        this.days = OpenDays.of(roster);
        this.takenOnDays =
                onDays.stream().collect(Collectors.toMap(day -> new OfferDay(day.offer(), day.day()), DayTaken::units));
        this.takenOfLots = TakenLots.byLot(ofLots);
        this.closedLots = TakenLots.byLot(closed);
        this.gatherings = gatherings;
        var timeline = roster.timeline();
        this.free = Stream.concat(roster.staff().stream(), roster.resources().stream())
                .collect(Collectors.toMap(Subject::id, subject -> subject.open().clone()));
        for (var claim : taken) {
            var bits = free.get(claim.subject());
            var during = claim.during();
            if (bits != null) {
                Bits.clear(bits, timeline.floor(during.start()), timeline.ceil(during.end()));
            }
        }
    }

    Roster roster() {
        return roster;
    }

    Timeline timeline() {
        return roster.timeline();
    }

    /** What is taken within that time. */
    List<Claimed> taken(TimeSpan span) {
        return taken.stream().filter(claim -> claim.during().overlaps(span)).toList();
    }

    /** Those of them that are there and free from a mark up to, not including, the other. */
    List<UUID> free(List<Subject> subjects, int from, int to) {
        return from < 0 || to > timeline().marks()
                ? List.of()
                : subjects.stream()
                        .filter(subject -> Bits.all(freeOf(subject), from, to))
                        .map(Subject::id)
                        .toList();
    }

    /** How many can start at a mark; of a table the largest party, of a ride whoever finds a seat. */
    IntUnaryOperator left(Offer offer) {
        return switch (offer.arrangement()) {
            case Session session ->
                start -> sessions().left(offer, session, timeline().at(start));
            case Table table -> seating(offer, table)::party;
            case Ride ride -> start -> ride.seats();
            case HomeVisit _ -> start -> 1; // a home is visited once; whether it can be depends on where it is
            case Article article ->
                start -> windows().left(offer, article, timeline().at(start));
            case Ad _, ByQuote _, Online _, Stored _ -> start -> 0;
            case Appointment _, WalkIn _, Stay _ -> served(offer);
        };
    }

    private IntUnaryOperator served(Offer offer) {
        var before = Timeline.marks(offer.bufferBefore());
        var staff = tally(roster.staffFor(offer), Timeline.marks(offer.occupied()));
        if (offer.resourceKind() == null) {
            return start -> staff.at(start - before);
        }
        var resources = tally(roster.resourcesFor(offer), Timeline.marks(offer.occupied()));
        return start -> Math.min(staff.at(start - before), resources.at(start - before));
    }

    /** The days from today on, open or not. */
    List<OpenDay> days() {
        return days.days();
    }

    /** How many units are left of a day. */
    int left(Offer offer, WalkIn walkIn, LocalDate day) {
        return Math.max(0, walkIn.dailyCapacity() - takenOnDays.getOrDefault(new OfferDay(offer.id(), day), 0));
    }

    /** What there is of nights, and what is taken of them. */
    StayNights nights(Stay stay, BookingMode mode, Instant now) {
        return new StayNights(new StayRules(roster, mode, now, closedLots), stay, takenOfLots);
    }

    /** The marks at which the offer can start, if somebody who does it and what it needs are free. */
    long[] starts(Offer offer, Mode mode) {
        return switch (offer.arrangement()) {
            case WalkIn walkIn -> comings(offer, walkIn);
            case Session session -> sessions().starts(offer, session);
            case Table table ->
                seating(offer, table).starts(grid((int) mode.startEvery().toMinutes()));
            case Stay stay -> nights(stay, mode.booking(), timeline().base()).arrivals();
            case HomeVisit _, Ride _ -> outings(offer, (int) mode.startEvery().toMinutes());
            case Article article -> windows().starts(offer, article);
            case Ad _, ByQuote _, Online _, Stored _ -> Bits.none(timeline().marks());
            case Appointment _ -> times(offer, (int) mode.startEvery().toMinutes());
        };
    }

    /** The windows in which goods can be had. */
    WindowBits windows() {
        return new WindowBits(roster, takenOfLots, takenOnDays);
    }

    /** The sessions of its classes. */
    SessionBits sessions() {
        return new SessionBits(roster, taken, takenOfLots, gatherings, this::freeOf);
    }

    private TableBits seating(Offer offer, Table table) {
        return new TableBits(roster, offer, table, this::freeOf);
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

    private long[] grid(int minutes) {
        return grids.computeIfAbsent(minutes, timeline()::grid);
    }

    /** The marks at which it can begin, if somebody who does it and one of what it needs are free. */
    long[] times(Offer offer, int gridMinutes) {
        var runs = runs(roster.staffFor(offer), Timeline.marks(offer.occupied()));
        if (offer.resourceKind() != null) {
            Bits.and(runs, runs(roster.resourcesFor(offer), Timeline.marks(offer.occupied())));
        }
        var starts = Bits.later(runs, Timeline.marks(offer.bufferBefore()));
        Bits.and(starts, grid(gridMinutes));
        return starts;
    }

    private long[] outings(Offer offer, int gridMinutes) {
        var equipped = offer.arrangement() instanceof Ride ? runs(Outings.vehicles(offer, roster), 1) : roster.open();
        var windows = new HomeBits(roster, taken).windows(offer, equipped);
        Bits.and(windows, grid(gridMinutes));
        return windows;
    }

    private long[] runs(List<Subject> subjects, int marks) {
        var any = Bits.none(timeline().marks());
        for (var subject : subjects) {
            Bits.or(any, Bits.runs(freeOf(subject), marks));
        }
        return any;
    }

    private Tally tally(List<Subject> subjects, int marks) {
        return Tally.of(
                subjects.stream()
                        .map(subject -> Bits.runs(freeOf(subject), marks))
                        .toList(),
                timeline().marks());
    }

    private long[] freeOf(Subject subject) {
        return free.getOrDefault(subject.id(), subject.open());
    }
}
