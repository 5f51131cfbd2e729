package org.townloop.launch.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.townloop.launch.demo.Shop.Seat;
import org.townloop.supply.offer.Table;

/** Who sat at which table in the half year before today, and who will in the two weeks after it. */
final class Parties {

    private static final List<Integer> PEOPLE = List.of(2, 2, 2, 2, 3, 3, 4, 4, 5, 6);
    private static final double[] BY_WEEKDAY = {0.5, 0.5, 0.6, 0.8, 1.2, 1.5, 1.2};
    private static final double A_DAY = 0.9;
    private static final int GRID_MINUTES = 15;
    private static final Duration MEAN_LEAD = Duration.ofHours(40);
    private static final Duration FREE_UNTIL = Duration.ofHours(3);

    private final Sales sales;
    private final Dice dice;
    private final LocalDate today;
    private final Calendars calendars = new Calendars();
    private final List<Booking> bookings = new ArrayList<>();

    Parties(Custom custom, Dice dice, Instant now) {
        this.sales = new Sales(custom, dice, now, MEAN_LEAD, FREE_UNTIL);
        this.dice = dice;
        this.today = Diary.day(now);
    }

    List<Booking> seated(List<Shop> restaurants) {
        for (int day = -Diary.DAYS_BEHIND; day <= Diary.DAYS_AHEAD; day++) {
            var date = today.plusDays(day);
            var wishes = A_DAY * BY_WEEKDAY[date.getDayOfWeek().ordinal()];
            for (var shop : restaurants) {
                for (int i = dice.poisson(wishes); i > 0; i--) {
                    party(shop, date);
                }
            }
        }
        return bookings;
    }

    private void party(Shop shop, LocalDate day) {
        for (var offer : shop.offers()) {
            if (offer.arrangement() instanceof Table table && !shop.open(day).isEmpty()) {
                sit(shop, offer, table, day);
            }
        }
    }

    private void sit(Shop shop, Sold offer, Table table, LocalDate day) {
        var people = dice.one(PEOPLE);
        var longer = (int) table.longer(people).toMinutes();
        var takes = offer.minutes() + longer + offer.minutesAfter();
        var span = dice.one(shop.open(day));
        var minute =
                dice.between(span.opens(), Math.max(span.opens(), span.closes() - takes)) / GRID_MINUTES * GRID_MINUTES;
        var number = Diary.DAYS_BEHIND + (int) ChronoUnit.DAYS.between(today, day);
        if (!span.holds(minute, minute + takes)) {
            return;
        }
        smallest(shop, people, number, minute, minute + takes).ifPresent(seat -> {
            var start = Diary.start(day, minute);
            var midnight = day.plusDays(1).atStartOfDay(Diary.ZONE).toInstant();
            var came = start.plusSeconds(dice.between(-300, 700));
            sales.of(shop, offer, seat, new Had.Party(people, seat, longer, midnight), start, came)
                    .ifPresent(booking -> book(booking, seat, number, minute, minute + takes));
        });
    }

    private void book(Booking booking, Seat seat, int day, int from, int to) {
        bookings.add(booking);
        if (booking.fate().takesTime()) {
            calendars.take(seat.id(), day, from, to);
        }
    }

    private Optional<Seat> smallest(Shop shop, int people, int day, int from, int to) {
        return shop.seats().stream()
                .filter(seat -> seat.people() >= people && calendars.isFree(seat.id(), day, from, to))
                .min(Comparator.comparingInt(Seat::people));
    }
}
