package org.townloop.loop.screening;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real venue of Beijing, read from the file itself and by nothing of the program.
 *
 * @param texts by which it may be found
 * @param yuan what a room, a person or a ticket costs there
 */
record Venue(
        String trade,
        String name,
        List<String> texts,
        String district,
        @Nullable Long yuan,
        double rating) {

    static final Path FILES = Path.of("src/test/resources/venues/beijing");

    private static final Map<String, String> TRADES = Map.of("酒店", "hotels", "餐馆", "restaurants", "景点", "sights");
    private static final List<String> SAID = List.of("名称", "地址", "地铁", "酒店类型", "营业时间", "游玩时间", "酒店设施", "推荐菜");
    private static final Pattern DISTRICT =
            Pattern.compile("(东城|西城|崇文|宣武|朝阳|丰台|石景山|海淀|门头沟|房山|通州|顺义|昌平|大兴|怀柔|平谷|密云|延庆)[区县]");
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("东城", "110101"),
            Map.entry("崇文", "110101"),
            Map.entry("西城", "110102"),
            Map.entry("宣武", "110102"),
            Map.entry("朝阳", "110105"),
            Map.entry("丰台", "110106"),
            Map.entry("石景山", "110107"),
            Map.entry("海淀", "110108"),
            Map.entry("门头沟", "110109"),
            Map.entry("房山", "110111"),
            Map.entry("通州", "110112"),
            Map.entry("顺义", "110113"),
            Map.entry("昌平", "110114"),
            Map.entry("大兴", "110115"),
            Map.entry("怀柔", "110116"),
            Map.entry("平谷", "110117"),
            Map.entry("密云", "110118"),
            Map.entry("延庆", "110119"));

    static List<Venue> all() throws IOException {
        var venues = new ArrayList<Venue>();
        for (var file : List.of("hotels.json", "restaurants.json", "attractions.json")) {
            var json = JsonMapper.shared().readTree(Files.readString(FILES.resolve(file)));
            json.values().forEach(pair -> venues.add(of(pair.get(1))));
        }
        return venues;
    }

    String key() {
        return trade + "/" + name;
    }

    boolean says(String word) {
        return texts.stream().anyMatch(text -> text.contains(word));
    }

    private static Venue of(JsonNode venue) {
        var price = Stream.of("价格", "人均消费", "门票")
                .map(venue::path)
                .filter(JsonNode::isNumber)
                .findFirst();
        var address = DISTRICT.matcher(venue.path("地址").asString(""));
        return new Venue(
                TRADES.getOrDefault(venue.path("领域").asString(), "other"),
                venue.path("名称").asString().strip(),
                SAID.stream().flatMap(key -> strings(venue.path(key))).toList(),
                address.find() ? CODES.getOrDefault(address.group(1), "110000") : "110000",
                price.map(JsonNode::asLong).orElse(null),
                venue.path("评分").asDouble(0));
    }

    private static Stream<String> strings(JsonNode node) {
        return node.isArray()
                ? node.valueStream().map(JsonNode::asString)
                : node.isString() ? Stream.of(node.asString()) : Stream.empty();
    }
}
