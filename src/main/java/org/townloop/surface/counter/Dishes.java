package org.townloop.surface.counter;

import java.util.List;
import org.townloop.supply.offer.SetMenu;
import org.townloop.surface.page.Page;

/** Says what was chosen of a set menu. */
final class Dishes {

    private Dishes() {}

    static List<String> of(Page page, List<SetMenu.Chosen> chosen) {
        return chosen.stream()
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
}
