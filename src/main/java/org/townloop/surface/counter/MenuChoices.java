package org.townloop.surface.counter;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.SetMenu;
import org.townloop.surface.page.Page;

/** What there is to choose in a set menu, and to be ordered ahead. */
final class MenuChoices {

    private MenuChoices() {}

    static List<WalkInView.Course> of(Page page, SetMenu menu, Map<String, String> answers) {
        return menu.courses().stream()
                .filter(SetMenu.Course::isChoice)
                .map(course -> new WalkInView.Course(
                        page.say(course.name()),
                        WalkInPage.ANSWER + course.key(),
                        course.dishes().stream()
                                .map(dish -> new WalkInView.Dish(
                                        dish.key(),
                                        page.say(dish.name()),
                                        dish.key()
                                                .equals(answers.getOrDefault(
                                                        course.key(),
                                                        course.dishes()
                                                                .getFirst()
                                                                .key()))))
                                .toList()))
                .toList();
    }

    /** What can be ordered ahead, whoever telephones need not; null if there is nothing. */
    static WalkInView.@Nullable Ahead ahead(Page page, Offer offer, Map<String, String> answers) {
        var course = offer.menu().orderedAhead();
        var ahead = course == null ? null : course.ahead();
        if (course == null || ahead == null) {
            return null;
        }
        return new WalkInView.Ahead(
                page.text("counter.walk-in.dishes.until", "hours", ahead.hours()),
                course.dishes().stream()
                        .map(dish -> counted(page, offer, course.key() + "." + dish.key(), dish, answers))
                        .toList());
    }

    private static WalkInView.Counted counted(
            Page page, Offer offer, String key, SetMenu.Dish dish, Map<String, String> answers) {
        var most = dish.most();
        return new WalkInView.Counted(
                WalkInPage.ANSWER + key,
                page.say(dish.name()),
                page.money(new Money(dish.extraMinor(), offer.price().currency())),
                most == null ? 0 : most,
                answers.getOrDefault(key, ""));
    }
}
