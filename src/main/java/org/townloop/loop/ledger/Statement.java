package org.townloop.loop.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.townloop.base.kernel.Money;

/**
 * A merchant's account over a time: opening balance, every transfer, closing balance. The amounts of the entries added
 * to the opening balance give the closing balance.
 *
 * @param from inclusive
 * @param to exclusive
 */
public record Statement(UUID merchant, Instant from, Instant to, Money opening, List<Entry> entries, Money closing) {

    /**
     * One transfer. Of a release, {@code amount = gross - platformShare - partnerShare}.
     *
     * @param cause what made it move
     * @param paid what the resident paid for the whole order
     * @param gross what of that was released by this cause, before the shares
     * @param amount what the merchant was credited, or debited if negative
     * @param balance the merchant's after this entry
     */
    public record Entry(
            Instant at,
            TransferKind kind,
            UUID order,
            String cause,
            Money paid,
            Money gross,
            Money platformShare,
            Money partnerShare,
            Money amount,
            Money balance) {}
}
