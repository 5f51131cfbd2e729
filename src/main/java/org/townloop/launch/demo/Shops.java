package org.townloop.launch.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.townloop.base.kernel.Words;
import org.townloop.launch.demo.Shop.Seat;
import org.townloop.launch.demo.Shop.Worker;
import tools.jackson.databind.json.JsonMapper;

/** Opens the shops of a county. */
final class Shops {

    private static final int QUALITY = 5;
    private static final int POPULARITY = 6;
    private static final int LEVEL = 7;
    private static final double USUAL_QUALITY = 4.7;

    private final County county;
    private final Addresses addresses;
    private final Residents residents;
    private final Dice dice;
    private final JsonMapper json;
    private final LocalDate today;
    private final Instant since;
    private final List<List<String>> names = Texts.of("staff.txt");

    /** @param since when the first of them came to the platform */
    Shops(County county, Residents residents, Dice dice, JsonMapper json, LocalDate today, Instant since) {
        this.county = county;
        this.addresses = new Addresses(county, dice);
        this.residents = residents;
        this.dice = dice;
        this.json = json;
        this.today = today;
        this.since = since;
    }

    Addresses addresses() {
        return addresses;
    }

    /** A shop as the file has it: kind, two names, and for some street and number. */
    Shop open(List<String> fields, SignIns signIns) {
        return fields.get(1).equals(TongxinHair.NAME)
                ? TongxinHair.open(this, fields, signIns, dice, json, since)
                : open(ShopKind.of(fields.getFirst()), fields);
    }

    private Shop open(ShopKind kind, List<String> fields) {
        var week = dice.one(kind.weeks);
        var staff = staff(dice.between(kind.leastStaff, kind.mostStaff), week);
        var pricing = fields.size() > LEVEL ? new Pricing(number(fields, LEVEL), dice) : Pricing.thrown(dice);
        var opened = since.plus(Duration.ofHours(dice.between(1, 4_000)));
        var risen = Instant.ofEpochSecond(today.minusDays(dice.between(30, 120)).toEpochDay() * 86_400);
        var offers = new Offers(county.region(), staff, new Manners(json, dice), pricing, dice, opened, risen);
        return shop(kind, fields, week, staff, offers.of(kind), opened);
    }

    Shop shop(ShopKind kind, List<String> fields, Week week, List<Worker> staff, List<Sold> offers, Instant opened) {
        var quality = fields.size() > QUALITY ? number(fields, QUALITY) : dice.gauss(USUAL_QUALITY, 0.45);
        var popularity = kind.demand * Math.exp(dice.gauss(0, 0.7) + 0.8 * (quality - USUAL_QUALITY));
        return new Shop(
                kind,
                county.region(),
                id(opened),
                id(opened),
                Words.of(fields.get(1), fields.get(2)),
                address(fields),
                "0500-%03d %04d".formatted(dice.between(200, 899), dice.between(0, 9_999)),
                quality,
                fields.size() > POPULARITY ? number(fields, POPULARITY) : popularity,
                week,
                daysThatDiffer(week),
                staff,
                seats(kind, staff.size() + dice.between(0, 1)),
                offers,
                residents.another(county.region()),
                residents.another(county.region()),
                opened);
    }

    List<Seat> seats(ShopKind kind, int count) {
        return kind.seats.subList(0, Math.min(count, kind.seats.size())).stream()
                .map(name -> new Seat(id(since), name))
                .toList();
    }

    Worker worker(Words name, double skill, Optional<Week> week) {
        return new Worker(id(since), name, skill, week);
    }

    private Address address(List<String> fields) {
        return fields.size() > 4 ? addresses.given(fields.get(3), Integer.parseInt(fields.get(4))) : addresses.free();
    }

    private List<Worker> staff(int count, Week week) {
        var staff = new ArrayList<Worker>();
        for (var name : dice.some(count, names)) {
            var hours = count > 1 && dice.chance(0.5)
                    ? Optional.of(week.without(dice.one(week.days())))
                    : Optional.<Week>empty();
            staff.add(worker(Words.of(name.get(0), name.get(1)), dice.gauss(0, 0.15), hours));
        }
        return staff;
    }

    /** A day off now and then, and a long Saturday before a feast. */
    private Map<LocalDate, Optional<Week.Span>> daysThatDiffer(Week week) {
        var days = new HashMap<LocalDate, Optional<Week.Span>>();
        for (int i = dice.poisson(0.8); i > 0; i--) {
            days.put(today.plusDays(dice.between(-170, 13)), Optional.empty());
        }
        if (dice.chance(0.15)) {
            var day = today.plusDays(dice.between(1, 13));
            days.put(day, Optional.of(new Week.Span(day.getDayOfWeek(), 9 * 60, 17 * 60)));
        }
        return days;
    }

    private static double number(List<String> fields, int field) {
        return Double.parseDouble(fields.get(field));
    }

    private UUID id(Instant at) {
        return dice.id(county.region(), at);
    }
}
