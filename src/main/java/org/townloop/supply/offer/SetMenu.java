package org.townloop.supply.offer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Words;

/**
 * The courses of a set menu. Of each course every unit has exactly one dish; where there is a choice it is answered
 * under the course's key for all units, or under {@code key.2} for the second of them alone.
 *
 * @param courses in the order in which they are served; none if there is nothing to choose
 */
public record SetMenu(List<Course> courses) {

    public static final SetMenu NONE = new SetMenu(List.of());

    /** @param key 2 to 41 letters and digits, beginning with a lower-case letter */
    public record Course(String key, Words name, List<Dish> dishes) {

        public Course {
            dishes = List.copyOf(dishes);
        }

        /** Whether there is something to choose. */
        public boolean isChoice() {
            return dishes.size() > 1;
        }

        Optional<Dish> dish(@Nullable String key) {
            return dishes.stream().filter(dish -> dish.key().equals(key)).findFirst();
        }
    }

    /** @param extraMinor what it costs on top of the offer's price, in minor units of its currency; 0 or more */
    public record Dish(String key, Words name, long extraMinor) {}

    /**
     * What was chosen.
     *
     * @param count of how many units
     */
    public record Chosen(Course course, Dish dish, int count) {}

    public SetMenu {
        courses = List.copyOf(courses);
    }

    public boolean isChoice() {
        return courses.stream().anyMatch(Course::isChoice);
    }

    /**
     * What the choices cost on top of the price, or which of them is missing or unknown.
     *
     * @param answers by key; those of other questions are left alone
     */
    public Outcome<Money> extra(Map<String, String> answers, int units, Money unit) {
        var extra = 0L;
        for (var course : courses) {
            for (int i = 1; i <= units; i++) {
                var answer = answer(course, answers, i);
                var dish = answer == null && !course.isChoice()
                        ? Optional.of(course.dishes().getFirst())
                        : course.dish(answer);
                if (dish.isEmpty()) {
                    return Outcome.refused(refusal(course, answer));
                }
                extra += dish.get().extraMinor();
            }
        }
        return Outcome.done(new Money(extra, unit.currency()));
    }

    /** What a line with these answers gets, course by course; dishes that nobody chose are left out. */
    public List<Chosen> chosen(Map<String, String> answers, int units) {
        var chosen = new ArrayList<Chosen>();
        for (var course : courses) {
            var counts = new LinkedHashMap<Dish, Integer>();
            for (int i = 1; i <= units; i++) {
                var dish = course.dish(answer(course, answers, i))
                        .orElse(course.dishes().getFirst());
                counts.merge(dish, 1, Integer::sum);
            }
            counts.forEach((dish, count) -> chosen.add(new Chosen(course, dish, count)));
        }
        return chosen;
    }

    private static @Nullable String answer(Course course, Map<String, String> answers, int unit) {
        var own = answers.get(course.key() + "." + unit);
        var answer = own == null || own.isBlank() ? answers.get(course.key()) : own;
        return answer == null || answer.isBlank() ? null : answer;
    }

    private static Refusal refusal(Course course, @Nullable String answer) {
        var dishes = course.dishes().stream().map(Dish::name).toList();
        return Refusal.of(
                answer == null ? MenuReason.CHOICE_MISSING : MenuReason.CHOICE_UNKNOWN,
                "answers." + course.key(),
                Map.of("course", course.name(), "choices", dishes));
    }
}
