package org.townloop.loop.voucher;

/** The verdict on a scan. */
public enum ScanOutcome {
    REDEEMED,
    ALREADY_REDEEMED,
    EXPIRED,
    REVOKED,
    WRONG_PLACE,
    BAD_SIGNATURE,
    CONFLICT
}
