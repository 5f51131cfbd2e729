package org.townloop.loop.checkout;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.base.kernel.Combiner;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Turns;
import org.townloop.loop.payment.Intent;
import org.townloop.loop.payment.IntentId;
import org.townloop.loop.payment.Intents;

/**
 * Payments that are begun, combined: those that come while others are in the database are recorded together next, in one
 * transaction with the answers by key. No gateway is asked in it.
 */
@Component
class PayCombiner {

    private static final Logger LOG = LoggerFactory.getLogger(PayCombiner.class);
    private static final int MOST_WAITING = 4000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** For a lock that somebody has: longer, and each begins apart. As long as holds that are combined wait. */
    private static final Duration LOCKED = Duration.ofMillis(200);

    private record IntentRef(IntentId id) {}

    private final Combiner<PayAsked, Optional<Outcome<IntentRef>>> combiner;
    private final int most;
    private final BegunPayments payments;
    private final Intents intents;
    private final Idempotency idempotency;
    private final Turns turns;
    private final TransactionTemplate transaction;

    PayCombiner(
            BegunPayments payments,
            Intents intents,
            Idempotency idempotency,
            Turns turns,
            PlatformTransactionManager transactions,
            @Value("${townloop.checkout.together}") int most) {
        this.combiner = new Combiner<>(most, MOST_WAITING, PATIENCE, this::together);
        this.most = most;
        this.payments = payments;
        this.intents = intents;
        this.idempotency = idempotency;
        this.turns = turns;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * The payment as it is recorded.
     *
     * @return refused with {@link CheckoutReason#RUSH} if too many wait, or for too long
     * @throws IllegalStateException inside a transaction: what others are told must be committed
     */
    Outcome<Intent> begin(PayAsked asked) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a transaction is under way already");
        }
        var keyless = idempotency.wrong(asked.call());
        if (keyless.isPresent()) {
            return Outcome.refused(keyless.get());
        }
        return (most == 1 ? apart(asked) : among(asked)).map(begun -> intents.get(begun.id()));
    }

    private Outcome<IntentRef> among(PayAsked asked) {
        try {
            return combiner.ask(asked)
                    .orElseGet(() -> Optional.of(Outcome.refused(CheckoutReason.RUSH)))
                    .orElseGet(() -> apart(asked));
        } catch (CannotCreateTransactionException e) {
            throw e; // there is no database for one of them either
        } catch (RuntimeException e) {
            return apart(asked); // a bad one fails alone
        }
    }

    /** In a transaction of its own, which may wait for others. */
    private Outcome<IntentRef> apart(PayAsked asked) {
        return idempotency.once(
                asked.call(),
                IntentRef.class,
                () -> ref(payments.begin(List.of(asked)).getFirst()));
    }

    private static Outcome<IntentRef> ref(Outcome<Intent> begun) {
        return begun.map(intent -> new IntentRef(intent.id()));
    }

    private List<Optional<Outcome<IntentRef>>> together(List<PayAsked> asked) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> answers(asked)));
        } catch (RuntimeException e) {
            note(asked.size(), e);
            throw e;
        }
    }

    /**
     * Each key once: the same asked twice gets one answer; the same key with another body is judged apart, and so is who wants to
     * pay for an order that somebody else has locked.
     */
    private List<Optional<Outcome<IntentRef>>> answers(List<PayAsked> asked) {
        turns.waitAtMost(LOCKED);
        var answers = new LinkedHashMap<Idempotency.Call, Outcome<IntentRef>>(
                idempotency.answered(asked.stream().map(PayAsked::call).toList(), IntentRef.class));
        var keys = new HashSet<>();
        var open = asked.stream()
                .filter(each -> !answers.containsKey(each.call())
                        && keys.add(List.of(each.call().person(), each.call().key())))
                .toList();
        var stored = new LinkedHashMap<Idempotency.Call, IntentRef>();
        payments.beginFree(open).forEach((each, begun) -> {
            var outcome = ref(begun);
            answers.put(each.call(), outcome);
            if (outcome instanceof Outcome.Done<IntentRef>(var ref)) {
                stored.put(each.call(), ref);
            }
        });
        if (!stored.isEmpty()) {
            idempotency.store(stored);
        }
        return asked.stream()
                .map(each -> Optional.ofNullable(answers.get(each.call())))
                .toList();
    }

    /** Two who stand in each other's way are nothing to look after; whatever else fails for all is. */
    private static void note(int payments, RuntimeException e) {
        if (e instanceof ConcurrencyFailureException || e instanceof CannotCreateTransactionException) {
            LOG.info("{} payments begin apart: {}", payments, e.toString());
        } else {
            LOG.error("{} payments could not be combined, and begin apart", payments, e);
        }
    }
}
