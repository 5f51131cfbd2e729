package org.townloop.loop.payout;

import org.townloop.base.kernel.Reason;

/** Why something about payouts was refused. */
public enum PayoutReason implements Reason {
    HOLDER_MISSING(Kind.INVALID),
    ACCOUNT_NUMBER_INVALID(Kind.INVALID),
    /** The check digits do not fit: a figure is wrong. */
    ACCOUNT_NUMBER_MISTYPED(Kind.INVALID),
    BANK_NAME_MISSING(Kind.INVALID),
    BANK_CODE_INVALID(Kind.INVALID),
    /** Who is to be paid is changed by somebody who has just proved who they are. */
    SIGN_IN_AGAIN(Kind.FORBIDDEN),
    PAYOUT_CYCLE_INVALID(Kind.INVALID),
    PAYOUT_MINIMUM_INVALID(Kind.INVALID),
    HOLD_BACK_INVALID(Kind.INVALID),
    PAYOUT_SETTING_LOCKED(Kind.CONFLICT),
    PAYOUT_SETTING_CHANGED(Kind.CONFLICT),
    DEBTOR_INVALID(Kind.INVALID),
    DEBTOR_MISSING(Kind.CONFLICT),
    /** It was long ago, and numbers of accounts that ended since are forgotten. */
    ACCOUNTS_FORGOTTEN(Kind.CONFLICT),
    NOTHING_DUE(Kind.CONFLICT),
    /** Only what the bank has paid can come back. */
    PAYOUT_NOT_PAID(Kind.CONFLICT),
    RETURN_REASON_INVALID(Kind.INVALID),
    ANSWER_UNREADABLE(Kind.INVALID),
    ANSWER_TOO_LONG(Kind.INVALID);

    private final Kind kind;

    PayoutReason(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
