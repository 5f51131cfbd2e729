package org.townloop.surface.portal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.supply.offer.Offer;
import org.townloop.surface.page.Page;

/**
 * The dishes that can be ordered ahead with a table.
 *
 * @param said until when, and how much at least
 * @param asked whether some are asked for: then only times are shown for which they can be had
 */
record DishesToOrder(String said, boolean asked, List<Dish> dishes) {

    /** @param count as it was typed, or an empty text */
    record Dish(String name, String field, String price, int most, String count) {}

    /** What these answers say of the dishes that can be ordered ahead, and nothing else that they say. */
    static Map<String, String> chosen(Offer offer, Map<String, String> answers) {
        var course = offer.menu().orderedAhead();
        var keys = course == null
                ? Set.<String>of()
                : course.dishes().stream()
                        .map(dish -> course.key() + "." + dish.key())
                        .collect(Collectors.toSet());
        return answers.entrySet().stream()
                .filter(answer -> keys.contains(answer.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, answer -> answer.getValue().strip()));
    }

    /** Null if nothing can be ordered ahead. */
    static @Nullable DishesToOrder of(Page page, Offer offer, Map<String, String> answers) {
        var course = offer.menu().orderedAhead();
        var ahead = course == null ? null : course.ahead();
        if (course == null || ahead == null) {
            return null;
        }
        var currency = offer.price().currency();
        var least = page.money(new Money(ahead.leastMinor(), currency));
        return new DishesToOrder(
                page.text(
                        ahead.leastMinor() == 0 ? "portal.dishes.say" : "portal.dishes.say-least",
                        "hours",
                        ahead.hours(),
                        "least",
                        least),
                chosen(offer, answers).values().stream().anyMatch(count -> !count.equals("0")),
                course.dishes().stream()
                        .map(dish -> {
                            var key = course.key() + "." + dish.key();
                            var most = dish.most();
                            return new Dish(
                                    page.say(dish.name()),
                                    OfferPage.ANSWER + key,
                                    page.money(new Money(dish.extraMinor(), currency)),
                                    most == null ? 0 : most,
                                    answers.getOrDefault(key, ""));
                        })
                        .toList());
    }
}
