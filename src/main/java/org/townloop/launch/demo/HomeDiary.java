package org.townloop.launch.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Point;
import org.townloop.launch.demo.HomeFirms.Firm;

/** Which homes were visited in the two months before today, and which will be in the week after it. */
final class HomeDiary {

    /**
     * A home that is visited.
     *
     * @param planned when they are at the door
     * @param way how long they are on the way there, in minutes
     * @param trip where they take somebody; null if they stay
     */
    record Visit(
            Booking booking,
            List<Shop.Worker> crew,
            Address home,
            Instant planned,
            long way,
            @Nullable Trip trip) {

        long minutes() {
            return trip == null ? booking.offer().minutes() : trip.drive();
        }

        Instant done() {
            return planned.plus(Duration.ofMinutes(minutes()));
        }
    }

    /** @param drive how long it takes, in minutes */
    record Trip(Address to, long drive, Shop.Seat vehicle) {}

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int DAYS_BEHIND = 60;
    private static final int DAYS_AHEAD = 6;
    static final double DETOUR = 1.4;
    private static final double METRES_A_MINUTE = 18_000 / 60.0;
    private static final int CLOSES = 17;
    private static final Duration JUST_NOW = Duration.ofMinutes(15);

    private final List<Resident> guests;
    private final Addresses addresses;
    private final Dice dice;
    private final Instant now;
    private final List<Visit> visits = new ArrayList<>();

    HomeDiary(List<Resident> guests, Addresses addresses, Dice dice, Instant now) {
        this.guests = guests;
        this.addresses = addresses;
        this.dice = dice;
        this.now = now;
    }

    List<Visit> written(List<Firm> firms) {
        var today = Diary.day(now);
        for (var firm : firms) {
            for (int day = -DAYS_BEHIND; day <= DAYS_AHEAD; day++) {
                for (var crew : firm.crews()) {
                    round(firm, crew, today.plusDays(day));
                }
            }
        }
        return visits;
    }

    /** Each crew goes from home to home until the afternoon; now and then it has a day without work. */
    private void round(Firm firm, List<Shop.Worker> crew, LocalDate day) {
        var free = day.atTime(9, 0).atZone(ZONE).toInstant();
        var at = firm.shop().address().point();
        for (int i = dice.between(0, 2); i > 0; i--) {
            var home = addresses.free();
            var way = minutes(at, home.point());
            var planned = onTheHalfHour(
                    free.plus(Duration.ofMinutes(way)).plus(Duration.ofMinutes(30L * dice.between(0, 2))));
            var offers = firm.shop().offers().stream()
                    .filter(offer -> firm.teams().getOrDefault(offer.id(), 0) == crew.size())
                    .toList();
            var offer = dice.one(offers);
            var done = planned.plus(Duration.ofMinutes(offer.minutes() + offer.minutesAfter()));
            if (!work(firm, crew, day, planned.minus(Duration.ofMinutes(way)), done)) {
                return;
            }
            if (!done.plus(Duration.ofMinutes(
                            minutes(home.point(), firm.shop().address().point())))
                    .isBefore(day.atTime(CLOSES, 30).atZone(ZONE).toInstant())) {
                return;
            }
            if (done.isBefore(now.minus(JUST_NOW)) || planned.isAfter(now.plus(Duration.ofHours(2)))) {
                visits.add(visit(firm, crew, offer, home, planned, way));
                free = done;
                at = home.point();
            }
        }
    }

    private static boolean work(Firm firm, List<Shop.Worker> crew, LocalDate day, Instant from, Instant to) {
        var midnight = day.atStartOfDay(ZONE).toInstant();
        return crew.stream()
                .allMatch(worker -> firm.shop()
                        .works(
                                worker,
                                day,
                                (int) Duration.between(midnight, from).toMinutes(),
                                (int) Duration.between(midnight, to).toMinutes()));
    }

    private Visit visit(Firm firm, List<Shop.Worker> crew, Sold offer, Address home, Instant planned, long way) {
        var window = planned.minusSeconds(Math.floorMod(planned.getEpochSecond(), 3_600));
        var latest = window.isBefore(now) ? window : now;
        var created = latest.minus(Duration.ofHours(dice.between(14, 90)));
        var paid = created.plusSeconds(dice.between(60, 400));
        var done = planned.plus(Duration.ofMinutes(offer.minutes()));
        var fate = done.isBefore(now) ? Fate.VISITED : Fate.AWAITED;
        var at = fate == Fate.VISITED ? planned.plusSeconds(120) : planned;
        var booking = new Booking(
                fate,
                firm.shop(),
                offer,
                crew.getFirst(),
                new Shop.Seat(offer.id(), offer.title()),
                dice.one(guests),
                created,
                paid,
                window,
                at,
                Booking.Ids.of(firm.shop(), dice, created, paid, at),
                new Had.Time());
        return new Visit(booking, crew, home, planned, way, null);
    }

    private static Instant onTheHalfHour(Instant moment) {
        var over = Math.floorMod(moment.getEpochSecond(), 1_800);
        return over == 0 ? moment : moment.plusSeconds(1_800 - over);
    }

    /** As the product reckons it where no server knows the streets. */
    static long minutes(Point from, Point to) {
        return (long) Math.ceil(from.metresTo(to) * DETOUR / METRES_A_MINUTE);
    }
}
