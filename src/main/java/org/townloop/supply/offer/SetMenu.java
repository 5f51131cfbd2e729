package org.townloop.supply.offer;

import java.time.Duration;
import java.time.Instant;
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
 * under the course's key for all units, or under {@code key.2} for the second of them alone. A course that is ordered ahead
 * with a table is chosen from at will: how many of a dish is answered under {@code key.dish}.
 *
 * @param courses in the order in which they are served; none if there is nothing to choose
 */
public record SetMenu(List<Course> courses) {

    public static final SetMenu NONE = new SetMenu(List.of());

    /**
     * @param key 2 to 41 letters and digits, beginning with a lower-case letter
     * @param ahead how its dishes are ordered ahead; null if everybody has exactly one of them
     */
    public record Course(
            String key,
            Words name,
            List<Dish> dishes,
            @Nullable Ahead ahead) {

        public Course {
            dishes = List.copyOf(dishes);
        }

        public Course(String key, Words name, List<Dish> dishes) {
            this(key, name, dishes, null);
        }

        /** Whether one of several has to be chosen. */
        public boolean isChoice() {
            return ahead == null && dishes.size() > 1;
        }

        private Course withoutLeast() {
            return ahead == null ? this : new Course(key, name, dishes, new Ahead(ahead.hours(), 0));
        }

        Optional<Dish> dish(@Nullable String key) {
            return dishes.stream().filter(dish -> dish.key().equals(key)).findFirst();
        }
    }

    /**
     * Dishes that are ordered ahead, as many of each as one likes.
     *
     * @param hours until how long before the time that was booked, 0 to {@value #HOURS_MAX}
     * @param leastMinor what each guest must order at least, in minor units; 0 if they need not order anything
     */
    public record Ahead(int hours, long leastMinor) {

        public static final int HOURS_MAX = 168;
    }

    /**
     * @param extraMinor what it costs on top of the offer's price, in minor units of its currency; 0 or more
     * @param most how many of it can be ordered ahead; null where everybody has one dish of the course
     */
    public record Dish(
            String key,
            Words name,
            long extraMinor,
            @Nullable Integer most) {

        public Dish(String key, Words name, long extraMinor) {
            this(key, name, extraMinor, null);
        }
    }

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

    /** Whether nobody can have it without saying what they eat. */
    public boolean mustBeAnswered() {
        var course = orderedAhead();
        return isChoice()
                || (course != null && course.ahead() != null && course.ahead().leastMinor() > 0);
    }

    /** The same for those who need not order anything ahead. */
    public SetMenu withoutLeast() {
        return new SetMenu(courses.stream().map(Course::withoutLeast).toList());
    }

    /**
     * What the choices cost on top of the price, or which of them is missing or unknown.
     *
     * @param answers by key; those of other questions are left alone
     */
    public Outcome<Money> extra(Map<String, String> answers, int units, Money unit) {
        var extra = 0L;
        for (var course : courses) {
            if (course.ahead() != null) {
                switch (DishesAhead.extra(course, course.ahead(), answers, units, unit.currency())) {
                    case Outcome.Refused<Long>(var refusal) -> {
                        return Outcome.refused(refusal);
                    }
                    case Outcome.Done<Long>(var sum) -> extra += sum;
                }
                continue;
            }
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
            if (course.ahead() != null) {
                chosen.addAll(DishesAhead.chosen(course, answers));
                continue;
            }
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

    /** What is ordered ahead; null if nothing can be. */
    public @Nullable Course orderedAhead() {
        return courses.stream()
                .filter(course -> course.ahead() != null)
                .findFirst()
                .orElse(null);
    }

    /** Why it is too late to have these answers at that moment. */
    public Optional<Refusal> tooLate(Map<String, String> answers, Instant start, Instant now) {
        var course = orderedAhead();
        var ahead = course == null ? null : course.ahead();
        return course == null
                        || ahead == null
                        || !isTooLateForDishes(start, now)
                        || (ahead.leastMinor() == 0
                                && DishesAhead.chosen(course, answers).isEmpty())
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        MenuReason.DISHES_TOO_LATE, "answers." + course.key(), Map.of("hours", ahead.hours())));
    }

    /** Whether dishes are ordered ahead for other moments, and for that one no more. */
    public boolean isTooLateForDishes(Instant start, Instant now) {
        var course = orderedAhead();
        var ahead = course == null ? null : course.ahead();
        return ahead != null && now.isAfter(start.minus(Duration.ofHours(ahead.hours())));
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
