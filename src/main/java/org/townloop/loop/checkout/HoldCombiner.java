package org.townloop.loop.checkout;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.AnsweredCalls;
import org.townloop.base.kernel.Combiner;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
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

    private static final Logger LOG = LoggerFactory.getLogger(HoldCombiner.class);

    /** Whether it is known what becomes of a hold, after it was asked for among others. */
    private sealed interface Answer {

        record Known(Outcome<Order> outcome) implements Answer {}

        /** Somebody would have to be waited for. */
        record Later() implements Answer {}

        record Apart() implements Answer {}
    }

    private static final int ATTEMPTS = 5;
    private static final int MOST_WAITING = 4000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Combiner<HoldAsked, Optional<Outcome<Order>>> combiner;
    private final int most;
    private final HoldBatch batch;
    private final HoldQueue queue;
    private final Holds holds;
    private final KnownOffers offers;
    private final SoldOut soldOut;
    private final AnsweredCalls answered;
    private final Idempotency idempotency;
    private final TransactionTemplate transaction;

    HoldCombiner(
            HoldBatch batch,
            HoldQueue queue,
            Holds holds,
            KnownOffers offers,
            SoldOut soldOut,
            AnsweredCalls answered,
            Idempotency idempotency,
            PlatformTransactionManager transactions,
            @Value("${townloop.checkout.together}") int most) {
        this.combiner = new Combiner<>(most, MOST_WAITING, PATIENCE, this::together);
        this.most = most;
        this.batch = batch;
        this.queue = queue;
        this.holds = holds;
        this.offers = offers;
        this.soldOut = soldOut;
        this.answered = answered;
        this.idempotency = idempotency;
        this.transaction = new TransactionTemplate(transactions);
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
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a transaction is under way already");
        }
        if (most == 1 || asked.offer().article() != null || asked.wish().isAtShop()) {
            return apart(asked, PATIENCE);
        }
        var until = System.nanoTime() + PATIENCE.toNanos();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            switch (ask(asked, left(until))) {
                case Answer.Known(var outcome) -> {
                    return outcome;
                }
                case Answer.Later _ -> pause(attempt);
                case Answer.Apart _ -> {
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

    /** What fails for all is tried by each apart, so that a bad one fails alone. */
    private Answer ask(HoldAsked asked, Duration patience) {
        try {
            return combiner.ask(asked, patience)
                    .map(answer -> answer.<Answer>map(Answer.Known::new).orElse(new Answer.Later()))
                    .orElseGet(() -> new Answer.Known(Outcome.refused(CheckoutReason.RUSH)));
        } catch (CannotCreateTransactionException e) {
            throw e; // there is no database for one of them either
        } catch (RuntimeException e) {
            return new Answer.Apart();
        }
    }

    private static void pause(int attempt) {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1_000_000, 3_000_000) * attempt);
    }

    /** In a transaction of its own, which may wait for others. */
    private Outcome<Order> apart(HoldAsked asked, Duration patience) {
        return queue.hold(asked, patience, () -> holds.hold(asked.actor(), asked.wish(), asked.start()));
    }

    private List<Optional<Outcome<Order>>> together(List<HoldAsked> asked) {
        try {
            var wanted = batch.wanted(asked);
            var answered = Objects.requireNonNull(transaction.execute(status -> batch.hold(wanted)));
            batch.remember(answered);
            return answered.answers();
        } catch (RuntimeException e) {
            note(asked.size(), e);
            throw e;
        }
    }

    /** Two who stand in each other's way are nothing to look after; whatever else fails for all is. */
    private static void note(int holds, RuntimeException e) {
        if (e instanceof ConcurrencyFailureException || e instanceof CannotCreateTransactionException) {
            LOG.info("{} holds are held apart: {}", holds, e.toString());
        } else {
            LOG.error("{} holds could not be combined, and are held apart", holds, e);
        }
    }
}
