package org.townloop.loop.voucher;

import java.time.Instant;
import java.util.UUID;
import org.townloop.supply.merchant.PlaceId;

/** What a voucher's token says, once its signature has been checked. */
record VoucherToken(VoucherId voucher, PlaceId place, Instant validUntil) {

    /** The claims as they stand in the token: short names, because a QR code is small. */
    record Claims(UUID v, UUID p, long exp) {}

    static VoucherToken of(Claims claims) {
        return new VoucherToken(
                new VoucherId(claims.v()), new PlaceId(claims.p()), Instant.ofEpochSecond(claims.exp()));
    }

    Claims claims() {
        return new Claims(voucher.value(), place.value(), validUntil.getEpochSecond());
    }
}
