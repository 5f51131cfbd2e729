package org.townloop.launch.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.townloop.launch.demo.Shop.Seat;

/** Who buys what is had otherwise than by appointment: when they thought of it, and what became of it. */
final class Sales {

    private static final Duration LEAST_LEAD = Duration.ofMinutes(50);
    private static final Duration JUST_NOW = Duration.ofMinutes(15);
    private static final Duration SECOND_THOUGHTS = Duration.ofHours(3);
    private static final double CALLED_OFF = 0.05;

    private final Custom custom;
    private final Dice dice;
    private final Instant now;
    private final Duration meanLead;
    private final Duration freeUntil;

    /**
     * @param meanLead how long before they come people think of it, on average
     * @param freeUntil how long before the start it is called off at the latest
     */
    Sales(Custom custom, Dice dice, Instant now, Duration meanLead, Duration freeUntil) {
        this.custom = custom;
        this.dice = dice;
        this.now = now;
        this.meanLead = meanLead;
        this.freeUntil = freeUntil;
    }

    /**
     * Nothing if nobody has thought of it yet.
     *
     * @param came when they come, if they do
     */
    Optional<Booking> of(Shop shop, Sold offer, Seat seat, Had had, Instant start, Instant came) {
        var lead = LEAST_LEAD.plusSeconds((long) dice.exponential(meanLead.toSeconds()));
        var created = Diary.awake(came.minus(lead));
        if (created.isAfter(now.minus(JUST_NOW)) || created.isBefore(shop.since())) {
            return Optional.empty();
        }
        return custom.guest(shop, Diary.day(start))
                .map(guest -> booking(shop, offer, seat, guest, had, created, start, came));
    }

    private Booking booking(
            Shop shop, Sold offer, Seat seat, Resident guest, Had had, Instant created, Instant start, Instant came) {
        var paid = created.plusSeconds(dice.between(60, 400));
        var fate = fate(created, start, came);
        var done = switch (fate) {
            case REFUNDED -> created.plus(SECOND_THOUGHTS);
            case VISITED -> came;
            case AWAITED, MISSED, LAPSED, DROPPED, REFUNDED_IN_PART -> start;
        };
        return new Booking(
                fate,
                shop,
                offer,
                shop.staff().getFirst(),
                seat,
                guest,
                created,
                paid,
                start,
                done,
                Booking.Ids.of(shop, dice, created, paid, done),
                had);
    }

    private Fate fate(Instant created, Instant start, Instant came) {
        var calledOff = created.plus(SECOND_THOUGHTS);
        if (dice.chance(CALLED_OFF)
                && calledOff.isBefore(start.minus(freeUntil))
                && calledOff.isBefore(now.minus(JUST_NOW))) {
            return Fate.REFUNDED;
        }
        return came.isBefore(now.minus(JUST_NOW)) ? Fate.VISITED : Fate.AWAITED;
    }
}
