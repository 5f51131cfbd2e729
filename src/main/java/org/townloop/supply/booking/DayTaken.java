package org.townloop.supply.booking;

import java.time.LocalDate;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.OfferId;

/** How many units of an offer are held or booked on a day. */
record DayTaken(PlaceId place, OfferId offer, LocalDate day, int units) {}
