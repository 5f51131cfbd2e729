package org.townloop.launch.demo;

import org.townloop.supply.offer.SetMenu;

/**
 * What a restaurant sells besides its title and price.
 *
 * @param menu the courses to choose from
 */
record SetMeal(int dailyCapacity, int windowDays, SetMenu menu) {}
