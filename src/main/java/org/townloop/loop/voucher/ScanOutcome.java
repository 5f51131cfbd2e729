package org.townloop.loop.voucher;

/** The verdict on a scan. */
public enum ScanOutcome {
    REDEEMED,
    /** Not enough is left of it; the scan was made with a network, so nobody was served for it. */
    ALREADY_REDEEMED,
    EXPIRED,
    REVOKED,
    WRONG_PLACE,
    BAD_SIGNATURE,
    /** It was accepted with no network, and another scan or a refund was stored first: kept, disputed, unpaid. */
    CONFLICT
}
