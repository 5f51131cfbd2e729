package org.townloop.launch.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.townloop.base.kernel.Words;
import org.townloop.supply.merchant.ResourceId;
import org.townloop.supply.offer.Deposit;
import org.townloop.supply.offer.Stay;

/** Opens the hotels and holiday homes of the town, with their rooms, as the file has them. */
final class Lodgings {

    /** Whose people the demo signs in as. */
    static final String KNOWN = "River Gate Hotel";

    private static final int FEN = 100;
    private static final int DEPOSIT = 12;
    private static final int PRICED_AHEAD_DAYS = 800;

    private final Addresses addresses;
    private final Residents residents;
    private final Resident hotelier;
    private final Dice dice;
    private final Instant since;

    Lodgings(Addresses addresses, Residents residents, Resident hotelier, Dice dice, Instant since) {
        this.addresses = addresses;
        this.residents = residents;
        this.hotelier = hotelier;
        this.dice = dice;
        this.since = since;
    }

    List<Shop> opened() {
        var lines = Texts.of(County.WILLOW_CREEK.code() + ".lodgings");
        var open = new ArrayList<Shop>();
        for (int i = 0; i < lines.size(); i++) {
            var kind = lines.get(i).getFirst();
            if (!kind.equals("N")) {
                var below = lines.subList(i + 1, lines.size()).stream()
                        .takeWhile(line -> line.getFirst().equals("N"))
                        .toList();
                open.add(house(ShopKind.of(kind), lines.get(i), below));
            }
        }
        return open;
    }

    private Shop house(ShopKind kind, List<String> fields, List<List<String>> below) {
        var region = County.WILLOW_CREEK.region();
        var isKnown = fields.get(1).equals(KNOWN);
        var types = fields.get(8).split(";");
        var rooms = IntStream.range(0, types.length)
                .mapToObj(i -> rooms(types[i], i))
                .toList();
        return new Shop(
                kind,
                region,
                dice.id(region, since),
                dice.id(region, since),
                Words.of(fields.get(1), fields.get(2)),
                addresses.given(fields.get(3), Integer.parseInt(fields.get(4))),
                "0500-%03d %04d".formatted(dice.between(200, 899), dice.between(0, 9_999)),
                Double.parseDouble(fields.get(5)),
                Double.parseDouble(fields.get(6)),
                Week.of("1-7 0:00-24:00"),
                Map.of(),
                List.of(host(fields.get(7))),
                rooms,
                below.stream().map(line -> nights(line, rooms)).toList(),
                isKnown ? hotelier : residents.another(region),
                isKnown ? hotelier : residents.another(region),
                since.plus(Duration.ofHours(dice.between(1, 2_000))));
    }

    private Shop.Seat rooms(String type, int number) {
        var parts = type.split(":");
        return new Shop.Seat(
                dice.id(County.WILLOW_CREEK.region(), since.plusSeconds(number)),
                Words.of(parts[0].strip(), parts[1].strip()),
                0,
                null,
                Integer.parseInt(parts[2]));
    }

    private Shop.Worker host(String name) {
        var words = name.split(":");
        return new Shop.Worker(
                dice.id(County.WILLOW_CREEK.region(), since), Words.of(words[0], words[1]), 0, Optional.empty());
    }

    private Sold nights(List<String> fields, List<Shop.Seat> rooms) {
        var room = rooms.get(Integer.parseInt(fields.get(1)));
        var stay = fields.get(7).split(",");
        var sold = Sold.arranged(
                dice.id(County.WILLOW_CREEK.region(), since),
                Words.of(fields.get(2), fields.get(3)),
                Words.of(fields.get(4), fields.get(5)),
                Long.parseLong(fields.get(6)) * FEN,
                0,
                0,
                fields.get(11),
                List.of(),
                room.units(),
                new Stay(
                        new ResourceId(room.id()),
                        Integer.parseInt(stay[0]),
                        Integer.parseInt(stay[1]),
                        Integer.parseInt(stay[2]),
                        LocalTime.parse(stay[3]),
                        LocalTime.parse(stay[4]),
                        days(fields.get(8)),
                        dearer(days(fields.get(9)), Long.parseLong(fields.get(10)) * FEN)));
        return fields.size() > DEPOSIT ? sold.withDeposit(new Deposit(Integer.parseInt(fields.get(DEPOSIT)))) : sold;
    }

    private List<Stay.NightPrice> dearer(Set<DayOfWeek> days, long minor) {
        var first = Diary.day(since);
        var last = first.plusDays(PRICED_AHEAD_DAYS);
        return days.isEmpty() ? List.of() : List.of(new Stay.NightPrice(first, last, days, minor));
    }

    private static Set<DayOfWeek> days(String text) {
        return text.chars()
                .filter(Character::isDigit)
                .mapToObj(digit -> DayOfWeek.of(digit - '0'))
                .collect(Collectors.toSet());
    }
}
