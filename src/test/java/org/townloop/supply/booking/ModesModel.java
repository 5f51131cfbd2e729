package org.townloop.supply.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.StaffId;
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

/**
 * What people have booked, as a plain list, and what can still be had: answered by looking at all of it each time. Slow, in
 * memory, and without a word of how the town does it. The houses are open from nine to six but on days that are closed.
 */
final class ModesModel {

    /** @param subjects whom and what it takes, as the town chose among those that would do */
    record Kept(
            UUID order,
            Offer offer,
            Wish wish,
            Set<UUID> subjects,
            @Nullable Instant until) {

        TimeSpan during() {
            return ModesModel.during(offer, wish);
        }
    }

    private record ClosedDay(PlaceId place, LocalDate day) {}

    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(18, 0);

    private final List<Kept> kept = new ArrayList<>();
    private final Set<ClosedDay> closed = new HashSet<>();
    private final Map<UUID, Integer> rooms = new HashMap<>();
    private final List<Thing> things = new ArrayList<>();
    private final ZoneId zone;
    private final Clock clock;

    ModesModel(ZoneId zone, Clock clock) {
        this.zone = zone;
        this.clock = clock;
    }

    void thereIs(Thing thing) {
        things.add(thing);
    }

    void thereAreRooms(UUID type, int units) {
        rooms.put(type, units);
    }

    List<Kept> kept() {
        return kept;
    }

    boolean isLive(Kept one) {
        var until = one.until();
        return until == null || until.isAfter(clock.instant());
    }

    /** Closes the place on the day, or opens it again; whether it is closed now. */
    boolean toggle(PlaceId place, LocalDate day) {
        var which = new ClosedDay(place, day);
        return closed.remove(which) ? false : closed.add(which);
    }

    /** Whether the place is closed at the time, or on the day, of what was sold. */
    boolean isLost(Kept one) {
        if (one.offer().arrangement() instanceof Stay) {
            return isClosed(one.offer(), one.wish().start()) || isClosed(one.offer(), endOf(one.wish()));
        }
        return isClosed(one.offer(), one.wish().start());
    }

    /** @param but whose own are as good as free */
    boolean fits(Offer offer, Wish wish, @Nullable UUID but) {
        var others = kept.stream()
                .filter(one -> isLive(one) && !one.order().equals(but))
                .toList();
        return switch (offer.arrangement()) {
            case Appointment _ -> isOpen(offer, wish) && isServed(offer, wish, others);
            case WalkIn days -> !isClosed(offer, wish.start()) && left(offer, days, wish, others) >= wish.quantity();
            case Session session -> isOpen(offer, wish) && hasSeats(offer, session, wish, others);
            case Table _ -> isOpen(offer, wish) && Thing.isSeated(wish.quantity(), freeThings(offer, wish, others));
            case Stay stay -> hasRooms(offer, stay, wish, others);
            case HomeVisit _, Ride _, Ad _, ByQuote _, Online _, Stored _, Article _ ->
                throw new IllegalArgumentException("not of this model");
        };
    }

    /** Whether the town has chosen what would do, and nothing that somebody else has. */
    boolean isSound(Kept one) {
        var free = new HashSet<UUID>();
        var others = kept.stream()
                .filter(other -> isLive(other) && !other.order().equals(one.order()))
                .toList();
        freeStaff(one.offer(), one.wish(), others).forEach(staff -> free.add(staff.value()));
        var freeThings = freeThings(one.offer(), one.wish(), others);
        freeThings.forEach(thing -> free.add(thing.id()));
        var quantity = one.wish().quantity();
        return switch (one.offer().arrangement()) {
            case Appointment _ ->
                free.containsAll(one.subjects())
                        && one.subjects().size() == quantity * (one.offer().resourceKind() == null ? 1 : 2);
            case Table _ ->
                free.containsAll(one.subjects())
                        && freeThings.stream()
                                        .filter(thing -> one.subjects().contains(thing.id()))
                                        .mapToInt(Thing::seats)
                                        .sum()
                                >= quantity;
            case WalkIn _, Session _, Stay _, HomeVisit _, Ride _, Ad _, ByQuote _, Online _, Stored _, Article _ ->
                true;
        };
    }

