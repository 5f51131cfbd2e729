package org.townloop.loop.checkout;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.townloop.loop.voucher.QuarantinedScan;
import org.townloop.loop.voucher.ScanOutcome;
import org.townloop.loop.voucher.Voucher;
import org.townloop.loop.voucher.VoucherId;

/**
 * A scan whose signatures were checked.
 *
 * @param genuine false if a device's signature is missing or wrong: nothing comes of it, not even a note
 * @param refused the verdict, if the token alone settles it
 * @param voucher the voucher it names, if the token is ours and good at this place
 * @param scannedAt by the device's clock, null if it did not say
 * @param tokenHash by which its token is known again
 */
record ReadScan(
        Scan scan,
        boolean genuine,
        @Nullable ScanOutcome refused,
        @Nullable VoucherId voucher,
        @Nullable Instant scannedAt,
        @Nullable String tokenHash) {

    /** What its resident opens, all of it: no token of it is read, and none is ever made. */
    static ReadScan ofOpening(Voucher voucher) {
        var scan = new Scan("", "opening-" + voucher.id().value(), voucher.units(), null, null);
        return new ReadScan(scan, true, null, voucher.id(), null, null);
    }

    boolean isOpening() {
        return scan.token().isEmpty() && !scan.isOffline();
    }

    /** One whose signatures were checked when it was put into quarantine. */
    static ReadScan of(QuarantinedScan kept) {
        var offline = new Scan.Offline(kept.scannedAt().toString(), kept.sequence(), "");
        return new ReadScan(
                new Scan("", kept.nonce(), kept.units(), kept.staff(), offline),
                true,
                kept.refused(),
                kept.voucher(),
                kept.scannedAt(),
                kept.tokenHash());
    }
}
