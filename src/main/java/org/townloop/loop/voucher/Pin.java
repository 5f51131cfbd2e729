package org.townloop.loop.voucher;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * By which somebody at a counter says who they are, also with no network: the hash of a few digits. It keeps colleagues
 * apart, and no thief out who has the device and its memory.
 *
 * @param hash 32 bytes of PBKDF2 with HMAC-SHA-256 (RFC 8018, section 5.2)
 */
public record Pin(byte[] salt, int iterations, byte[] hash) {

    /** What a slow telephone computes in a fifth of a second. */
    private static final int ITERATIONS = 60_000;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Pin of(String digits) {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new Pin(salt, ITERATIONS, hash(digits, salt, ITERATIONS));
    }

    private static byte[] hash(String digits, byte[] salt, int iterations) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(digits.toCharArray(), salt, iterations, HASH_BITS))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
