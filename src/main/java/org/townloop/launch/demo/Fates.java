package org.townloop.launch.demo;

import java.time.Duration;
import java.time.Instant;
import org.townloop.launch.demo.Shop.Seat;
import org.townloop.launch.demo.Shop.Worker;

/** Decides what became of an order. */
final class Fates {

    private static final Duration HELD = Duration.ofMinutes(10);
    private static final Duration FREE_UNTIL = Duration.ofHours(2);
    private static final Duration STILL_GOOD = Duration.ofDays(25);

    private final Dice dice;
    private final Instant now;

    Fates(Dice dice, Instant now) {
        this.dice = dice;
        this.now = now;
    }

    Booking of(Shop shop, Sold offer, Worker worker, Seat seat, Resident resident, Instant created, Instant start) {
        var paid = created.plusSeconds(dice.between(50, 420));
        var fate = fate(paid, start);
        var done = done(fate, created, paid, start);
        return new Booking(
                fate,
                shop,
                offer,
                worker,
                seat,
                resident,
                created,
                paid,
                start,
                done,
                Booking.Ids.of(shop, dice, created, paid, done),
                new Had.Time());
    }

    private Fate fate(Instant paid, Instant start) {
        var throwOf = dice.between(0.0, 1.0);
        if (throwOf < 0.045) {
            return Fate.LAPSED;
        } else if (throwOf < 0.065) {
            return Fate.DROPPED;
        } else if (throwOf < 0.1
                && paid.isBefore(earlier(start.minus(FREE_UNTIL), now).minusSeconds(900))) {
            return Fate.REFUNDED;
        } else if (throwOf < 0.112 && paid.isBefore(start.minusSeconds(900)) && start.isBefore(now)) {
            return Fate.REFUNDED_IN_PART;
        } else if (throwOf < 0.13
                && start.isBefore(now.minus(Duration.ofDays(1)))
                && start.isAfter(now.minus(STILL_GOOD))) {
            return Fate.MISSED;
        }
        return start.isBefore(now.minus(Duration.ofMinutes(15))) ? Fate.VISITED : Fate.AWAITED;
    }

    private Instant done(Fate fate, Instant created, Instant paid, Instant start) {
        return switch (fate) {
            case VISITED -> start.plusSeconds(dice.between(-600, 720));
            case AWAITED, MISSED -> start;
            case LAPSED -> created.plus(HELD);
            case DROPPED -> created.plusSeconds(dice.between(40, 500));
            case REFUNDED -> between(paid, earlier(start.minus(FREE_UNTIL), now));
            case REFUNDED_IN_PART -> between(later(paid, start.minus(FREE_UNTIL)), start);
        };
    }

    /** Strictly within. */
    private Instant between(Instant from, Instant to) {
        return from.plusMillis((long) (Duration.between(from, to).toMillis() * dice.between(0.05, 0.95)));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
