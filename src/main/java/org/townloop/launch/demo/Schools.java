package org.townloop.launch.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Words;
import org.townloop.supply.offer.Quorum;
import org.townloop.supply.offer.Session;

/** Opens the schools and studios of the town, with their classes, as the file has them. */
final class Schools {

    /** Whose people the demo signs in as. */
    static final String KNOWN = "Clay and Ink";

    private static final int FEN = 100;
    private static final int QUORUM = 12;

    private final Addresses addresses;
    private final Residents residents;
    private final Resident teacher;
    private final Dice dice;
    private final Instant since;

    Schools(Addresses addresses, Residents residents, Resident teacher, Dice dice, Instant since) {
        this.addresses = addresses;
        this.residents = residents;
        this.teacher = teacher;
        this.dice = dice;
        this.since = since;
    }

    List<Shop> opened() {
        var lines = Texts.of(County.WILLOW_CREEK.code() + ".classes");
        var open = new ArrayList<Shop>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).getFirst().equals("S")) {
                open.add(school(lines.get(i), lines.subList(i + 1, lines.size())));
            }
        }
        return open;
    }

    private Shop school(List<String> fields, List<List<String>> below) {
        var region = County.WILLOW_CREEK.region();
        var isKnown = fields.get(1).equals(KNOWN);
        var teachers = named(fields.get(8)).stream()
                .map(name -> new Shop.Worker(dice.id(region, since), name, 0, Optional.empty()))
                .toList();
        return new Shop(
                ShopKind.SCHOOL,
                region,
                dice.id(region, since),
                dice.id(region, since),
                Words.of(fields.get(1), fields.get(2)),
                addresses.given(fields.get(3), Integer.parseInt(fields.get(4))),
                "0500-%03d %04d".formatted(dice.between(200, 899), dice.between(0, 9_999)),
                Double.parseDouble(fields.get(5)),
                Double.parseDouble(fields.get(6)),
                Week.of(fields.get(7)),
                Map.of(),
                teachers,
                named(fields.get(9)).stream()
                        .map(name -> new Shop.Seat(dice.id(region, since), name))
                        .toList(),
                below.stream()
                        .takeWhile(line -> line.getFirst().equals("C"))
                        .map(line -> lesson(line, teachers))
                        .toList(),
                isKnown ? teacher : residents.another(region),
                isKnown ? teacher : residents.another(region),
                since.plus(Duration.ofHours(dice.between(1, 2_000))));
    }

    private Sold lesson(List<String> fields, List<Shop.Worker> teachers) {
        return Sold.arranged(
                dice.id(County.WILLOW_CREEK.region(), since),
                Words.of(fields.get(1), fields.get(2)),
                Words.of(fields.get(3), fields.get(4)),
                Long.parseLong(fields.get(5)) * FEN,
                Integer.parseInt(fields.get(6)),
                Integer.parseInt(fields.get(7)),
                fields.get(11),
                List.of(teachers.get(Integer.parseInt(fields.get(10)))),
                1,
                new Session(
                        Integer.parseInt(fields.get(8)), weekly(fields.get(9)), Set.of(), Set.of(), quorum(fields)));
    }

    /** Most take place however few come. */
    private static @Nullable Quorum quorum(List<String> fields) {
        if (fields.size() <= QUORUM) {
            return null;
        }
        var parts = fields.get(QUORUM).split(":");
        return new Quorum(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    private static List<Session.Weekly> weekly(String text) {
        return Arrays.stream(text.split(";"))
                .map(time -> time.split(" "))
                .map(time -> new Session.Weekly(DayOfWeek.of(Integer.parseInt(time[0])), clock(time[1]), null, null))
                .toList();
    }

    private static LocalTime clock(String text) {
        var parts = text.split(":");
        return LocalTime.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    /** Nobody and nothing is a dash. */
    private static List<Words> named(String text) {
        return text.equals("-")
                ? List.of()
                : Arrays.stream(text.split(";"))
                        .map(name -> name.split(":"))
                        .map(name -> Words.of(name[0], name[1]))
                        .toList();
    }
}
