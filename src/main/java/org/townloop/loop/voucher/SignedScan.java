package org.townloop.loop.voucher;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a device says of a scan, and signs: which it was of its own, of what, when by its own clock.
 *
 * @param sequence its number among the scans of the device, from 1
 * @param scannedAt in the words in which it was sent
 * @param staff who was at the counter, if somebody said so
 */
public record SignedScan(
        DeviceId device,
        long sequence,
        String nonce,
        String scannedAt,
        int units,
        @Nullable UUID staff,
        String token) {

    /** Without the token, which opens a voucher to whoever reads it. */
    @Override
    public String toString() {
        return "SignedScan[" + nonce + "]";
    }

    public boolean isSignedBy(DeviceKey key, @Nullable String signature) {
        return signature != null && key.signed(text(), signature);
    }

    /** The text that is signed; every field of it on a line of its own. */
    public String text() {
        return String.join(
                "\n",
                "townloop-scan-1",
                device.value().toString(),
                Long.toString(sequence),
                nonce,
                scannedAt,
                Integer.toString(units),
                staff == null ? "" : staff.toString(),
                hashOf(token));
    }

    /** By which a token is known again by whoever does not have it: its SHA-256 in base64url. */
    public static String hashOf(String token) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
