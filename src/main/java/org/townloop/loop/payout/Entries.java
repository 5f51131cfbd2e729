package org.townloop.loop.payout;

import org.townloop.loop.ledger.PayoutBook;

/** Payouts as the books know them. */
final class Entries {

    private Entries() {}

    static PayoutBook.Payout of(Payout payout) {
        return new PayoutBook.Payout(payout.id(), payout.payee(), payout.amount(), "payout " + payout.id());
    }
}
