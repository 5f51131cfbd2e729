package org.townloop.loop.ledger;

/** More would leave an order's escrow than was captured: nothing moved, and the transaction is to be rolled back. */
public final class Overdrawn extends RuntimeException {

    private static final long serialVersionUID = 1;

    Overdrawn(String what) {
        super(what);
    }

    Overdrawn(String what, Throwable cause) {
        super(what, cause);
    }
}
