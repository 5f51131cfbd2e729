package org.townloop.loop.deal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The draw among those who came before a deal opened. A seed is drawn when the deal is made, and its hash is shown; the rank
 * of a number is {@code SHA-256(seed ":" number)}, the lowest first. Once it has opened the seed is shown, and anybody can
 * check both.
 */
public final class Draws {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Draws() {}

    /** 256 random bits, as hexadecimal digits. */
    static String seed() {
        var seed = new byte[32];
        RANDOM.nextBytes(seed);
        return HexFormat.of().formatHex(seed);
    }

    /** What is shown before the draw. */
    public static String hash(String seed) {
        return sha256(seed);
    }

    /** Whoever has the lowest is called first. */
    public static String rank(String seed, int number) {
        return sha256(seed + ":" + number);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
