package org.townloop.loop.ordering;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;

/**
 * That somebody at the place says to have what was still to be paid there, or to have given back what was not due any more.
 * No money of it passes here.
 *
 * @param id of the order's region
 * @param number which one of the order's that count, from 1
 * @param amount what was open when it was noted: what is due without what was noted before; below zero what was given back
 * @param by who noted it; null if it was counted
 */
public record BalanceReceipt(
        UUID id,
        OrderId order,
        int number,
        Money amount,
        Means means,
        @Nullable PersonId by,
        Instant at) {

    /** How it was paid. */
    public enum Means {
        CASH,
        /** The place's own card reader, or a transfer to it. */
        TERMINAL,
        /** Nobody has said so; it was had, and counts as paid. */
        COUNTED
    }
}
