package org.townloop.surface.desk;

import java.util.List;

/**
 * What the kitchen prepares on a day.
 *
 * @param times when it is eaten, in order
 * @param all the sum of each dish
 */
record KitchenView(Desk desk, String date, String back, List<Time> times, List<Dish> all) {

    /** @param guests how many eat then, with dishes or without */
    record Time(String at, int guests, List<Dish> dishes) {}

    record Dish(String name, int count) {}
}
