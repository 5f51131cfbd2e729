package org.townloop.loop.checkout;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Together;
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

    private record IntentRef(IntentId id) {}

    private final Together<PayAsked, Outcome<IntentRef>> together;
    private final BegunPayments payments;
    private final Intents intents;
    private final Idempotency idempotency;
    private final Turns turns;

    PayCombiner(BegunPayments payments, Intents intents, Idempotency idempotency, Turns turns, Together.Lines lines) {
        this.together = lines.of("payments", this::answers);
        this.payments = payments;
        this.intents = intents;
        this.idempotency = idempotency;
        this.turns = turns;
    }

    /**
     * The payment as it is recorded.
     *
     * @return refused with {@link CheckoutReason#RUSH} if too many wait, or for too long
     * @throws IllegalStateException inside a transaction: what others are told must be committed
     */
    Outcome<Intent> begin(PayAsked asked) {
        var keyless = idempotency.wrong(asked.call());
        if (keyless.isPresent()) {
            return Outcome.refused(keyless.get());
        }
        return together.ask(asked, () -> apart(asked), () -> Outcome.refused(CheckoutReason.RUSH))
                .map(begun -> intents.get(begun.id()));
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

    /**
     * Each key once: the same asked twice gets one answer; the same key with another body is judged apart, and so is who wants to
     * pay for an order that somebody else has locked.
     */
    private List<Optional<Outcome<IntentRef>>> answers(List<PayAsked> asked) {
        turns.waitAtMost(Together.LOCKED);
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
}
