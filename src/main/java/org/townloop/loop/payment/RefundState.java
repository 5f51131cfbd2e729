package org.townloop.loop.payment;

/** What we know of a refund: UNKNOWN may become one of the others, which are the end. */
public enum RefundState {
    /** Asked for, and the gateway has not answered for sure. */
    UNKNOWN,
    /** The gateway has given the money back. */
    SUCCEEDED,
    /** The gateway will not: an operator has to pay it back another way. */
    FAILED;

    public boolean canBecome(RefundState next) {
        return this == UNKNOWN && next != UNKNOWN;
    }
}
