package org.townloop.supply.booking;

import java.time.LocalDate;
import org.townloop.base.kernel.Money;

/**
 * A night of an offer.
 *
 * @param date of the day on which it begins
 * @param left how many rooms can still be had, 0 if it is full
 * @param price of one room
 * @param arrival whether guests may arrive on its day
 * @param departure whether guests may leave on its day
 */
public record StayNight(LocalDate date, int left, Money price, boolean arrival, boolean departure) {}
