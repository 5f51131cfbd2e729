package org.townloop.surface.counter;

import java.util.List;
import java.util.Map;
import org.townloop.supply.offer.SetMenu;
import org.townloop.surface.page.Page;

/** What there is to choose in a set menu. */
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
}
