package org.townloop.launch.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.townloop.base.kernel.Words;
import org.townloop.supply.merchant.DeliverySettings;
import org.townloop.supply.merchant.DeliverySettings.Ring;
import org.townloop.supply.merchant.DeliverySettings.Window;
import org.townloop.supply.offer.Article;
import tools.jackson.databind.json.JsonMapper;

/**
 * The shops that bring what they sell, as the file has them.
 *
 * @param settings by place
 */
record Markets(List<Shop> shops, Map<UUID, DeliverySettings> settings) {

    /** Whose people the demo signs in as. */
    static final String KNOWN = "Morning Dew Greengrocer";

    private static final long FEN = 100;

    static Markets opened(Addresses addresses, Residents residents, Resident known, Dice dice, Instant since) {
        var lines = Texts.of(County.WILLOW_CREEK.code() + ".markets");
        var shops = new ArrayList<Shop>();
        var settings = new HashMap<UUID, DeliverySettings>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).getFirst().equals("F")) {
                var articles = lines.subList(i + 1, lines.size()).stream()
                        .takeWhile(line -> line.getFirst().equals("A"))
                        .map(line -> article(line, dice, since))
                        .toList();
                var isKnown = lines.get(i).get(1).equals(KNOWN);
                var keeper = isKnown ? known : residents.another(County.WILLOW_CREEK.region());
                var shop = shop(lines.get(i), articles, addresses, keeper, dice, since);
                shops.add(shop);
                settings.put(shop.id(), settings(lines.get(i)));
            }
        }
        return new Markets(List.copyOf(shops), Map.copyOf(settings));
    }

    private static Shop shop(
            List<String> fields, List<Sold> articles, Addresses addresses, Resident keeper, Dice dice, Instant since) {
        var region = County.WILLOW_CREEK.region();
        var packer = new Shop.Worker(dice.id(region, since), Words.of("Packer", "拣货员"), 0, Optional.empty());
        return new Shop(
                ShopKind.GROCER,
                region,
                dice.id(region, since),
                dice.id(region, since),
                Words.of(fields.get(1), fields.get(2)),
                addresses.given(fields.get(3), Integer.parseInt(fields.get(4))),
                "0500-%03d %04d".formatted(dice.between(200, 899), dice.between(0, 9_999)),
                4.6,
                1,
                Week.of(fields.get(5)),
                Map.of(),
                List.of(packer),
                List.of(),
                articles,
                keeper,
                keeper,
                since.plus(Duration.ofHours(dice.between(1, 2_000))));
    }

    private static Sold article(List<String> fields, Dice dice, Instant since) {
        var perDay = fields.get(5).equals("-") ? null : Integer.valueOf(fields.get(5));
        return Sold.arranged(
                dice.id(County.WILLOW_CREEK.region(), since),
                Words.of(fields.get(1), fields.get(2)),
                Words.of("", ""),
                Long.parseLong(fields.get(3)),
                0,
                0,
                fields.get(6),
                List.of(),
                1,
                new Article(Integer.parseInt(fields.get(4)), perDay));
    }

    private static DeliverySettings settings(List<String> fields) {
        return new DeliverySettings(
                Stream.of(fields.get(6).split("; ")).flatMap(Markets::windows).toList(),
                Stream.of(fields.get(7).split("; "))
                        .map(ring -> ring.split(" "))
                        .map(ring -> new Ring(Integer.parseInt(ring[0]), Long.parseLong(ring[1]) * FEN))
                        .toList(),
                Long.parseLong(fields.get(8)) * FEN,
                Long.parseLong(fields.get(9)) * FEN,
                fields.get(10).equals("yes"));
    }

    private static Stream<Window> windows(String text) {
        var words = text.split(" ");
        var days = words[0].split("-");
        var times = words[1].split("-");
        return Stream.iterate(Integer.valueOf(days[0]), day -> day <= Integer.parseInt(days[1]), day -> day + 1)
                .map(day -> new Window(
                        DayOfWeek.of(day),
                        time(times[0]),
                        time(times[1]),
                        Integer.parseInt(words[2]),
                        Integer.parseInt(words[3])));
    }

    private static LocalTime time(String text) {
        return LocalTime.parse(text.length() == 4 ? "0" + text : text);
    }

    /** How each of the shops brings what it sells. */
    CopyTable table(JsonMapper json) {
        var table = new CopyTable("merchant.delivery", "region_id, place_id, settings, changed_at");
        shops.forEach(shop -> table.row(
                shop.region().number(), shop.id(), json.writeValueAsString(settings.get(shop.id())), shop.since()));
        return table;
    }
}
