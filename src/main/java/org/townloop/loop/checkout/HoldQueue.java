package org.townloop.loop.checkout;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.ordering.Order;
import org.townloop.supply.booking.SoldOut;
import org.townloop.supply.merchant.PlaceId;

/**
 * Many who want something of one place at the same moment go in a few at a time, in the order in which they came: the
 * calendar of a place lets in one after the other anyway, and whoever waits here keeps no connection from the rest of the
 * town. Once it is sold out, those who still wait are told from memory.
 */
@Component
class HoldQueue {

    static final int AT_ONCE = 4;
    static final int MOST_WAITING = 2000;

    /** In all, wherever somebody waits. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final class Line {
        final Semaphore turns = new Semaphore(AT_ONCE, true);
        final AtomicInteger people = new AtomicInteger();
    }

    private final Map<PlaceId, Line> lines = new ConcurrentHashMap<>();
    private final SoldOut soldOut;
    private final Idempotency idempotency;

    HoldQueue(SoldOut soldOut, Idempotency idempotency) {
        this.soldOut = soldOut;
        this.idempotency = idempotency;
    }

    /**
     * Holds when it is their turn.
     *
     * @return refused with {@link CheckoutReason#RUSH} if too many wait, or for too long
     */
    Outcome<Order> hold(HoldAsked asked, Duration patience, Supplier<Outcome<Order>> hold) {
        return inTurn(asked.offer().place(), patience, () -> unlessSoldOut(asked, hold));
    }

    /**
     * Holds several things of one place when it is their turn.
     *
     * @return refused with {@link CheckoutReason#RUSH} if too many wait, or for too long
     */
    <T> Outcome<T> inTurn(PlaceId at, Supplier<Outcome<T>> hold) {
        return inTurn(at, PATIENCE, hold);
    }

    private <T> Outcome<T> inTurn(PlaceId at, Duration patience, Supplier<Outcome<T>> hold) {
        var line = lines.compute(at, (place, before) -> joined(before));
        try {
            return line.people.get() <= MOST_WAITING + AT_ONCE
                            && line.turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)
                    ? released(line, hold)
                    : Outcome.refused(CheckoutReason.RUSH);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.refused(CheckoutReason.RUSH);
        } finally {
            lines.computeIfPresent(at, (place, now) -> now.people.decrementAndGet() == 0 ? null : now);
        }
    }

    private static Line joined(@Nullable Line before) {
        var line = before == null ? new Line() : before;
        line.people.incrementAndGet();
        return line;
    }

    private static <T> Outcome<T> released(Line line, Supplier<Outcome<T>> hold) {
        try {
            return hold.get();
        } finally {
            line.turns.release();
        }
    }

    private Outcome<Order> unlessSoldOut(HoldAsked asked, Supplier<Outcome<Order>> hold) {
        var offer = asked.offer();
        var here = soldOut.at(offer.place());
        var known = here.refusal(offer.id(), asked.wanted());
        if (known.isPresent() && !idempotency.isAnswered(asked.call())) {
            return Outcome.refused(known.get());
        }
        var outcome = idempotency.once(asked.call(), Order.class, hold);
        if (outcome instanceof Outcome.Refused<Order>(Refusal refusal)) {
            here.note(offer.id(), asked.wanted(), refusal);
        }
        return outcome;
    }
}
