package org.townloop.loop.checkout;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.AnsweredCalls;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Together;
import org.townloop.loop.ordering.Order;
import org.townloop.supply.booking.KnownOffers;
import org.townloop.supply.booking.SoldOut;

/**
 * Holds of all the town, combined: those that come while others are in the database are held together next, in one
 * transaction. Who cannot be judged among them without waiting for somebody is asked about again a moment later, and in the
 * end held apart.
 */
@Component
class HoldCombiner {

    private static final int ATTEMPTS = 5;

    private final Together<HoldAsked, Outcome<Order>> together;
    private final Together.Lines lines;
    private final HoldBatch batch;
    private final HoldQueue queue;
    private final Holds holds;
    private final KnownOffers offers;
    private final SoldOut soldOut;
    private final AnsweredCalls answered;
    private final Idempotency idempotency;

    HoldCombiner(
            HoldBatch batch,
            HoldQueue queue,
            Holds holds,
            KnownOffers offers,
            SoldOut soldOut,
            AnsweredCalls answered,
            Idempotency idempotency,
            Together.Lines lines) {
        this.together = lines.around("holds", this::answers);
        this.lines = lines;
        this.batch = batch;
        this.queue = queue;
        this.holds = holds;
        this.offers = offers;
        this.soldOut = soldOut;
        this.answered = answered;
        this.idempotency = idempotency;
    }

    /** @return refused with {@link CheckoutReason#RUSH} if too many wait, or for too long */
    Outcome<Order> hold(Actor actor, HoldOrder wish, String key) {
        var wrong = holds.check(wish);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        var offer = offers.get(wish.offer()).orElse(null);
        var begins = holds.start(wish, offer);
        if (begins.isEmpty()) {
            return Outcome.refused(Refusal.of(CheckoutReason.SLOT_MISSING, "slotStart"));
        }
        var start = begins.get();
        var call = new Idempotency.Call(actor.person().value(), "hold", key, wish);
        var keyless = idempotency.wrong(call);
        if (offer == null || keyless.isPresent()) {
            return Outcome.refused(keyless.orElse(Refusal.of(CheckoutReason.OFFER_UNKNOWN, "offerId")));
        }
        var asked = new HoldAsked(actor, wish, offer, start, call);
        var known = known(asked);
        if (known.isPresent() && !answered.contains(call)) {
            return Outcome.refused(known.get());
        }
        holds.prepare(wish, start);
        return hold(asked);
    }

    /** Why it cannot be had, as far as that is known without asking the calendar; but who was answered before gets that again. */
    private Optional<Refusal> known(HoldAsked asked) {
        return holds.shut(asked.offer(), asked.start())
                .or(() ->
                        soldOut.at(asked.offer().place()).refusal(asked.offer().id(), asked.wanted()));
    }

    /**
     * The same, once nothing is wrong that can be seen without the calendar.
     *
     * @throws IllegalStateException inside a transaction: what others are told must be committed
     */
    Outcome<Order> hold(HoldAsked asked) {
        if (!together.isMeant()
                || asked.offer().article() != null
                || asked.wish().isAtShop()) {
            return apart(asked, Together.PATIENCE);
        }
        var until = System.nanoTime() + Together.PATIENCE.toNanos();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            switch (together.ask(asked, left(until))) {
                case Together.Answer.Given<Outcome<Order>>(var outcome) -> {
                    return outcome;
                }
                case Together.Answer.TurnedAway<Outcome<Order>> _ -> {
                    return Outcome.refused(CheckoutReason.RUSH);
                }
                case Together.Answer.LeftOut<Outcome<Order>> _ -> pause(attempt);
                case Together.Answer.Failed<Outcome<Order>> _ -> {
                    return apart(asked, left(until));
                }
            }
        }
        return apart(asked, left(until));
    }

    /** However often it is asked for, and wherever it waits: ten seconds in all. */
    private static Duration left(long until) {
        return Duration.ofNanos(Math.max(0, until - System.nanoTime()));
    }

    private static void pause(int attempt) {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1_000_000, 3_000_000) * attempt);
    }

    /** In a transaction of its own, which may wait for others. */
    private Outcome<Order> apart(HoldAsked asked, Duration patience) {
        return queue.hold(asked, patience, () -> holds.hold(asked.actor(), asked.wish(), asked.start()));
    }

    /** What was refused is known to the next only when nothing can change it any more. */
    private List<Optional<Outcome<Order>>> answers(List<HoldAsked> asked) {
        var wanted = batch.wanted(asked);
        var answered = lines.inTransaction(() -> batch.hold(wanted));
        batch.remember(answered);
        return answered.answers();
    }
}
