package org.townloop.loop.payment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;

/**
 * That somebody wants to pay orders by a gateway, and what became of it.
 *
 * @param shares what each order gets of it, by the order's id; together they are the amount
 * @param gatewayRef the gateway's own name for it, once it has answered
 * @param redirectUrl the gateway's page on which the payer pays, once it has answered
 * @param returnUrl where the payer comes back to
 * @param askedAt when the gateway was last asked
 * @param closedAt when it was captured or declined
 */
public record Intent(
        IntentId id,
        List<Share> shares,
        PersonId person,
        String gateway,
        Money amount,
        IntentState state,
        @Nullable String gatewayRef,
        @Nullable String redirectUrl,
        String returnUrl,
        Instant createdAt,
        Instant askedAt,
        @Nullable Instant closedAt) {

    /** @throws IllegalArgumentException if the shares are not the amount */
    public Intent {
        var sum = shares.stream().map(Share::amount).reduce(Money::plus).orElse(null);
        if (!amount.equals(sum)) {
            throw new IllegalArgumentException("the shares " + shares + " are not the payment's " + amount);
        }
        shares = List.copyOf(shares);
    }

    /**
     * The order that it pays.
     *
     * @throws IllegalStateException if it pays several
     */
    public UUID order() {
        if (shares.size() != 1) {
            throw new IllegalStateException("a payment of several orders: " + id.value());
        }
        return shares.getFirst().order();
    }
}
