package org.townloop.launch.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
        Had had) {

    private static final Duration ALWAYS = Duration.ofDays(3_650);

    /** The names of what belongs to it; not all of it is there under every fate. */
    record Ids(UUID order, UUID intent, UUID voucher, UUID visit, UUID refund) {

        static Ids of(Shop shop, Dice dice, Instant created, Instant paid, Instant done) {
            return new Ids(
                    dice.id(shop.region(), created),
                    dice.id(shop.region(), created.plusSeconds(40)),
                    dice.id(shop.region(), paid),
                    dice.id(shop.region(), done),
                    dice.id(shop.region(), done));
        }
    }

    Booking by(Resident other) {
        return new Booking(fate, shop, offer, worker, seat, other, createdAt, paidAt, start, doneAt, ids, had);
    }

    int units() {
        return had.units();
    }

    /** Of one unit, what is chosen on top left out. */
    long unitPrice() {
        return switch (had) {
            case Had.Nights nights -> nights.roomMinor();
            case Had.Stage stage -> stage.amountMinor();
            case Had.Ride ride -> ride.fareMinor();
            case Had.Time _, Had.Meal _, Had.Seats _, Had.Party _, Had.Opened _, Had.Goods _ ->
                offer.priceAt(createdAt);
        };
    }

    Money price() {
        if (had instanceof Had.Goods goods) {
            return Money.of(goods.totalMinor(), "CNY");
        }
        return Money.of(unitPrice() * units() + had.extraMinor(), "CNY");
    }

    /** What of it is paid at the place. */
    Money balance() {
        var deposit = offer.deposit();
        return deposit == null ? Money.zero(price().currency()) : deposit.balance(price());
    }

    /** What of it is paid through us. */
    Money paid() {
        return price().minus(balance());
    }

    int version() {
        return offer.versionAt(createdAt);
    }

    Instant end() {
        return switch (had) {
            case Had.Meal meal -> meal.until();
            case Had.Nights nights -> nights.until();
            case Had.Stage stage -> stage.until();
            case Had.Goods goods -> goods.until();
            case Had.Party party -> start.plus(Duration.ofMinutes(offer.minutes() + party.longerMinutes()));
            case Had.Time _, Had.Seats _, Had.Opened _, Had.Ride _ -> start.plus(Duration.ofMinutes(offer.minutes()));
        };
    }

    /** @param usually for how long a voucher of an appointment is good after its time */
    Instant voucherUntil(Duration usually) {
        return switch (had) {
            case Had.Party party -> party.until();
            case Had.Time _, Had.Stage _, Had.Ride _, Had.Goods _ -> start.plus(usually);
            case Had.Opened _ -> start.plus(ALWAYS);
            case Had.Meal _, Had.Nights _, Had.Seats _ -> end();
        };
    }

    /** When it begins; null if it is of no time. */
    @Nullable
    Instant startsAt() {
        return had instanceof Had.Opened ? null : start;
    }

    /** When it ends; null if it is of no time. */
    @Nullable
    Instant endsAt() {
        return had instanceof Had.Opened ? null : end();
    }

    /** Who redeemed its voucher: whoever was at the counter, or who opened it. */
    UUID redeemer() {
        return had instanceof Had.Opened ? resident.id() : shop.counter().id();
    }

    /** When whoever came has gone again. */
    Instant leftAt() {
        return had instanceof Had.Nights nights ? nights.until() : doneAt;
    }

    /** How long whoever and whatever it takes is taken, as a range of PostgreSQL. */
    String taken() {
        var from = start.minus(Duration.ofMinutes(offer.minutesBefore()));
        var to = end().plus(Duration.ofMinutes(offer.minutesAfter()));
        return "[" + from + "," + to + ")";
    }

    int region() {
        return shop.region().number();
    }
}
