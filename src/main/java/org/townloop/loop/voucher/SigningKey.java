package org.townloop.loop.voucher;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.TreeMap;

/**
 * A P-256 key as a JWK (RFC 7517, RFC 7518 section 6.2).
 *
 * @param kid its thumbprint (RFC 7638), so that the same key has the same name everywhere
 */
record SigningKey(String kid, PrivateKey secret) {

    /** The public half, in the members' order of RFC 7638. */
    record Jwk(String crv, String kty, String x, String y) {

        String kid() {
            try {
                var canonical = "{\"crv\":\"%s\",\"kty\":\"%s\",\"x\":\"%s\",\"y\":\"%s\"}".formatted(crv, kty, x, y);
                var digest = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
                return encode(digest).substring(0, 16);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        PublicKey publicKey() throws GeneralSecurityException {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            var point = new ECPoint(number(x), number(y));
            return KeyFactory.getInstance("EC")
                    .generatePublic(new ECPublicKeySpec(point, parameters.getParameterSpec(ECParameterSpec.class)));
        }

        /** The JWK as a key set shows it. */
        TreeMap<String, String> members() {
            var members = new TreeMap<String, String>();
            members.put("kty", kty);
            members.put("crv", crv);
            members.put("x", x);
            members.put("y", y);
            members.put("kid", kid());
            members.put("alg", "ES256");
            members.put("use", "sig");
            return members;
        }

        static Jwk of(ECPublicKey key) {
            return new Jwk(
                    "P-256",
                    "EC",
                    encode(key.getW().getAffineX()),
                    encode(key.getW().getAffineY()));
        }

        private static String encode(BigInteger coordinate) {
            var fixed = new byte[32];
            var bytes = coordinate.toByteArray();
            var length = Math.min(32, bytes.length);
            System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
            return Jwk.encode(fixed);
        }

        private static String encode(byte[] bytes) {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }

        private static BigInteger number(String coordinate) {
            return new BigInteger(1, Base64.getUrlDecoder().decode(coordinate));
        }
    }
}
