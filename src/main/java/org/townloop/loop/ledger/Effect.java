package org.townloop.loop.ledger;

/** What a transfer does to the total of its order. */
enum Effect {
    /** More is there for the order. */
    CAPTURES,
    /** Out of escrow to those who earned it. */
    RELEASES,
    /** Back into escrow from those who had earned it. */
    TAKES_BACK,
    /** Out of escrow to those whose money it was. */
    REFUNDS,
    /** The same, taken by the payer's bank: refunded, and counted apart as well. */
    CHARGES_BACK,
    /** Given on top, from the platform's own pocket: counted apart. */
    GIVES,
    /** What was promised leaves us: no figure changes, but the order must be in the books. */
    PAYS_BACK,
    /** The order, if there is one, is only what the transfer is about. */
    NONE
}
