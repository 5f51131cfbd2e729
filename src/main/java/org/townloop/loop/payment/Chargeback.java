package org.townloop.loop.payment;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;

/**
 * A payment that its payer objects to at the bank or wallet they paid with: the gateway has taken the money back until
 * it is decided.
 *
 * @param gatewayRef the gateway's own name for it
 * @param amount what was taken back
 * @param shares what of it is of which order; less than the amount if more was taken back than was left of the orders
 * @param answerBy until when the gateway hears an answer
 * @param answer what the merchant says to it; null as long as nothing was said
 * @param sent whether the gateway has the answer; null as long as that is not known
 */
public record Chargeback(
        ChargebackId id,
        IntentId intent,
        String gateway,
        String gatewayRef,
        Money amount,
        List<Share> shares,
        Why why,
        ChargebackState state,
        Instant openedAt,
        Instant answerBy,
        @Nullable String answer,
        @Nullable PersonId answeredBy,
        @Nullable Instant answeredAt,
        @Nullable Sent sent,
        @Nullable Instant decidedAt) {

    /** What the payer says. */
    public enum Why {
        /** They did not pay. */
        FRAUD,
        NOT_RECEIVED,
        NOT_AS_DESCRIBED,
        /** They paid twice. */
        DUPLICATE,
        OTHER;

        /** As gateways write it; what is not known is OTHER. */
        static Why of(String code) {
            for (var why : values()) {
                if (why.name().equals(code.toUpperCase(Locale.ROOT))) {
                    return why;
                }
            }
            return OTHER;
        }
    }

    /** What became of an answer. */
    public enum Sent {
        TAKEN,
        /** It was decided before, or the time was over. */
        TOO_LATE
    }

    public Chargeback {
        shares = List.copyOf(shares);
    }

    /** Whether an answer may still be written. */
    public boolean awaitsAnswer(Instant now) {
        return state == ChargebackState.OPEN && answer == null && now.isBefore(answerBy);
    }
}
