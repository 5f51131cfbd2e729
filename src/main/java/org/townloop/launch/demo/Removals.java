package org.townloop.launch.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.townloop.base.kernel.Words;
import org.townloop.supply.offer.ByQuote;
import tools.jackson.databind.json.JsonMapper;

/** Opens the movers of the town, and writes what residents have asked them. */
final class Removals {

    private static final int FEN = 100;

    private final Dice dice;
    private final Instant now;
    private final Instant since;

    Removals(Dice dice, Instant now) {
        this.dice = dice;
        this.now = now;
        this.since = now.minus(Duration.ofDays(90));
    }

    /** @param first runs the first of them; the other owner that is thrown for it is one more resident of the town */
    List<Shop> opened(Addresses addresses, Resident first, Supplier<Resident> owners) {
        var lines = Texts.of(County.WILLOW_CREEK.code() + ".movers");
        var firms = new ArrayList<Shop>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).getFirst().equals("F")) {
                var services = lines.subList(i + 1, lines.size()).stream()
                        .takeWhile(line -> line.getFirst().equals("O"))
                        .toList();
                var thrown = owners.get();
                firms.add(firm(lines.get(i), services, addresses, firms.isEmpty() ? first : thrown));
            }
        }
        return firms;
    }

    private Shop firm(List<String> fields, List<List<String>> services, Addresses addresses, Resident owner) {
        var region = County.WILLOW_CREEK.region();
        var staff = dice.some(Integer.parseInt(fields.get(6)), Texts.of("staff.txt")).stream()
                .map(name -> new Shop.Worker(
                        dice.id(region, since), Words.of(name.get(0), name.get(1)), 0, Optional.empty()))
                .toList();
        return new Shop(
                ShopKind.MOVERS,
                region,
                dice.id(region, since),
                dice.id(region, since),
                Words.of(fields.get(1), fields.get(2)),
                addresses.given(fields.get(3), Integer.parseInt(fields.get(4))),
                fields.get(7),
                4.6,
                0,
                Week.of(fields.get(5)),
                Map.of(),
                staff,
                List.of(),
                services.stream().map(line -> offer(line, staff)).toList(),
                owner,
                owner,
                since);
    }

    private Sold offer(List<String> fields, List<Shop.Worker> staff) {
        return Sold.arranged(
                dice.id(County.WILLOW_CREEK.region(), since),
                Words.of(fields.get(1), fields.get(2)),
                Words.of(fields.get(3), fields.get(4)),
                Long.parseLong(fields.get(5)) * FEN,
                0,
                0,
                fields.get(7),
                staff,
                0,
                new ByQuote(true, true, true, Integer.parseInt(fields.get(6))));
    }

    /** What was paid and had of two moves: of the first both stages, of yesterday's the first. */
    List<Booking> moved(Shop firm, Resident resident) {
        var before = Diary.day(now).minusDays(9);
        var yesterday = Diary.day(now).minusDays(1);
        return List.of(
                stage(firm, resident, before, QuoteTables.FIRST, 10),
                stage(firm, resident, before, QuoteTables.SECOND, 14),
                stage(firm, resident, yesterday, QuoteTables.FIRST, 10));
    }

    private Booking stage(Shop firm, Resident resident, LocalDate day, long yuan, int doneHour) {
        var offer = firm.offers().getFirst();
        var start = day.atTime(9, 0).atZone(Diary.ZONE).toInstant();
        var done = day.atTime(doneHour, 0).atZone(Diary.ZONE).toInstant();
        var created = doneHour == 10 ? start.minus(Duration.ofDays(3)) : start.plus(Duration.ofMinutes(70));
        var paid = created.plus(Duration.ofMinutes(2));
        return new Booking(
                Fate.VISITED,
                firm,
                offer,
                firm.staff().getFirst(),
                new Shop.Seat(offer.id(), offer.title()),
                resident,
                created,
                paid,
                start,
                done,
                Booking.Ids.of(firm, dice, created, paid, done),
                new Had.Stage(yuan * FEN, start.plus(Duration.ofHours(5))));
    }

    /** Requests in all states, with the orders that {@link #moved} has made of some. */
    List<CopyTable> asked(
            List<Shop> movers, List<Booking> moved, Resident resident, Resident another, JsonMapper json) {
        var tables = new QuoteTables(json, dice, now);
        var steady = movers.getFirst();
        var brothers = movers.getLast();
        var moving = steady.offers().getFirst();
        tables.request(steady, moving, another, "ASKED", 1, "Three rooms and a cellar full of jars.", null);
        tables.survey(
                tables.request(
                        steady,
                        steady.offers().getLast(),
                        another,
                        "SURVEY_PROPOSED",
                        2,
                        "An upright piano, third floor, no lift.",
                        null),
                steady);
        tables.offered(
                tables.request(
                        steady,
                        moving,
                        resident,
                        "OFFERED",
                        1,
                        "Two rooms, about forty boxes, a wardrobe in parts.",
                        null),
                steady,
                "OPEN");
        tables.request(
                brothers,
                brothers.offers().getFirst(),
                another,
                "DECLINED",
                12,
                "A concert grand to the fifth floor.",
                "Too heavy for our van.");
        tables.offered(
                tables.request(
                        brothers, brothers.offers().getFirst(), resident, "EXPIRED", 40, "A sofa across town.", null),
                brothers,
                "CLOSED");
        tables.accepted(
                tables.request(steady, moving, another, "DONE", 14, "A flat of two rooms.", null), moved.subList(0, 2));
        tables.accepted(
                tables.request(steady, moving, another, "ACCEPTED", 6, "The office on the second floor.", null),
                moved.subList(2, 3));
        return tables.tables();
    }
}
