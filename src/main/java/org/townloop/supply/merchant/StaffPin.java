package org.townloop.supply.merchant;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What is kept of the number with which a member of staff says who they are at the counter: PBKDF2 with HMAC-SHA-256
 * (RFC 8018, section 5.2). A counter without network checks it by itself, so that the few digits keep out a curious
 * customer, not somebody who has taken the device.
 *
 * @param salt 16 bytes
 * @param iterations 600,000 for new ones, as OWASP's password storage cheat sheet advises
 * @param hash 32 bytes
 */
public record StaffPin(byte[] salt, int iterations, byte[] hash) {

    static final int SHORTEST = 4;
    static final int LONGEST = 8;
    private static final int ITERATIONS = 600_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    static StaffPin of(String digits) {
        var salt = new byte[16];
        RANDOM.nextBytes(salt);
        return new StaffPin(salt, ITERATIONS, hash(digits, salt, ITERATIONS));
    }

    /** Whether these are the digits. */
    public boolean matches(String digits) {
        return MessageDigest.isEqual(hash, hash(digits, salt, iterations));
    }

    private static byte[] hash(String digits, byte[] salt, int iterations) {
        var spec = new PBEKeySpec(digits.toCharArray(), salt, iterations, 256);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            spec.clearPassword();
        }
    }
}
