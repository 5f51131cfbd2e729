package org.townloop.loop.payment;

/**
 * What we know of an attempt to pay back. One that its gateway refused is still owed until it goes on in exactly one way:
 * asked for again as another attempt, paid otherwise, or had already because its payer objected.
 */
public enum RefundState {
    /** Asked for, and the gateway has not answered for sure. */
    UNKNOWN,
    /** The gateway has given the money back. */
    SUCCEEDED,
    /** The gateway will not: it is owed, and somebody at the office has to see to it. */
    FAILED,
    /** Another attempt has taken its place. */
    ASKED_AGAIN,
    /** An operator says that it was paid otherwise, and another has to confirm that. */
    PAYING_OTHERWISE,
    /** Paid to the resident without the gateway. */
    PAID_OTHERWISE,
    /** The payer has the same money by a chargeback: nothing is owed any more. */
    CHARGED_BACK;

    public boolean canBecome(RefundState next) {
        return switch (this) {
            case UNKNOWN -> next == SUCCEEDED || next == FAILED;
            case FAILED -> next == ASKED_AGAIN || next == PAYING_OTHERWISE || next == CHARGED_BACK;
            case PAYING_OTHERWISE -> next == PAID_OTHERWISE || next == FAILED;
            case SUCCEEDED, ASKED_AGAIN, PAID_OTHERWISE, CHARGED_BACK -> false;
        };
    }

    /** Whether the resident does not have it yet, by this attempt or by one in its place. */
    public boolean isOwed() {
        return this == UNKNOWN || this == FAILED || this == PAYING_OTHERWISE;
    }
}
