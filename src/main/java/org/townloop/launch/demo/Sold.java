package org.townloop.launch.demo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Words;
import org.townloop.supply.offer.Appointment;
import org.townloop.supply.offer.Arrangement;
import org.townloop.supply.offer.Deposit;
import org.townloop.supply.offer.SetMenu;
import org.townloop.supply.offer.WalkIn;

/**
 * An offer with the versions it went through: at most two, of which only the price differs.
 *
 * @param attributes as JSON, by the pack's schema
 * @param rise when it became dearer, if it did
 * @param meal how it is had on a day, if it is; what there is to choose in it, if there is something
 * @param arrangement how it is had
 * @param weight how often it is chosen, against the place's others
 * @param deposit what of its price is paid when booking; null if all of it
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
        Optional<SetMeal> meal,
        Arrangement arrangement,
        @Nullable Deposit deposit) {

    /** By appointment, or on a day if there is a meal. */
    Sold(
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
        this(
                id,
                title,
                description,
                price,
                rise,
                minutes,
                minutesBefore,
                minutesAfter,
                services,
                attributes,
                staff,
                weight,
                meal,
                meal.<Arrangement>map(each -> new WalkIn(each.dailyCapacity(), each.windowDays(), null, Set.of()))
                        .orElse(Appointment.AT_A_TIME),
                null);
    }

    /** Otherwise than by appointment or on a day, at one price since it is there. */
    static Sold arranged(
            UUID id,
            Words title,
            Words description,
            long price,
            int minutes,
            int minutesAfter,
            String attributes,
            List<Shop.Worker> staff,
            double weight,
            Arrangement arrangement) {
        return new Sold(
                id,
                title,
                description,
                price,
                Optional.empty(),
                minutes,
                0,
                minutesAfter,
                List.of(),
                attributes,
                staff,
                weight,
                Optional.empty(),
                arrangement,
                null);
    }

    /** The same for a deposit. */
    Sold withDeposit(Deposit part) {
        return new Sold(
                id,
                title,
                description,
                price,
                rise,
                minutes,
                minutesBefore,
                minutesAfter,
                services,
                attributes,
                staff,
                weight,
                meal,
                arrangement,
                part);
    }

    /** The same, with dishes to choose. */
    Sold choosing(SetMenu menu) {
        return new Sold(
                id,
                title,
                description,
                price,
                rise,
                minutes,
                minutesBefore,
                minutesAfter,
                services,
                attributes,
                staff,
                weight,
                menu.courses().isEmpty() ? meal : Optional.of(new SetMeal(0, 0, menu)),
                arrangement,
                deposit);
    }

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
