package org.townloop.loop.ordering;

import java.time.Instant;
import java.util.UUID;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;

/**
 * That somebody at the place says to have what was left to be paid there. No money of it passes here.
 *
 * @param id of the order's region
 * @param amount what was due when it was noted
 * @param by who noted it
 */
public record BalanceReceipt(UUID id, OrderId order, Money amount, Means means, PersonId by, Instant at) {

    /** How it was paid. */
    public enum Means {
        CASH,
        /** The place's own card reader, or a transfer to it. */
        TERMINAL
    }
}
