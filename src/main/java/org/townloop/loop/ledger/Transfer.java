package org.townloop.loop.ledger;

import java.time.Instant;
import java.util.UUID;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;

/**
 * An amount that leaves one account and arrives in another, in the region of its order.
 *
 * @param cause what made it move; the same cause moves each kind once
 */
record Transfer(TransferKind kind, Account debit, Account credit, Money amount, UUID order, String cause, Instant at) {

    Transfer {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a transfer moves a positive amount, not " + amount.minor());
        }
        if (cause.isBlank()) {
            throw new IllegalArgumentException("a transfer needs a cause");
        }
    }

    RegionId region() {
        return RegionId.of(order);
    }

    /** Unique in the region: the guard against moving money twice. */
    String key() {
        return cause + "/" + kind;
    }

    String currencyCode() {
        return amount.currency().getCurrencyCode();
    }
}
