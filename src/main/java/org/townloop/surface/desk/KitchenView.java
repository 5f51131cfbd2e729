package org.townloop.surface.desk;

import java.util.List;

/**
 * What the kitchen prepares on a day.
 *
 * @param times when it is eaten, in order
 * @param all the sum of each dish
 */
record KitchenView(Desk desk, String date, String back, List<Time> times, List<Dish> all) {

    /** @param howMany eat then, with dishes or without; or of what is had on a day, how many menus */
    record Time(String at, String howMany, List<Dish> dishes) {}

    record Dish(String name, int count) {}
}
