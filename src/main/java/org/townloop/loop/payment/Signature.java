package org.townloop.loop.payment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A webhook's proof of origin: {@code t=<seconds since 1970>,v1=<hex of HMAC-SHA256 over "t.body">}. The body is signed
 * as the bytes that came, because another writing of the same JSON is another body.
 */
record Signature(long seconds, byte[] mac) {

    /** How far the signer's clock may be from ours, in either direction; older messages may be replayed ones. */
    static final Duration TOLERANCE = Duration.ofSeconds(300);

    private static final Pattern HEADER = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");

    static Optional<Signature> parse(@Nullable String header) {
        var matcher = HEADER.matcher(header == null ? "" : header);
        return matcher.matches()
                ? Optional.of(new Signature(
                        Long.parseLong(matcher.group(1)), HexFormat.of().parseHex(matcher.group(2))))
                : Optional.empty();
    }

    /** Compares in constant time, so that nobody feels their way to the right one. */
    boolean isOf(byte[] body, String secret) {
        return MessageDigest.isEqual(mac, sign(body, secret, seconds));
    }

    boolean isRecent(Instant now) {
        return Duration.between(Instant.ofEpochSecond(seconds), now).abs().compareTo(TOLERANCE) <= 0;
    }

    static byte[] sign(byte[] body, String secret, long seconds) {
        try {
            var hmac = Mac.getInstance("HmacSHA256");
            hmac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            hmac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
            return hmac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Signature(var theirs, var theirMac)
                && seconds == theirs
                && Arrays.equals(mac, theirMac);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(mac);
    }
}
