package org.townloop.surface.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.SetMenu;

/**
 * A course of a set menu; where it has several dishes one of them is chosen.
 *
 * @param ahead of what is ordered ahead with a table, as many of each dish as one likes: answered as {@code key.dish}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CourseJson(
        String key,
        String name,
        List<DishJson> dishes,
        @Nullable AheadJson ahead) {

    /** @param most how many of it can be ordered ahead */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DishJson(
            String key, String name, Amount extra, @Nullable Integer most) {}

    /** Until how many hours before, and for how much at least for each guest. */
    record AheadJson(int hours, Amount leastPerGuest) {}

    static List<CourseJson> of(Offer offer, Locale locale) {
        return offer.menu().courses().stream()
                .map(course -> new CourseJson(
                        course.key(),
                        course.name().in(locale),
                        course.dishes().stream()
                                .map(dish -> dish(offer, dish, locale))
                                .toList(),
                        ahead(offer, course.ahead())))
                .toList();
    }

    private static DishJson dish(Offer offer, SetMenu.Dish dish, Locale locale) {
        return new DishJson(dish.key(), dish.name().in(locale), amount(offer, dish.extraMinor()), dish.most());
    }

    private static @Nullable AheadJson ahead(Offer offer, SetMenu.@Nullable Ahead ahead) {
        return ahead == null ? null : new AheadJson(ahead.hours(), amount(offer, ahead.leastMinor()));
    }

    private static Amount amount(Offer offer, long minor) {
        return Amount.of(new Money(minor, offer.price().currency()));
    }
}
