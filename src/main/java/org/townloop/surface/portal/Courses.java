package org.townloop.surface.portal;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ordering.Line;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.SetMenu;
import org.townloop.supply.offer.Stay;
import org.townloop.surface.page.Page;

/**
 * The courses of a set menu as they are chosen from.
 *
 * @param courses in the order in which they are served
 * @param guests for whom something else may be chosen: the first has what is chosen for all
 */
record Courses(List<Course> courses, List<Guest> guests) {

    private static final int MOST_GUESTS = 8;

    /** @param choice whether there is something to choose */
    record Course(String name, String field, boolean choice, List<Dish> dishes) {}

    /** @param extra what it costs on top, null if nothing */
    record Dish(String key, String name, @Nullable String extra, boolean chosen) {}

    /** Who may have something else. */
    record Guest(String name, List<Course> courses) {}

    static Courses of(Page page, Offer offer, Map<String, String> answers) {
        var menu = offer.menu();
        var guests = menu.isChoice()
                ? IntStream.rangeClosed(2, MOST_GUESTS)
                        .mapToObj(guest -> guest(page, offer, answers, guest))
                        .toList()
                : List.<Guest>of();
        return new Courses(
                menu.courses().stream()
                        .map(course -> course(page, offer, course, course.key(), answers))
                        .toList(),
                guests);
    }

    /** What a line gets, a sentence for each course: "Main course: 3 × river fish, 1 × braised beef"; of a stay its rooms. */
    static List<String> chosen(Page page, Offer offer, Line line) {
        if (offer.arrangement() instanceof Stay stay) {
            return Rooms.booked(page, stay, line);
        }
        return chosen(page, offer.menu().chosen(line.answersByKey(), line.quantity()));
    }

    private static List<String> chosen(Page page, List<SetMenu.Chosen> dishes) {
        return dishes.stream()
                .map(dish -> page.text(
                        "page.dish",
                        "course",
                        page.say(dish.course().name()),
                        "count",
                        dish.count(),
                        "dish",
                        page.say(dish.dish().name())))
                .toList();
    }

    private static Guest guest(Page page, Offer offer, Map<String, String> answers, int guest) {
        return new Guest(
                page.text("portal.walk-in.guest", "number", guest),
                offer.menu().courses().stream()
                        .filter(SetMenu.Course::isChoice)
                        .map(course -> course(page, offer, course, course.key() + "." + guest, answers))
                        .toList());
    }

    private static Course course(
            Page page, Offer offer, SetMenu.Course course, String key, Map<String, String> answers) {
        var answer = answers.get(key);
        return new Course(
                page.say(course.name()),
                OfferPage.ANSWER + key,
                course.isChoice(),
                course.dishes().stream()
                        .map(dish -> new Dish(
                                dish.key(),
                                page.say(dish.name()),
                                extra(page, offer, dish),
                                dish.key().equals(answer)))
                        .toList());
    }

    private static @Nullable String extra(Page page, Offer offer, SetMenu.Dish dish) {
        return dish.extraMinor() == 0
                ? null
                : page.money(new Money(dish.extraMinor(), offer.price().currency()));
    }
}
