package org.townloop.loop.ledger;

import java.time.Instant;
import java.util.UUID;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;

/**
 * An amount that leaves one account and arrives in another, in the region of its order.
 *
 * @param cause what made it move; the same cause moves each kind once
 * @param rounding in ten-thousandths of a minor unit: what of the amount is there because others' parts were rounded down
 */
record Transfer(
        TransferKind kind,
        Account debit,
        Account credit,
        Money amount,
        UUID order,
        String cause,
        Instant at,
        int rounding) {

    Transfer(TransferKind kind, Account debit, Account credit, Money amount, UUID order, String cause, Instant at) {
        this(kind, debit, credit, amount, order, cause, at, 0);
    }

    Transfer {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a transfer moves a positive amount, not " + amount.minor());
        }
        if (debit.kind() != kind.debit() || credit.kind() != kind.credit()) {
            throw new IllegalArgumentException("a " + kind + " does not run from " + debit + " to " + credit);
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
