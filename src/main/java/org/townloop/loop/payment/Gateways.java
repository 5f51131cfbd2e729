package org.townloop.loop.payment;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.townloop.base.kernel.Outcome;

/** The gateways that are configured, and our calls to them: never inside a transaction. */
@Component
public class Gateways {

    private final Map<String, Gateway> byName;
    private final Intents intents;
    private final Refunds refunds;
    private final Answers answers;

    Gateways(ObjectProvider<Gateway> gateways, Intents intents, Refunds refunds, Answers answers) {
        this.byName = gateways.stream().collect(Collectors.toUnmodifiableMap(Gateway::name, Function.identity()));
        this.intents = intents;
        this.refunds = refunds;
        this.answers = answers;
    }

    public Set<String> names() {
        return byName.keySet();
    }

    /** What the gateway may do for us; empty if there is no such gateway. */
    public Optional<Limits> limits(String gateway) {
        return find(gateway).map(Gateway::limits);
    }

    /**
     * Opens the payment at its gateway. May be repeated: the gateway knows the intent by its id.
     *
     * @param description what is paid for, as the payer reads it on the gateway's page
     * @return the intent, PENDING with the page to send the payer to, or CAPTURED; refused as {@code GATEWAY_SILENT} if
     *     the gateway did not answer for sure (the intent stays UNKNOWN and is resolved by asking), or as
     *     {@code PAYMENT_DECLINED}
     */
    public Outcome<Intent> open(Intent intent, String description) {
        if (intent.state() == IntentState.UNKNOWN) {
            requireNoTransaction();
            answers.apply(intent, of(intent).open(intent, description));
        }
        var now = intents.get(intent.id());
        return switch (now.state()) {
            case PENDING, CAPTURED -> Outcome.done(now);
            case DECLINED -> Outcome.refused(PaymentReason.PAYMENT_DECLINED);
            case UNKNOWN -> Outcome.refused(PaymentReason.GATEWAY_SILENT);
        };
    }

    /** Asks the gateway what became of the payment, and applies it as a webhook would be. */
    public Intent ask(Intent intent) {
        if (!intent.state().isOpen()) {
            return intent;
        }
        requireNoTransaction();
        answers.apply(intent, of(intent).ask(intent));
        return intents.get(intent.id());
    }

    /** Asks the gateway to give the money back. May be repeated: the gateway knows the refund by its id. */
    public Refund refund(Refund refund) {
        if (refund.state() != RefundState.UNKNOWN) {
            return refund;
        }
        requireNoTransaction();
        var payment = intents.get(refund.intent());
        answers.apply(refund, payment.gateway(), of(payment).refund(refund, payment));
        return refunds.get(refund.id());
    }

    /** Tells the gateway what the merchant has answered. May be repeated: the gateway takes the first answer. */
    void sendAnswer(Chargeback chargeback) {
        requireNoTransaction();
        var answer = Objects.requireNonNull(chargeback.answer(), "nothing was answered");
        answers.apply(chargeback, named(chargeback.gateway()).answerDispute(chargeback, answer));
    }

    /**
     * What the gateway booked on a day, a page at a time.
     *
     * @param gateway one of {@link #names}
     * @param day in UTC
     * @param after what an earlier page said in {@link Report.Page#next}; null for the first
     * @throws IllegalStateException if there is no such gateway
     */
    public Report report(String gateway, LocalDate day, @Nullable String after) {
        requireNoTransaction();
        return named(gateway).report(day, after);
    }

    Optional<Gateway> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private Gateway of(Intent intent) {
        return named(intent.gateway());
    }

    private Gateway named(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("no gateway " + name + " is configured"));
    }

    private static void requireNoTransaction() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a gateway is not called inside a transaction");
        }
    }
}
