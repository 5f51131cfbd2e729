package org.townloop.launch.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.townloop.base.kernel.Money;
import org.townloop.launch.demo.Shop.Seat;
import org.townloop.supply.offer.Stay;

/** Who slept at the hotels and homes in the half year before today, who is there, and who will come in the weeks after. */
final class Lodgers {

    private record Night(UUID rooms, LocalDate day) {}

    private static final int DAYS_AHEAD = 45;
    private static final Duration MEAN_LEAD = Duration.ofDays(11);
    private static final Duration FREE_UNTIL = Duration.ofDays(9);
    private static final List<Integer> NIGHTS = List.of(1, 1, 1, 2, 2, 2, 3, 3, 4, 7);
    private static final double[] BY_WEEKDAY = {0.7, 0.7, 0.8, 0.9, 1.6, 1.5, 0.6};
    private static final double AT_FIRST = 0.35;
    private static final double LOOKED_AT = 6;
    private static final int LATEST_AFTER_CHECK_IN_SECONDS = 7 * 3_600;

    private final Sales sales;
    private final Dice dice;
    private final LocalDate today;
    private final Map<Night, Integer> taken = new HashMap<>();
    private final List<Booking> bookings = new ArrayList<>();

    Lodgers(Custom custom, Dice dice, Instant now) {
        this.sales = new Sales(custom, dice, now, MEAN_LEAD, FREE_UNTIL);
        this.dice = dice;
        this.today = Diary.day(now);
    }

    List<Booking> slept(List<Shop> houses) {
        for (int day = -Diary.DAYS_BEHIND; day <= DAYS_AHEAD; day++) {
            for (var house : houses) {
                for (int i = dice.poisson(arrivals(house, day)); i > 0; i--) {
                    arrive(house, today.plusDays(day));
                }
            }
        }
        return bookings;
    }

    /** The house whose desk the demo opens has a day worth looking at. */
    private double arrivals(Shop house, int day) {
        var known = Math.clamp((double) (day + Diary.DAYS_BEHIND) / Diary.DAYS_BEHIND, 0, 1);
        var weekday = BY_WEEKDAY[today.plusDays(day).getDayOfWeek().ordinal()];
        var looked = Lodgings.KNOWN.equals(house.name().en()) && (day == 0 || day == 1) ? LOOKED_AT : 0;
        return looked + house.popularity() * weekday * (AT_FIRST + (1 - AT_FIRST) * known);
    }

    private void arrive(Shop house, LocalDate day) {
        var offer = dice.one(house.offers(), Sold::weight);
        if (!(offer.arrangement() instanceof Stay stay) || !stay.isArrivalDay(day)) {
            return;
        }
        var count = Math.clamp(dice.one(NIGHTS), stay.fewestNights(), stay.mostNights());
        var nights = day.datesUntil(day.plusDays(count)).toList();
        var rooms = rooms(house, stay);
        if (nights.stream().anyMatch(night -> taken.getOrDefault(new Night(rooms.id(), night), 0) >= rooms.units())) {
            return;
        }
        var start = day.atTime(stay.checkIn()).atZone(Diary.ZONE).toInstant();
        var until =
                day.plusDays(count).atTime(stay.checkOut()).atZone(Diary.ZONE).toInstant();
        var came = start.plusSeconds(dice.between(0, LATEST_AFTER_CHECK_IN_SECONDS));
        sales.of(house, offer, rooms, new Had.Nights(nights, until, price(offer, stay, nights)), start, came)
                .ifPresent(booking -> book(booking, rooms, nights));
    }

    private void book(Booking booking, Seat rooms, List<LocalDate> nights) {
        bookings.add(booking);
        if (booking.fate().takesTime()) {
            nights.forEach(night -> taken.merge(new Night(rooms.id(), night), 1, Integer::sum));
        }
    }

    private static Seat rooms(Shop house, Stay stay) {
        return house.seats().stream()
                .filter(seat -> seat.id().equals(stay.rooms().value()))
                .findFirst()
                .orElseThrow();
    }

    private static long price(Sold offer, Stay stay, List<LocalDate> nights) {
        var usual = Money.of(offer.price(), "CNY");
        return nights.stream()
                .mapToLong(night -> stay.price(night, usual).minor())
                .sum();
    }
}
