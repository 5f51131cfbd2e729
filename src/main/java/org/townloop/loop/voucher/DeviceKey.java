package org.townloop.loop.voucher;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The public key of a device: a point of P-256, as a JWK has it (RFC 7518, section 6.2.1). */
public record DeviceKey(String x, String y) {

    private static final int COORDINATE_BYTES = 32;

    /** The key, if these are the coordinates of a point on the curve. */
    public static Optional<DeviceKey> of(
            @Nullable String kty, @Nullable String crv, @Nullable String x, @Nullable String y) {
        return "EC".equals(kty) && "P-256".equals(crv) && x != null && y != null && isOnCurve(x, y)
                ? Optional.of(new DeviceKey(x, y))
                : Optional.empty();
    }

    /** Whether the key signed the text: ES256, the signature as {@code r || s} in base64url (RFC 7518, section 3.4). */
    boolean signed(String text, String signature) {
        try {
            var verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
            verifier.initVerify(jwk().publicKey());
            verifier.update(text.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(Base64.getUrlDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    SigningKey.Jwk jwk() {
        return new SigningKey.Jwk("P-256", "EC", x, y);
    }

    /** y² = x³ + ax + b (mod p); the JDK takes any two numbers for a key. */
    private static boolean isOnCurve(String x, String y) {
        try {
            if (!isCoordinate(x) || !isCoordinate(y)) {
                return false;
            }
            var key = (ECPublicKey) new SigningKey.Jwk("P-256", "EC", x, y).publicKey();
            var curve = key.getParams().getCurve();
            var p = ((java.security.spec.ECFieldFp) curve.getField()).getP();
            var point = key.getW();
            var left = point.getAffineY().modPow(BigInteger.TWO, p);
            var right = point.getAffineX()
                    .modPow(BigInteger.valueOf(3), p)
                    .add(curve.getA().multiply(point.getAffineX()))
                    .add(curve.getB())
                    .mod(p);
            return left.equals(right);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isCoordinate(String text) {
        return text.length() <= 44 && Base64.getUrlDecoder().decode(text).length == COORDINATE_BYTES;
    }
}