    private boolean isServed(Offer offer, Wish wish, List<Kept> others) {
        return freeStaff(offer, wish, others).size() >= wish.quantity()
                && (offer.resourceKind() == null
                        || freeThings(offer, wish, others).size() >= wish.quantity());
    }

    private boolean hasSeats(Offer offer, Session session, Wish wish, List<Kept> others) {
        if (!session.isAt(zone, wish.start())) {
            return false;
        }
        var same = others.stream()
                .filter(one -> one.offer().id().equals(offer.id())
                        && one.wish().start().equals(wish.start()))
                .toList();
        var taken = same.stream().mapToInt(one -> one.wish().quantity()).sum();
        return taken + wish.quantity() <= session.seats()
                && (!same.isEmpty()
                        || freeStaff(offer, wish, others).size()
                                == offer.staff().size());
    }

    private int left(Offer offer, WalkIn days, Wish wish, List<Kept> others) {
        return days.dailyCapacity()
                - others.stream()
                        .filter(one -> one.offer().id().equals(offer.id())
                                && one.wish().start().equals(wish.start()))
                        .mapToInt(one -> one.wish().quantity())
                        .sum();
    }

    private boolean hasRooms(Offer offer, Stay stay, Wish wish, List<Kept> others) {
        return !isClosed(offer, wish.start())
                && !isClosed(offer, endOf(wish))
                && day(wish.start())
                        .datesUntil(day(endOf(wish)))
                        .allMatch(night -> left(stay, night, others) >= wish.quantity());
    }

    /** How many rooms are left in that night. */
    int left(Stay stay, LocalDate night) {
        return left(stay, night, kept.stream().filter(this::isLive).toList());
    }

    private int left(Stay stay, LocalDate night, List<Kept> others) {
        return rooms.getOrDefault(stay.rooms().value(), 0)
                - others.stream()
                        .filter(one -> one.offer().arrangement() instanceof Stay other
                                && other.rooms().equals(stay.rooms())
                                && !night.isBefore(day(one.wish().start()))
                                && night.isBefore(day(endOf(one.wish()))))
                        .mapToInt(one -> one.wish().quantity())
                        .sum();
    }

    List<StaffId> freeStaff(Offer offer, Wish wish, List<Kept> others) {
        var busy = busy(during(offer, wish), others);
        return offer.staff().stream()
                .filter(staff -> !busy.contains(staff.value()))
                .toList();
    }

    List<Thing> freeThings(Offer offer, Wish wish, List<Kept> others) {
        var busy = busy(during(offer, wish), others);
        return offer.resourceKind() == null
                ? List.of()
                : things.stream()
                        .filter(thing -> thing.place().equals(offer.place()) && !busy.contains(thing.id()))
                        .toList();
    }

    private static Set<UUID> busy(TimeSpan during, List<Kept> others) {
        return others.stream()
                .filter(one -> !one.subjects().isEmpty() && one.during().overlaps(during))
                .flatMap(one -> one.subjects().stream())
                .collect(Collectors.toSet());
    }

    private boolean isOpen(Offer offer, Wish wish) {
        var during = during(offer, wish);
        var day = day(wish.start());
        return !isClosed(offer, wish.start())
                && !during.start().isBefore(day.atTime(OPENS).atZone(zone).toInstant())
                && !during.end().isAfter(day.atTime(CLOSES).atZone(zone).toInstant());
    }

    private boolean isClosed(Offer offer, Instant time) {
        return closed.contains(new ClosedDay(offer.place(), day(time)));
    }

    private static TimeSpan during(Offer offer, Wish wish) {
        var length = offer.duration().isZero() ? Duration.ofMinutes(1) : offer.occupiedBy(wish.quantity());
        return TimeSpan.of(wish.start().minus(offer.bufferBefore()), length);
    }

    private LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, zone);
    }

    private static Instant endOf(Wish wish) {
        var end = wish.end();
        return end == null ? wish.start() : end;
    }
}
