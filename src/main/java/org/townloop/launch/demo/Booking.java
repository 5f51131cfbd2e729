package org.townloop.launch.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.townloop.base.kernel.Money;
import org.townloop.launch.demo.Shop.Seat;
import org.townloop.launch.demo.Shop.Worker;

/**
 * An order of the past half year or of the days to come.
 *
 * @param doneAt when they came, or when it was called off or ran out, as its fate has it
 */
record Booking(
        Fate fate,
        Shop shop,
        Sold offer,
        Worker worker,
        Seat seat,
        Resident resident,
        Instant createdAt,
        Instant paidAt,
        Instant start,
        Instant doneAt,
        Ids ids,
        Optional<Meal> meal) {

    /**
     * What was chosen of a set menu.
     *
     * @param answers as JSON
     * @param day the chosen day
     * @param until when the voucher ends
     */
    record Meal(int units, long extraMinor, String answers, LocalDate day, Instant until) {}

    /** The names of what belongs to it; not all of it is there under every fate. */
    record Ids(UUID order, UUID intent, UUID voucher, UUID visit, UUID refund) {}

    Booking by(Resident other) {
        return new Booking(fate, shop, offer, worker, seat, other, createdAt, paidAt, start, doneAt, ids, meal);
    }

    int units() {
        return meal.map(Meal::units).orElse(1);
    }

    /** Of one unit, what is chosen on top left out. */
    long unitPrice() {
        return offer.priceAt(createdAt);
    }

    Money price() {
        return Money.of(unitPrice() * units() + meal.map(Meal::extraMinor).orElse(0L), "CNY");
    }

    int version() {
        return offer.versionAt(createdAt);
    }

    Instant end() {
        return start.plus(Duration.ofMinutes(offer.minutes()));
    }

    Instant takenFrom() {
        return start.minus(Duration.ofMinutes(offer.minutesBefore()));
    }

    Instant takenTo() {
        return end().plus(Duration.ofMinutes(offer.minutesAfter()));
    }

    int region() {
        return shop.region().number();
    }
}
