package org.townloop.loop.ledger;

import java.time.Instant;
import java.util.UUID;
import org.townloop.base.kernel.Money;

/**
 * What was done with a card.
 *
 * @param about the order by which it was sold or that was paid with it; the card itself if it ran out
 * @param amount above zero, whichever way it went
 */
public record StoredMove(Kind kind, UUID about, Money amount, Instant at) {

    /** What it was. */
    public enum Kind {
        SOLD(TransferKind.STORED),
        USED(TransferKind.STORED_USED),
        GIVEN_BACK(TransferKind.STORED_BACK),
        /** The platform gave it from its own pocket. */
        GOODWILL(TransferKind.STORED_GOODWILL),
        EXPIRED(TransferKind.STORED_EXPIRED);

        private final TransferKind transfer;

        Kind(TransferKind transfer) {
            this.transfer = transfer;
        }

        static Kind of(TransferKind transfer) {
            for (var kind : values()) {
                if (kind.transfer == transfer) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("moves no stored value: " + transfer);
        }
    }
}
