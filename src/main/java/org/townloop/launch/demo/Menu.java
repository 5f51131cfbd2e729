package org.townloop.launch.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.townloop.base.kernel.Words;

/** What the shops of one kind sell, and for how much at the least and the most. */
record Menu(List<Item> items) {

    /** @param resource what it occupies besides a member of staff */
    record Item(
            Words title,
            Words description,
            List<String> services,
            int leastYuan,
            int mostYuan,
            int minutes,
            int minutesAfter,
            String resource,
            String hairLength,
            double weight) {

        boolean isForHair() {
            return services.contains("cut") || services.contains("wash") || services.contains("blowDry");
        }

        boolean isOfPlants() {
            return String.valueOf(title.en()).startsWith("Plant");
        }
    }

    private static final Map<Character, Menu> BY_LETTER = Texts.of("offers.txt").stream()
            .collect(Collectors.groupingBy(
                    fields -> fields.getFirst().charAt(0),
                    Collectors.collectingAndThen(Collectors.mapping(Menu::item, Collectors.toList()), Menu::new)));

    static Menu of(ShopKind kind) {
        return BY_LETTER.getOrDefault(kind.letter, new Menu(List.of()));
    }

    Item first() {
        return items.getFirst();
    }

    List<Item> others() {
        return items.subList(1, items.size());
    }

    Item named(String title) {
        return items.stream()
                .filter(item -> title.equals(item.title().en()))
                .findFirst()
                .orElseThrow();
    }

    private static Item item(List<String> fields) {
        var prices = fields.get(4).split("-");
        return new Item(
                Words.of(fields.get(1), fields.get(2)),
                Words.of(fields.get(10), fields.get(11)),
                List.of(fields.get(3).split(",")),
                Integer.parseInt(prices[0]),
                Integer.parseInt(prices[1]),
                Integer.parseInt(fields.get(5)),
                Integer.parseInt(fields.get(6)),
                fields.get(7),
                fields.get(8),
                Double.parseDouble(fields.get(9)));
    }
}
