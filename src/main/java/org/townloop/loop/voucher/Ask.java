package org.townloop.loop.voucher;

import java.time.Instant;

/**
 * What a scan asks of a voucher. The rules of double spending stand here and nowhere else; what is judged is the state
 * that is stored, so that the order of storing decides, and never the time that a scan names.
 *
 * @param offline whether it was accepted with no network before it came here
 * @param units how many units, all or none
 * @param at when it was made: now, or for an offline scan its time corrected by the skew of the device's clock
 */
public record Ask(boolean offline, int units, Instant at) {

    /** @param orderOpen whether the order is paid, and neither closed nor objected to */
    public ScanOutcome of(Voucher voucher, boolean orderOpen) {
        return switch (voucher.state()) {
            case REDEEMED -> second();
            case REVOKED -> calledOff();
            case WITHDRAWN -> offline && orderOpen ? open(voucher) : calledOff();
            case ISSUED -> orderOpen ? open(voucher) : calledOff();
        };
    }

    private ScanOutcome open(Voucher voucher) {
        if (at.isAfter(voucher.validUntil())) {
            return ScanOutcome.EXPIRED;
        }
        return units > voucher.unitsLeft() ? second() : ScanOutcome.REDEEMED;
    }

    /** Another scan was stored first. */
    private ScanOutcome second() {
        return offline ? ScanOutcome.CONFLICT : ScanOutcome.ALREADY_REDEEMED;
    }

    /** The money is on its way back, or nobody may have it now. */
    private ScanOutcome calledOff() {
        return offline ? ScanOutcome.CONFLICT : ScanOutcome.REVOKED;
    }
}
