package org.townloop.launch.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.townloop.base.kernel.Money;
import org.townloop.launch.demo.HomeDiary.Trip;
import org.townloop.launch.demo.HomeDiary.Visit;
import org.townloop.supply.offer.Ride;

/** Which rides were driven in the month before today, and which are ordered for the days after it. */
final class RideDiary {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int DAYS_BEHIND = 30;
    private static final int DAYS_AHEAD = 3;
    private static final int DOORS = 60;
    private static final int MOST_A_DAY = 3;
    private static final int STEP = 300;

    /** Nobody has ordered yet what begins within it: there is always a driver for who tries it out. */
    private static final Duration FREE_AHEAD = Duration.ofHours(6);

    private static final Duration JUST_NOW = Duration.ofMinutes(15);

    private final List<Resident> guests;
    private final List<Address> doors;
    private final Dice dice;
    private final Instant now;
    private final List<Visit> rides = new ArrayList<>();

    RideDiary(List<Resident> guests, Addresses addresses, Dice dice, Instant now) {
        this.guests = guests;
        this.doors = Stream.generate(addresses::free).limit(DOORS).toList();
        this.dice = dice;
        this.now = now;
    }

    List<Visit> written(List<Shop> firms) {
        var today = Diary.day(now);
        for (var firm : firms) {
            for (int day = -DAYS_BEHIND; day <= DAYS_AHEAD; day++) {
                for (int driver = 0; driver < firm.staff().size(); driver++) {
                    shift(firm, firm.staff().get(driver), firm.seats().get(driver), today.plusDays(day));
                }
            }
        }
        return rides;
    }

    /** From door to door through one driver's day; whoever has a vehicle keeps it. */
    private void shift(Shop firm, Shop.Worker driver, Shop.Seat vehicle, LocalDate day) {
        var spans = driver.week().orElseThrow().on(day.getDayOfWeek());
        if (spans.isEmpty()) {
            return;
        }
        var offers = firm.offers().stream()
                .filter(offer -> ((Ride) offer.arrangement()).seats() <= vehicle.people())
                .toList();
        var free = at(day, spans.getFirst().opens());
        var until = at(day, spans.getFirst().closes()).minus(Duration.ofHours(1));
        var place = firm.address();
        for (int i = dice.between(0, MOST_A_DAY); i > 0; i--) {
            var from = dice.one(doors);
            var to = dice.one(doors);
            var way = HomeDiary.minutes(place.point(), from.point());
            var drive = HomeDiary.minutes(from.point(), to.point());
            var pause = Duration.ofMinutes(10L * dice.between(1, 12));
            var pickUp = onTheStep(free.plus(pause).plus(Duration.ofMinutes(way)));
            var done = pickUp.plus(Duration.ofMinutes(drive));
            if (way == 0 || drive == 0 || done.isAfter(until)) {
                continue;
            }
            if (done.isBefore(now.minus(JUST_NOW)) || pickUp.isAfter(now.plus(FREE_AHEAD))) {
                var offer = dice.one(offers);
                rides.add(ride(firm, driver, offer, pickUp, from, way, new Trip(to, drive, vehicle)));
                free = done.plus(Duration.ofMinutes(offer.minutesAfter()));
                place = to;
            }
        }
    }

    private Visit ride(Shop firm, Shop.Worker driver, Sold offer, Instant pickUp, Address from, long way, Trip trip) {
        var latest = pickUp.isBefore(now) ? pickUp.minus(Duration.ofMinutes(20)) : now;
        var created = latest.minus(Duration.ofMinutes(dice.between(1, 600)));
        var paid = created.plusSeconds(dice.between(40, 200));
        var gotIn = pickUp.plusSeconds(90);
        var fate = pickUp.plus(Duration.ofMinutes(trip.drive())).isBefore(now) ? Fate.VISITED : Fate.AWAITED;
        var booking = new Booking(
                fate,
                firm,
                offer,
                driver,
                trip.vehicle(),
                dice.one(guests),
                created,
                paid,
                pickUp,
                fate == Fate.VISITED ? gotIn : pickUp,
                Booking.Ids.of(firm, dice, created, paid, gotIn),
                new Had.Ride(fare(offer, from, trip, pickUp)));
        return new Visit(booking, List.of(driver), from, pickUp, way, trip);
    }

    /** As the product reckons it where no server knows the streets. */
    private static long fare(Sold offer, Address from, Trip trip, Instant pickUp) {
        var metres = (long) Math.ceil(from.point().metresTo(trip.to().point()) * HomeDiary.DETOUR);
        return ((Ride) offer.arrangement())
                .fare()
                .of(
                        Money.of(offer.price(), "CNY"),
                        metres,
                        Duration.ofMinutes(trip.drive()),
                        LocalTime.ofInstant(pickUp, ZONE))
                .minor();
    }

    private static Instant at(LocalDate day, int minute) {
        return day.atStartOfDay(ZONE).toInstant().plus(Duration.ofMinutes(minute));
    }

    private static Instant onTheStep(Instant moment) {
        var over = Math.floorMod(moment.getEpochSecond(), STEP);
        return over == 0 ? moment : moment.plusSeconds(STEP - over);
    }
}
