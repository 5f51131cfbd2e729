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
 * A set menu as lines that one can type: a course in each, its dishes after a colon, parted by bars, with what a dish
 * costs on top after a plus: {@code Main: Noodles | Fish +10}. A name in both languages has a slash:
 * {@code Fish / 鱼}.
 */
final class MenuLines {

    /** A plus before a digit or a sign is a price; before a letter it belongs to the name: fish + chips. */
    private static final Pattern EXTRA = Pattern.compile("(.*?)\\s*[+＋]\\s*([-−¥￥]?\\p{Nd}.*)");

    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,9}(?:\\.[0-9]+)?");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    private MenuLines() {}

    static String written(SetMenu menu, Money price) {
        return menu.courses().stream()
                .map(course -> name(course.name()) + ": "
                        + course.dishes().stream()
                                .map(dish -> dish(dish, price))
                                .collect(Collectors.joining(" | ")))
                .collect(Collectors.joining("\n"));
    }

    static Outcome<SetMenu> read(String text, int decimals) {
        var courses = new ArrayList<SetMenu.Course>();
        for (var line :
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
            var parts = line.split("[:：]", 2);
            if (parts.length < 2 || parts[0].isBlank() || parts[1].isBlank()) {
                return Outcome.refused(Refusal.of(DeskReason.MENU_UNREADABLE, "menu", Map.of("line", line)));
            }
            var dishes = dishes(parts[1], decimals);
            if (dishes.isEmpty()) {
                return Outcome.refused(Refusal.of(DeskReason.MENU_UNREADABLE, "menu", Map.of("line", line)));
            }
            courses.add(new SetMenu.Course("c" + (courses.size() + 1), words(parts[0]), dishes));
        }
        return Outcome.done(new SetMenu(courses));
    }

    /** @return none if what one of them costs on top cannot be read */
    private static List<SetMenu.Dish> dishes(String text, int decimals) {
        var dishes = new ArrayList<SetMenu.Dish>();
        for (var part : text.split("[|｜]")) {
            var extra = EXTRA.matcher(part.strip());
            var costs = extra.matches();
            var minor = costs ? minor(extra.group(2), decimals) : Long.valueOf(0);
            if (minor == null) {
                return List.of();
            }
            dishes.add(new SetMenu.Dish("d" + (dishes.size() + 1), words(costs ? extra.group(1) : part), minor));
        }
        return dishes;
    }

    private static @Nullable Long minor(String amount, int decimals) {
        var plain = Normalizer.normalize(amount, Normalizer.Form.NFKC).replaceFirst("^¥", "");
        if (!AMOUNT.matcher(plain).matches()) {
            return null;
        }
        var minor = new BigDecimal(plain).movePointRight(decimals).stripTrailingZeros();
        return minor.scale() > 0 ? null : minor.longValueExact();
    }

    static Words words(String text) {
        var parts = text.split("/", 2);
        if (parts.length == 2) {
            return new Words(parts[0].strip(), parts[1].strip());
        }
        var only = text.strip();
        return CHINESE.matcher(only).find() ? new Words(null, only) : new Words(only, null);
    }

    private static String dish(SetMenu.Dish dish, Money price) {
        var extra = dish.extraMinor() == 0
                ? ""
                : " +"
                        + BigDecimal.valueOf(dish.extraMinor(), price.exponent())
                                .stripTrailingZeros()
                                .toPlainString();
        return name(dish.name()) + extra;
    }

    static String name(Words name) {
        var en = name.en();
        var zh = name.zh();
        return en == null || en.isBlank() ? String.valueOf(zh) : zh == null || zh.isBlank() ? en : en + " / " + zh;
    }
}
