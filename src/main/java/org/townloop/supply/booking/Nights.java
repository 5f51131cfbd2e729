package org.townloop.supply.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.offer.Stay;

/**
 * The nights of a stay, by the days on which they begin.
 *
 * @param departure after the last night
 */
record Nights(LocalDate arrival, LocalDate departure) {

    /**
     * What a wish means by the place's clock; refused if it does not begin at check-in and end at a later check-out.
     */
    static Outcome<Nights> of(Stay stay, ZoneId zone, Wish wish) {
        var end = wish.end();
        if (end == null || !end.isAfter(wish.start())) {
            return Outcome.refused(Refusal.of(BookingReason.DEPARTURE_MISSING, "slotEnd"));
        }
        var nights = new Nights(LocalDate.ofInstant(wish.start(), zone), LocalDate.ofInstant(end, zone));
        if (!checkIn(stay, zone, nights.arrival).equals(wish.start())) {
            return Outcome.refused(Refusal.of(
                    BookingReason.NOT_THE_CHECK_IN,
                    "slotStart",
                    Map.of("time", stay.checkIn().toString())));
        }
        if (!checkOut(stay, zone, nights.departure).equals(end)) {
            return Outcome.refused(Refusal.of(
                    BookingReason.NOT_THE_CHECK_OUT,
                    "slotEnd",
                    Map.of("time", stay.checkOut().toString())));
        }
        if (nights.count() <= 0) {
            return Outcome.refused(Refusal.of(BookingReason.DEPARTURE_MISSING, "slotEnd"));
        }
        return nights.count() > stay.mostNights() // before anybody adds up what a thousand years cost
                ? Outcome.refused(
                        Refusal.of(BookingReason.STAY_TOO_LONG, "slotEnd", Map.of("nights", stay.mostNights())))
                : Outcome.done(nights);
    }

    static Instant checkIn(Stay stay, ZoneId zone, LocalDate day) {
        return day.atTime(stay.checkIn()).atZone(zone).toInstant();
    }

    static Instant checkOut(Stay stay, ZoneId zone, LocalDate day) {
        return day.atTime(stay.checkOut()).atZone(zone).toInstant();
    }

    /**
     * The lot of a night begins with its day, not with the check-in: two offers of the same rooms may have their guests
     * come at different hours, and sell the same night.
     */
    static Lot lot(Stay stay, ZoneId zone, LocalDate night) {
        return new Lot(stay.rooms().value(), night.atStartOfDay(zone).toInstant());
    }

    int count() {
        return (int) ChronoUnit.DAYS.between(arrival, departure);
    }

    List<LocalDate> days() {
        return arrival.datesUntil(departure).toList();
    }

    /** What one room costs in all of them. */
    Money price(Stay stay, Money usual) {
        long minor = 0;
        for (var night : days()) {
            minor = Math.addExact(minor, stay.price(night, usual).minor());
        }
        return new Money(minor, usual.currency());
    }
}
