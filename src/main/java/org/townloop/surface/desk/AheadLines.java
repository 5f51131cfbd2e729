package org.townloop.surface.desk;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Words;
import org.townloop.supply.offer.SetMenu;

/**
 * Dishes that are ordered ahead as lines that one can type or paste from a table: a dish in each, its price, and how many of
 * it can be ordered: {@code Roast duck / 烤鸭; 168; 4}.
 *
 * @param decimals of the currency
 */
record AheadLines(Map<String, List<String>> typed, int decimals) {

    private static final Words NAME = Words.of("Ordered ahead", "预点");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,7}(?:\\.[0-9]+)?");
    private static final Pattern MOST = Pattern.compile("[0-9]{1,2}");
    private static final int USUAL_MOST = 10;

    static void put(Map<String, List<String>> fields, SetMenu menu, Money price) {
        var course = menu.orderedAhead();
        var ahead = course == null ? null : course.ahead();
        if (course != null && ahead != null) {
            fields.put(
                    "dishes",
                    List.of(course.dishes().stream()
                            .map(dish -> line(dish, price))
                            .collect(Collectors.joining("\n"))));
            fields.put("dishesHours", List.of(Integer.toString(ahead.hours())));
            fields.put("dishesLeast", ahead.leastMinor() == 0 ? List.of() : List.of(plain(ahead.leastMinor(), price)));
        }
    }

    Outcome<SetMenu> read() {
        var dishes = new ArrayList<SetMenu.Dish>();
        for (var line : text("dishes").lines().filter(each -> !each.isBlank()).toList()) {
            var dish = dish(line, dishes.size() + 1);
            if (dish == null) {
                return Outcome.refused(Refusal.of(DeskReason.DISH_UNREADABLE, "dishes", Map.of("line", line)));
            }
            dishes.add(dish);
        }
        if (dishes.isEmpty()) {
            return Outcome.done(SetMenu.NONE);
        }
        var least = text("dishesLeast").isEmpty() ? Long.valueOf(0) : minor(text("dishesLeast"));
        if (least == null) {
            return Outcome.refused(Refusal.of(DeskReason.PRICE_UNREADABLE, "dishesLeast"));
        }
        var ahead = new SetMenu.Ahead(Saved.number(typed, "dishesHours", Saved.UNREADABLE), least);
        return Outcome.done(new SetMenu(List.of(new SetMenu.Course("ahead", NAME, dishes, ahead))));
    }

    /** Null if it is none. */
    private SetMenu.@Nullable Dish dish(String line, int number) {
        var parts = line.split("[;；\\t]");
        var price = parts.length < 2 ? null : minor(parts[1].strip());
        var most = parts.length < 3
                ? Integer.toString(USUAL_MOST)
                : normal(parts[2]).strip();
        return price == null
                        || parts.length > 3
                        || parts[0].isBlank()
                        || !MOST.matcher(most).matches()
                ? null
                : new SetMenu.Dish("d" + number, MenuLines.words(parts[0]), price, Integer.valueOf(most));
    }

    private @Nullable Long minor(String amount) {
        var plain = normal(amount).replaceFirst("^[¥$]", "").strip();
        if (!AMOUNT.matcher(plain).matches()) {
            return null;
        }
        var minor = new BigDecimal(plain).movePointRight(decimals).stripTrailingZeros();
        return minor.scale() > 0 ? null : minor.longValueExact();
    }

    private String text(String name) {
        return typed.getOrDefault(name, List.of("")).getFirst().strip();
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private static String line(SetMenu.Dish dish, Money price) {
        return MenuLines.name(dish.name()) + "; " + plain(dish.extraMinor(), price) + "; " + dish.most();
    }

    private static String plain(long minor, Money price) {
        return BigDecimal.valueOf(minor, price.exponent()).stripTrailingZeros().toPlainString();
    }
}
