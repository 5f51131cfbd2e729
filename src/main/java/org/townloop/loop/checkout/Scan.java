package org.townloop.loop.checkout;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token that a counter read.
 *
 * @param nonce the counter's own name for this scan: sent again, it gets the same answer
 * @param units how many units it takes, all or none
 * @param staff who was at the counter, if somebody said so
 * @param offline what a device says of a scan that it accepted with no network; null for one that asks now
 */
public record Scan(
        String token,
        String nonce,
        int units,
        @Nullable UUID staff,
        @Nullable Offline offline) {

    /**
     * What a device signed.
     *
     * @param scannedAt by its own clock, in the words in which it was sent
     * @param sequence its number among the scans of the device, from 1
     */
    public record Offline(String scannedAt, long sequence, String signature) {}

    /** One unit, asked for now. */
    public Scan(String token, String nonce) {
        this(token, nonce, 1, null, null);
    }

    /** Without the token, which opens a voucher to whoever reads it. */
    @Override
    public String toString() {
        return "Scan[" + nonce + "]";
    }

    public boolean isOffline() {
        return offline != null;
    }
}
