package org.townloop.launch.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.townloop.launch.demo.Shop.Seat;
import org.townloop.launch.demo.Shop.Worker;

/** Lives through the half year before today and the two weeks after it: who booked what, and what became of it. */
final class Diary {

    static final int DAYS_BEHIND = 182;
    static final int DAYS_AHEAD = 14;

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final double[] BY_WEEKDAY = {0.75, 0.8, 0.85, 0.9, 1.1, 1.5, 1.3};
    private static final int GRID_MINUTES = 15;
    private static final int TRIES = 8;
    /** For the days to come: they are booked by fewer and fewer so far ahead. */
    private static final double EAGERNESS = 2.2;

    private static final Duration MEAN_LEAD = Duration.ofHours(90);

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
        shops.stream().filter(TongxinHair::isIt).forEach(this::saturdayWithMei);
        for (int day = -DAYS_BEHIND; day <= DAYS_AHEAD; day++) {
            for (var shop : shops) {
                for (int i = dice.poisson(wishes(day) * attraction(shop, day)); i > 0; i--) {
                    wish(shop, today.plusDays(day));
                }
            }
        }
        return bookings;
    }

    private void saturdayWithMei(Shop tongxin) {
        var saturday = TongxinHair.saturdayAfter(today);
        for (var minute : TongxinHair.TAKEN_ON_SATURDAY) {
            var thoughtOf = awake(now.minus(Duration.ofMinutes(dice.between(60, 4_000))));
            var offer = tongxin.offers().getFirst();
            book(tongxin, offer, offer.staff().getFirst(), tongxin.seats().getFirst(), saturday, minute, thoughtOf);
        }
    }

    /** How many want to come on a day: more at the weekend, and more as the platform becomes known. */
    private double wishes(int day) {
        var grown = 20 + 66.0 * Math.min(day + DAYS_BEHIND, DAYS_BEHIND) / DAYS_BEHIND;
        var weekday = BY_WEEKDAY[today.plusDays(day).getDayOfWeek().ordinal()];
        return grown * weekday * (day > 0 ? EAGERNESS * weekday : 1);
    }

    /** The place whose desk the demo opens has a day worth looking at. */
    private double attraction(Shop shop, int day) {
        var busy = TongxinHair.isIt(shop) && (day == 0 || day == 1) ? 2.5 : 1;
        return busy * shop.popularity() / popularity;
    }

    private void wish(Shop shop, LocalDate day) {
        var offer = dice.one(shop.offers(), Sold::weight);
        for (int i = 0; i < TRIES; i++) {
            var minute = hour() / GRID_MINUTES * GRID_MINUTES;
            var worker = free(shop, offer, day, minute);
            var seat = shop.seats().stream()
                    .filter(each -> isFree(each.id(), offer, day, minute))
                    .findFirst();
            if (worker.isPresent() && seat.isPresent()) {
                var lead = Duration.ofMinutes(35).plusSeconds((long) dice.exponential(MEAN_LEAD.toSeconds()));
                var thoughtOf = awake(start(day, minute).minus(lead));
                book(shop, offer, worker.get(), seat.get(), day, minute, thoughtOf);
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

    private Optional<Worker> free(Shop shop, Sold offer, LocalDate day, int minute) {
        var from = minute - offer.minutesBefore();
        var to = from + offer.minutesTaken();
        return dice.some(offer.staff().size(), offer.staff()).stream()
                .filter(worker -> shop.works(worker, day, from, to))
                .filter(worker -> !TongxinHair.isKeptFree(shop, worker, day, today, from, to))
                .filter(worker -> isFree(worker.id(), offer, day, minute))
                .findFirst();
    }

    private boolean isFree(UUID subject, Sold offer, LocalDate day, int minute) {
        var from = minute - offer.minutesBefore();
        return calendars.isFree(subject, number(day), from, from + offer.minutesTaken());
    }

    /** Nothing if they have not thought of it yet. */
    private void book(Shop shop, Sold offer, Worker worker, Seat seat, LocalDate day, int minute, Instant thoughtOf) {
        if (thoughtOf.isAfter(now.minus(Duration.ofMinutes(15)))) {
            return;
        }
        custom.guest(shop, day)
                .map(guest -> fates.of(shop, offer, worker, seat, guest, thoughtOf, start(day, minute)))
                .ifPresent(booking -> write(booking, day, minute));
    }

    private void write(Booking booking, LocalDate day, int minute) {
        var offer = booking.offer();
        bookings.add(booking);
        if (booking.fate().takesTime()) {
            var from = minute - offer.minutesBefore();
            calendars.take(booking.worker().id(), number(day), from, from + offer.minutesTaken());
            calendars.take(booking.seat().id(), number(day), from, from + offer.minutesTaken());
        }
    }

    private int number(LocalDate day) {
        return DAYS_BEHIND + (int) ChronoUnit.DAYS.between(today, day);
    }

    static Instant start(LocalDate day, int minute) {
        return day.atTime(minute / 60, minute % 60).atZone(ZONE).toInstant();
    }

    /** Nobody books between midnight and seven: they did so the evening before. */
    static Instant awake(Instant moment) {
        return moment.atZone(ZONE).getHour() < 7 ? moment.minus(Duration.ofHours(8)) : moment;
    }
}
