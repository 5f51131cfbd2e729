package org.townloop.launch.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.townloop.base.kernel.Words;
import org.townloop.supply.offer.SetMenu;
import org.townloop.supply.offer.Table;

/** The tables of the restaurants that have some on offer, as the file has them. */
final class Tables {

    private static final int FEN = 100;

    private final Dice dice;
    private final Instant since;
    private final List<List<String>> lines = Texts.of(County.WILLOW_CREEK.code() + ".tables");

    Tables(Dice dice, Instant since) {
        this.dice = dice;
        this.since = since;
    }

    /** The shop with its tables and a table on offer, or as it is if it has none. */
    Shop laid(Shop shop) {
        return lines.stream()
                .filter(fields -> fields.getFirst().equals(shop.name().en()))
                .findFirst()
                .map(fields -> laid(shop, fields))
                .orElse(shop);
    }

    static boolean areAt(Shop shop) {
        return shop.offers().stream().anyMatch(offer -> offer.arrangement() instanceof Table);
    }

    private Shop laid(Shop shop, List<String> fields) {
        var seats = Stream.of(fields.get(11).split(",")).map(Integer::parseInt).toList();
        var tables = IntStream.range(0, seats.size())
                .mapToObj(i -> new Shop.Seat(
                        dice.id(shop.region(), since.plusSeconds(i)),
                        Words.of("Table " + (i + 1), (i + 1) + " 号桌"),
                        seats.get(i),
                        fields.get(10),
                        1))
                .toList();
        var offers = new ArrayList<>(shop.offers());
        offers.add(table(shop, fields));
        return shop.with(tables, List.copyOf(offers));
    }

    private Sold table(Shop shop, List<String> fields) {
        return Sold.arranged(
                        dice.id(shop.region(), since),
                        Words.of(fields.get(1), fields.get(2)),
                        Words.of(fields.get(3), fields.get(4)),
                        Long.parseLong(fields.get(5)) * FEN,
                        Integer.parseInt(fields.get(6)),
                        Integer.parseInt(fields.get(7)),
                        fields.get(12),
                        List.of(),
                        0,
                        new Table(1, Integer.parseInt(fields.get(8)), 5, Integer.parseInt(fields.get(9))))
                .choosing(fields.size() > 14 ? ahead(fields.get(13), fields.get(14)) : SetMenu.NONE);
    }

    /** Dishes that are ordered ahead. */
    private static SetMenu ahead(String hours, String text) {
        var dishes = text.split(";");
        var course = new SetMenu.Course(
                "ahead",
                Words.of("Ordered ahead", "预点"),
                IntStream.range(0, dishes.length)
                        .mapToObj(i -> dish("d" + (i + 1), dishes[i].split(":")))
                        .toList(),
                new SetMenu.Ahead(Integer.parseInt(hours), 0));
        return new SetMenu(List.of(course));
    }

    private static SetMenu.Dish dish(String key, String[] parts) {
        return new SetMenu.Dish(
                key, Words.of(parts[0], parts[1]), Long.parseLong(parts[2]) * FEN, Integer.valueOf(parts[3]));
    }
}
