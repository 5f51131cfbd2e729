package org.townloop.surface.api;

import java.util.List;
import java.util.Locale;
import org.townloop.base.kernel.Money;
import org.townloop.supply.offer.Offer;

/** A course of a set menu; where it has several dishes one of them is chosen. */
record CourseJson(String key, String name, List<DishJson> dishes) {

    record DishJson(String key, String name, Amount extra) {}

    /** Those that there are to choose in the offer. */
    static List<CourseJson> of(Offer offer, Locale locale) {
        return offer.menu().courses().stream()
                .map(course -> new CourseJson(
                        course.key(),
                        course.name().in(locale),
                        course.dishes().stream()
                                .map(dish -> new DishJson(
                                        dish.key(),
                                        dish.name().in(locale),
                                        Amount.of(new Money(
                                                dish.extraMinor(), offer.price().currency()))))
                                .toList()))
                .toList();
    }
}
