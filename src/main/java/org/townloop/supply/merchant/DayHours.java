package org.townloop.supply.merchant;

import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * A stretch of a day of the week in which a place is open, by the clock on its wall.
 *
 * @param closes midnight if it is open to the end of the day
 */
public record DayHours(DayOfWeek day, LocalTime opens, LocalTime closes) {}
