package org.townloop.launch.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.townloop.launch.demo.Shop.Seat;
import org.townloop.launch.demo.Shop.Worker;

/** Lives through the half year before today and the two weeks after it: who booked what, and what became of it. */
final class Diary {

    static final int DAYS_BEHIND = 182;
    static final int DAYS_AHEAD = 14;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final double[] BY_WEEKDAY = {0.75, 0.8, 0.85, 0.9, 1.1, 1.5, 1.3};
    private static final int GRID_MINUTES = 15;
    private static final int TRIES = 8;
    private static final Duration MEAN_LEAD = Duration.ofHours(76);

    private final List<Shop> shops;
    private final Custom custom;
    private final Fates fates;
    private final Dice dice;
    private final Instant now;
    private final LocalDate today;
    private final double popularity;
    private final Calendars calendars = new Calendars();
    private final List<Booking> bookings = new ArrayList<>();

    Diary(List<Shop> shops, Custom custom, Fates fates, Dice dice, Instant now) {
        this.shops = shops;
        this.custom = custom;
        this.fates = fates;
        this.dice = dice;
        this.now = now;
        this.today = day(now);
        this.popularity = shops.stream().mapToDouble(Shop::popularity).sum();
    }

    /** The day it is in both counties. */
    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    List<Booking> written() {
        for (int day = -DAYS_BEHIND; day <= DAYS_AHEAD; day++) {
            for (var shop : shops) {
                for (int i = dice.poisson(wishes(day) * shop.popularity() / popularity); i > 0; i--) {
                    wish(shop, today.plusDays(day), day + DAYS_BEHIND);
                }
            }
        }
        return bookings;
    }

    /** How many want to come on a day: more at the weekend, and more as the platform becomes known. */
    private double wishes(int day) {
        var grown = 20 + 66.0 * Math.min(day + DAYS_BEHIND, DAYS_BEHIND) / DAYS_BEHIND;
        var eager = day > 0 ? 2.6 : 1;
        return grown * eager * BY_WEEKDAY[today.plusDays(day).getDayOfWeek().ordinal()];
    }

    private void wish(Shop shop, LocalDate day, int dayNumber) {
        var offer = dice.one(shop.offers(), Sold::weight);
        for (int i = 0; i < TRIES; i++) {
            var minute = hour() / GRID_MINUTES * GRID_MINUTES;
            var from = minute - offer.minutesBefore();
            var to = minute + offer.minutes() + offer.minutesAfter();
            var worker = free(shop, offer, day, dayNumber, from, to);
            var seat = shop.seats().stream()
                    .filter(each -> calendars.isFree(each.id(), dayNumber, from, to))
                    .findFirst();
            if (worker.isPresent() && seat.isPresent()) {
                book(shop, offer, worker.get(), seat.get(), day, minute)
                        .filter(booking -> booking.fate().takesTime())
                        .ifPresent(booking -> take(booking, dayNumber, from, to));
                return;
            }
        }
    }

    /** When people like to go: late in the morning, in the afternoon, or after work. */
    private int hour() {
        var minute = switch (dice.between(1, 10)) {
            case 1, 2, 3 -> dice.gauss(10 * 60 + 45, 70);
            case 4, 5, 6, 7 -> dice.gauss(15 * 60 + 30, 95);
            default -> dice.gauss(19 * 60, 55);
        };
        return (int) Math.clamp(minute, 7 * 60, 22 * 60);
    }

    private Optional<Worker> free(Shop shop, Sold offer, LocalDate day, int dayNumber, int from, int to) {
        return dice.some(offer.staff().size(), offer.staff()).stream()
                .filter(worker -> shop.works(worker, day, from, to))
                .filter(worker -> !TongxinHair.isKeptFree(shop, worker, day, today, from, to))
                .filter(worker -> calendars.isFree(worker.id(), dayNumber, from, to))
                .findFirst();
    }

    /** Empty if they have not thought of it yet. */
    private Optional<Booking> book(Shop shop, Sold offer, Worker worker, Seat seat, LocalDate day, int minute) {
        var start = day.atTime(minute / 60, minute % 60).atZone(ZONE).toInstant();
        var lead = Duration.ofMinutes(35).plusSeconds((long) dice.exponential(MEAN_LEAD.toSeconds()));
        var created = awake(start.minus(lead));
        if (created.isAfter(now.minus(Duration.ofMinutes(15)))) {
            return Optional.empty();
        }
        var booking = fates.of(shop, offer, worker, seat, custom.guest(shop, day), created, start);
        bookings.add(booking);
        return Optional.of(booking);
    }

    private void take(Booking booking, int dayNumber, int from, int to) {
        calendars.take(booking.worker().id(), dayNumber, from, to);
        calendars.take(booking.seat().id(), dayNumber, from, to);
    }

    /** Nobody books between midnight and seven: they did so the evening before. */
    private static Instant awake(Instant moment) {
        return moment.atZone(ZONE).getHour() < 7 ? moment.minus(Duration.ofHours(8)) : moment;
    }
}
