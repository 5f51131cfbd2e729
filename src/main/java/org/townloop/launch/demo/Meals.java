package org.townloop.launch.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import tools.jackson.databind.json.JsonMapper;

/** Who ate at the restaurants in the half year before today, and who will in the two weeks after it. */
final class Meals {

    private record OfferDay(UUID offer, LocalDate day) {}

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final double[] BY_WEEKDAY = {0.7, 0.75, 0.8, 0.9, 1.2, 1.6, 1.4};
    private static final double CALLED_OFF = 0.04;
    private static final Duration MEAN_LEAD = Duration.ofHours(40);
    private static final Duration JUST_NOW = Duration.ofMinutes(15);

    private final Custom custom;
    private final Dice dice;
    private final JsonMapper json;
    private final Instant now;
    private final LocalDate today;
    private final Map<OfferDay, Integer> taken = new HashMap<>();
    private final List<Booking> bookings = new ArrayList<>();

    Meals(Custom custom, Dice dice, JsonMapper json, Instant now) {
        this.custom = custom;
        this.dice = dice;
        this.json = json;
        this.now = now;
        this.today = Diary.day(now);
    }

    List<Booking> eaten(List<Shop> restaurants, Resident known) {
        planFor(restaurants.get(1), known);
        for (int day = -Diary.DAYS_BEHIND; day <= Diary.DAYS_AHEAD; day++) {
            for (var shop : restaurants) {
                for (int i = dice.poisson(wishes(shop, day)); i > 0; i--) {
                    eat(shop, today.plusDays(day));
                }
            }
        }
        return bookings;
    }

    /** Whoever signs in first has a table on the Sunday to come, or on the next day on which they cook. */
    private void planFor(Shop shop, Resident known) {
        var sunday = today.plusDays(7 - today.getDayOfWeek().getValue() % 7);
        var day = sunday.datesUntil(sunday.plusDays(7))
                .filter(each -> !shop.open(each).isEmpty())
                .findFirst()
                .orElse(sunday);
        var created = now.minus(Duration.ofHours(5));
        add(
                shop,
                shop.offers().getFirst(),
                known,
                day,
                4,
                created,
                day.atStartOfDay(ZONE).toInstant(),
                Fate.AWAITED);
    }

    private double wishes(Shop shop, int day) {
        var grown = 0.3 + 0.7 * Math.min(day + Diary.DAYS_BEHIND, Diary.DAYS_BEHIND) / Diary.DAYS_BEHIND;
        var weekday = BY_WEEKDAY[today.plusDays(day).getDayOfWeek().ordinal()];
        return shop.popularity() * grown * weekday;
    }

    private void eat(Shop shop, LocalDate day) {
        var hours = shop.open(day);
        var offer = dice.one(shop.offers(), Sold::weight);
        if (hours.isEmpty()) {
            return;
        }
        var span = dice.one(hours);
        var minute = dice.between(span.opens(), Math.max(span.opens(), span.closes() - offer.minutes()));
        var came = day.atTime(minute / 60, minute % 60).atZone(ZONE).toInstant();
        var lead = Duration.ofMinutes(30).plusSeconds((long) dice.exponential(MEAN_LEAD.toSeconds()));
        var created = came.minus(lead);
        if (created.isAfter(now.minus(JUST_NOW)) || created.isBefore(shop.since())) {
            return;
        }
        var units = dice.one(List.of(1, 1, 1, 1, 2, 2, 2, 3, 4, 4));
        custom.guest(shop, day)
                .ifPresent(guest -> add(shop, offer, guest, day, units, created, came, fate(created, day, came)));
    }

    /** Called off is only what was bought the day before or earlier: then it costs nothing. */
    private Fate fate(Instant created, LocalDate day, Instant came) {
        var start = day.atStartOfDay(ZONE).toInstant();
        var calledOff = created.plus(Duration.ofHours(2));
        if (dice.chance(CALLED_OFF)
                && calledOff.isBefore(start.minus(Duration.ofHours(3)))
                && calledOff.isBefore(now.minus(JUST_NOW))) {
            return Fate.REFUNDED;
        }
        return came.isBefore(now.minus(JUST_NOW)) ? Fate.VISITED : Fate.AWAITED;
    }

    private void add(
            Shop shop, Sold offer, Resident guest, LocalDate day, int units, Instant created, Instant came, Fate fate) {
        var meal = offer.meal().orElseThrow();
        var key = new OfferDay(offer.id(), day);
        var start = day.atStartOfDay(ZONE).toInstant();
        if (taken.getOrDefault(key, 0) + units > meal.dailyCapacity()
                || created.plusSeconds(600).isAfter(came)) {
            return;
        }
        if (fate.takesTime()) {
            taken.merge(key, units, Integer::sum);
        }
        var answers = Restaurants.chosen(meal.menu(), dice);
        var done = fate == Fate.REFUNDED ? created.plus(Duration.ofHours(2)) : fate == Fate.AWAITED ? start : came;
        var paid = created.plusSeconds(dice.between(60, 400));
        bookings.add(new Booking(
                fate,
                shop,
                offer,
                shop.staff().getFirst(),
                new Shop.Seat(offer.id(), offer.title()),
                guest,
                created,
                paid,
                start,
                done,
                Booking.Ids.of(shop, dice, created, paid, done),
                new Had.Meal(
                        units,
                        extra(offer, meal, answers, units),
                        json.writeValueAsString(new TreeMap<>(answers)),
                        day,
                        day.plusDays(meal.windowDays()).atStartOfDay(ZONE).toInstant())));
    }

    private static long extra(Sold offer, SetMeal meal, Map<String, String> answers, int units) {
        return meal.menu().extra(answers, units, Money.of(offer.price(), "CNY"))
                        instanceof Outcome.Done<Money>(var extra)
                ? extra.minor()
                : 0;
    }
}
