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
     * One transfer. Always, {@code amount = gross - platformShare - partnerShare - referrerShare}: of what was taken back
     * gross and shares are negative, of a commission the gross is zero, of all else the shares are.
     *
     * @param order what it is about: an order, or a payout, or a gift voucher
     * @param cause what made it move
     * @param paid what there was for the whole order; zero if it is about none
     * @param gross what of that was released by this cause, before the shares
     * @param rounding in ten-thousandths of a minor unit: what the merchant has more than his share, because the others'
     *     were rounded down to a whole unit
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
            Money referrerShare,
            Money amount,
            Money balance,
            int rounding) {

        /** Whether it tells of money on its way to the bank, and not of what was earned. */
        public boolean isPayout() {
            return kind.isPayout();
        }
    }

    /** What was earned less what was taken back: all but payouts. */
    public Money earned() {
        return entries.stream()
                .filter(entry -> !entry.isPayout())
                .map(Entry::amount)
                .reduce(Money.zero(opening.currency()), Money::plus);
    }
}
