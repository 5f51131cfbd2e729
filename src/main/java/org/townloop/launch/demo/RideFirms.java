package org.townloop.launch.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Words;
import org.townloop.supply.offer.Fare;
import org.townloop.supply.offer.Ride;

/**
 * Opens the firms of the town that drive people, as the file has them.
 *
 * @param known owns the first of them, and drives
 */
record RideFirms(Addresses addresses, Residents residents, Resident known, Dice dice, Instant since) {

    private static final int FEN = 100;
    private static final int WITHIN_METRES = 8_000;
    private static final int MOST_METRES = 60_000;
    private static final int AFTER = 5;
    private static final LocalTime NIGHT = LocalTime.of(22, 0);
    private static final LocalTime MORNING = LocalTime.of(6, 0);

    /** As the pack has them. */
    private static final int WINDOW = 10;

    private static final int NOTICE = 5;

    List<Shop> opened() {
        var lines = Texts.of(County.WILLOW_CREEK.code() + ".rides");
        var open = new ArrayList<Shop>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).getFirst().equals("F")) {
                var below = lines.subList(i + 1, lines.size()).stream()
                        .takeWhile(line -> !line.getFirst().equals("F"))
                        .toList();
                open.add(firm(lines.get(i), below, open.isEmpty() ? known : null));
            }
        }
        return open;
    }

    private Shop firm(List<String> fields, List<List<String>> below, @Nullable Resident owner) {
        var region = County.WILLOW_CREEK.region();
        var drivers = drivers(below);
        var runs = owner == null ? residents.another(region) : owner;
        return new Shop(
                ShopKind.TAXI,
                region,
                dice.id(region, since),
                dice.id(region, since),
                Words.of(fields.get(1), fields.get(2)),
                addresses.given(fields.get(3), Integer.parseInt(fields.get(4))),
                "0500-%03d %04d".formatted(dice.between(200, 899), dice.between(0, 9_999)),
                4.7,
                1,
                Week.of(fields.get(5)),
                Map.of(),
                drivers,
                of(below, "V").map(this::vehicle).toList(),
                of(below, "O").map(line -> offer(line, drivers)).toList(),
                runs,
                runs,
                since.plus(Duration.ofHours(dice.between(1, 2_000))));
    }

    private List<Shop.Worker> drivers(List<List<String>> below) {
        var names = Texts.of("staff.txt");
        var drivers = new ArrayList<Shop.Worker>();
        of(below, "D")
                .forEach(shift -> dice.some(Integer.parseInt(shift.get(1)), names)
                        .forEach(name -> drivers.add(new Shop.Worker(
                                dice.id(County.WILLOW_CREEK.region(), since),
                                Words.of(name.get(0), name.get(1)),
                                0,
                                Optional.of(Week.of(shift.get(2)))))));
        return drivers;
    }

    private Shop.Seat vehicle(List<String> line) {
        return new Shop.Seat(
                dice.id(County.WILLOW_CREEK.region(), since),
                Words.of(line.get(1), line.get(2)),
                Integer.parseInt(line.get(3)),
                null,
                1);
    }

    private Sold offer(List<String> line, List<Shop.Worker> drivers) {
        return Sold.arranged(
                dice.id(County.WILLOW_CREEK.region(), since),
                Words.of(line.get(1), line.get(2)),
                Words.of(line.get(3), line.get(4)),
                Long.parseLong(line.get(6)) * FEN,
                0,
                AFTER,
                line.get(11),
                drivers,
                1,
                new Ride(
                        Integer.parseInt(line.get(5)),
                        new Fare(
                                Long.parseLong(line.get(7)),
                                Long.parseLong(line.get(8)),
                                Long.parseLong(line.get(9)) * FEN,
                                Integer.parseInt(line.get(10)),
                                NIGHT,
                                MORNING),
                        WITHIN_METRES,
                        MOST_METRES,
                        WINDOW,
                        NOTICE));
    }

    private static Stream<List<String>> of(List<List<String>> below, String letter) {
        return below.stream().filter(line -> line.getFirst().equals(letter));
    }
}
