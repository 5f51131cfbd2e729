package org.townloop.supply.offer;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.offer.SetMenu.Ahead;
import org.townloop.supply.offer.SetMenu.Chosen;
import org.townloop.supply.offer.SetMenu.Course;
import org.townloop.supply.offer.SetMenu.Dish;

/** Dishes that are ordered ahead with a table: how many of each, and what they come to. */
final class DishesAhead {

    private DishesAhead() {}

    /** What the dishes cost together, or which number is none, or that it is too little. */
    static Outcome<Long> extra(Course course, Ahead ahead, Map<String, String> answers, int guests, Currency currency) {
        var sum = 0L;
        for (var dish : course.dishes()) {
            var count = count(course, dish, answers);
            var most = dish.most() == null ? 0 : dish.most();
            if (count.isEmpty() || count.getAsInt() > most) {
                return Outcome.refused(Refusal.of(
                        MenuReason.DISHES_UNREADABLE, field(course, dish), Map.of("dish", dish.name(), "max", most)));
            }
            sum += count.getAsInt() * dish.extraMinor();
        }
        var least = ahead.leastMinor() * guests;
        return sum < least
                ? Outcome.refused(Refusal.of(
                        MenuReason.DISHES_TOO_FEW,
                        "answers." + course.key(),
                        Map.of("least", new Money(least, currency), "missing", new Money(least - sum, currency))))
                : Outcome.done(sum);
    }

    /** The dishes of which at least one is ordered, in the order of the list. */
    static List<Chosen> chosen(Course course, Map<String, String> answers) {
        return course.dishes().stream()
                .flatMap(dish -> {
                    var count = count(course, dish, answers).orElse(0);
                    return count == 0 ? Stream.empty() : Stream.of(new Chosen(course, dish, count));
                })
                .toList();
    }

    /** Empty if it is no number. */
    private static OptionalInt count(Course course, Dish dish, Map<String, String> answers) {
        var answer = answers.getOrDefault(course.key() + "." + dish.key(), "").strip();
        if (answer.isEmpty()) {
            return OptionalInt.of(0);
        }
        return answer.matches("[0-9]{1,3}") ? OptionalInt.of(Integer.parseInt(answer)) : OptionalInt.empty();
    }

    private static String field(Course course, Dish dish) {
        return "answers." + course.key() + "." + dish.key();
    }
}
