package org.townloop.launch.demo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.townloop.base.kernel.Words;

/**
 * An offer with the versions it went through: at most two, of which only the price differs.
 *
 * @param attributes as JSON, by the pack's schema
 * @param rise when it became dearer, if it did
 * @param meal how it is had on a day, if it is
 * @param weight how often it is chosen, against the place's others
 */
record Sold(
        UUID id,
        Words title,
        Words description,
        long price,
        Optional<Rise> rise,
        int minutes,
        int minutesBefore,
        int minutesAfter,
        List<String> services,
        String attributes,
        List<Shop.Worker> staff,
        double weight,
        Optional<SetMeal> meal) {

    /** @param priceBefore in minor units */
    record Rise(Instant at, long priceBefore) {}

    /** How long staff and seat are taken. */
    int minutesTaken() {
        return minutesBefore + minutes + minutesAfter;
    }

    int version() {
        return rise.isPresent() ? 2 : 1;
    }

    int versionAt(Instant when) {
        return rise.map(each -> when.isBefore(each.at()) ? 1 : 2).orElse(1);
    }

    long priceAt(Instant when) {
        return rise.filter(each -> when.isBefore(each.at()))
                .map(Rise::priceBefore)
                .orElse(price);
    }
}
