package org.townloop.supply.offer;

import java.util.HashSet;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Words;
import org.townloop.base.kernel.Written;
import org.townloop.supply.offer.SetMenu.Course;

/** Whether a set menu can be chosen from. */
final class MenuRules {

    private static final int COURSES_MAX = 15;
    private static final int DISHES_MAX = 30;
    private static final int MOST_OF_A_DISH = 99;
    private static final int NAME_MAX = 80;
    private static final long EXTRA_MAX = 100_000_000;
    private static final Pattern KEY = Pattern.compile("[a-z][a-zA-Z0-9]{1,40}");

    private MenuRules() {}

    static @Nullable Refusal refusal(SetMenu menu, Arrangement arrangement) {
        if (menu.courses().size() > COURSES_MAX
                || menu.courses().stream().anyMatch(course -> course.dishes().size() > DISHES_MAX)) {
            return Refusal.of(OfferReason.MENU_TOO_LONG, "menu", Map.of("max", COURSES_MAX, "dishes", DISHES_MAX));
        }
        var keys = new HashSet<String>();
        for (var course : menu.courses()) {
            var isAhead = course.ahead() != null;
            if (!isSound(course) || isAhead != arrangement instanceof Table || !keys.add(course.key())) {
                return Refusal.of(OfferReason.MENU_INVALID, "menu");
            }
        }
        return null;
    }

    private static boolean isSound(Course course) {
        var keys = new HashSet<String>();
        return KEY.matcher(course.key()).matches()
                && isNamed(course.name())
                && !course.dishes().isEmpty()
                && course.dishes().stream()
                        .allMatch(dish -> KEY.matcher(dish.key()).matches()
                                && keys.add(dish.key())
                                && isNamed(dish.name())
                                && dish.extraMinor() >= 0
                                && dish.extraMinor() <= EXTRA_MAX
                                && isSound(dish, course.ahead()));
    }

    private static boolean isSound(SetMenu.Dish dish, SetMenu.@Nullable Ahead ahead) {
        var most = dish.most();
        return ahead == null
                ? most == null
                : most != null
                        && most >= 1
                        && most <= MOST_OF_A_DISH
                        && ahead.hours() >= 0
                        && ahead.hours() <= SetMenu.Ahead.HOURS_MAX
                        && ahead.leastMinor() >= 0
                        && ahead.leastMinor() <= EXTRA_MAX;
    }

    private static boolean isNamed(Words words) {
        return fits(words.en()) && fits(words.zh()) && !(words.en() == null && words.zh() == null);
    }

    private static boolean fits(@Nullable String name) {
        return name == null || Written.isName(name, NAME_MAX);
    }
}
