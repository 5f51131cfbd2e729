package org.townloop.loop.checkout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Turns;
import org.townloop.loop.ordering.Wait;
import org.townloop.loop.ordering.WaitState;
import org.townloop.loop.ordering.Waits;
import org.townloop.supply.booking.Availability;
import org.townloop.supply.offer.Appointment;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Session;
import org.townloop.supply.offer.Table;

/** Waiting until something that is full becomes free, and leaving the line. */
@Component
public class Waiting {

    private static final int MOST = 10;
    private static final int SHOWN = 50;
    private static final Duration SHORTEST = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofDays(14);
    private static final Duration AHEAD = Duration.ofDays(60);

    private final Waits waits;
    private final Offers offers;
    private final Availability availability;
    private final Turns turns;
    private final Atomically atomically;
    private final Clock clock;

    Waiting(Waits waits, Offers offers, Availability availability, Turns turns, Atomically atomically, Clock clock) {
        this.waits = waits;
        this.offers = offers;
        this.availability = availability;
        this.turns = turns;
        this.atomically = atomically;
        this.clock = clock;
    }

    /** Whether there can be a line for it: it is at a time, at the place, and nobody has to choose anything. */
    public static boolean isFor(Offer offer) {
        return !offer.menu().mustBeAnswered()
                && (offer.arrangement() instanceof Appointment
                        || offer.arrangement() instanceof Session
                        || offer.arrangement() instanceof Table);
    }

    /**
     * Joins the line for something that begins then; who is in it already stays where they are.
     *
     * @param from the earliest start
     * @param to before which it begins
     */
    public Outcome<Wait> join(Actor actor, OfferId id, Instant from, Instant to, int quantity) {
        var offer = offers.get(List.of(id)).get(id);
        if (offer == null || !offer.active() || !isFor(offer)) {
            return Outcome.refused(Refusal.of(CheckoutReason.NO_LINE_FOR_IT, "offerId"));
        }
        var wrong = wrong(from, to, quantity);
        if (wrong != null) {
            return Outcome.refused(wrong);
        }
        var fits = availability.slots(offer, from, to).stream().anyMatch(slot -> slot.left() >= quantity);
        return fits
                ? Outcome.refused(Refusal.of(CheckoutReason.SOMETHING_IS_FREE, "from"))
                : atomically.run(() -> join(actor, offer, from, to, quantity));
    }

    private Outcome<Wait> join(Actor actor, Offer offer, Instant from, Instant to, int quantity) {
        turns.take("waits", actor.person().value());
        if (waits.open(actor.person()) >= MOST) {
            return Outcome.refused(new Refusal(CheckoutReason.WAITS_TOO_MANY, null, Map.of("max", MOST)));
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return Outcome.done(waits.join(new Wait(
                Ids.next(offer.region(), now),
                actor.person(),
                offer.place(),
                offer.id(),
                from.truncatedTo(ChronoUnit.MICROS),
                to.truncatedTo(ChronoUnit.MICROS),
                quantity,
                now,
                WaitState.WAITING,
                null,
                0)));
    }

    private @Nullable Refusal wrong(Instant from, Instant to, int quantity) {
        if (quantity < 1 || quantity > HoldOrder.MOST) {
            return Refusal.of(CheckoutReason.QUANTITY_INVALID, "quantity", Map.of("max", HoldOrder.MOST));
        }
        var now = clock.instant();
        var length = Duration.between(from, to);
        return !to.isAfter(now)
                        || to.isAfter(now.plus(AHEAD))
                        || length.compareTo(SHORTEST) < 0
                        || length.compareTo(LONGEST) > 0
                ? Refusal.of(
                        CheckoutReason.WAIT_INVALID,
                        "from",
                        Map.of("days", AHEAD.toDays(), "longest", LONGEST.toDays()))
                : null;
    }

    /** One's own, the newest first. */
    public List<Wait> of(Actor actor) {
        return waits.of(actor.person(), SHOWN);
    }

    /**
     * Leaves the line; nothing happens to whoever has left it.
     *
     * @return refused while something is held for them: that is let go of like any order
     * @throws Absent if it is not a wish of theirs
     */
    public Outcome<Wait> leave(Actor actor, UUID id) {
        if (!RegionId.isIn(id)) {
            throw new Absent("wait " + id);
        }
        return atomically.run(() -> {
            var wait = waits.lock(RegionId.of(id), id)
                    .filter(each -> each.resident().equals(actor.person()))
                    .orElseThrow(() -> new Absent("wait " + id));
            if (wait.state() == WaitState.OFFERED) {
                return Outcome.refused(CheckoutReason.WAIT_OFFERED);
            }
            waits.leave(wait);
            return Outcome.done(
                    Objects.requireNonNull(waits.lock(RegionId.of(id), id).orElse(null)));
        });
    }
}
