package org.townloop.bench;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A counter's device that scanned with no network and now sends its queue. */
final class Device {

    private final Api api;
    private final KeyPair keys;
    private final String id;
    private final String token;
    private long sequence;

    private Device(Api api, KeyPair keys, String id, String token) {
        this.api = api;
        this.keys = keys;
        this.id = id;
        this.token = token;
    }

    static Device enrolled(Api api) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var keys = generator.generateKeyPair();
        var point = ((ECPublicKey) keys.getPublic()).getW();
        var place = api.get("demo-counter", "/api/me").get("placeId").asString();
        var made = api.post(
                "demo-merchant",
                "/api/counters/" + place + "/devices",
                Map.of(
                        "name",
                        "bench " + UUID.randomUUID().toString().substring(0, 8),
                        "publicKey",
                        Map.of(
                                "kty",
                                "EC",
                                "crv",
                                "P-256",
                                "x",
                                base64(fixed(point.getAffineX())),
                                "y",
                                base64(fixed(point.getAffineY())))));
        return new Device(
                api, keys, made.get("deviceId").asString(), made.get("token").asString());
    }

    /** A scan of each token, numbered and signed. */
    List<Map<String, Object>> scans(List<String> tokens) throws GeneralSecurityException {
        var scans = new ArrayList<Map<String, Object>>();
        for (var scanned : tokens) {
            var number = ++sequence;
            var nonce = UUID.randomUUID().toString();
            var at = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
            var digest = MessageDigest.getInstance("SHA-256").digest(scanned.getBytes(StandardCharsets.UTF_8));
            var text =
                    String.join("\n", "townloop-scan-1", id, Long.toString(number), nonce, at, "1", "", base64(digest));
            var signer = Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(keys.getPrivate());
            signer.update(text.getBytes(StandardCharsets.UTF_8));
            scans.add(Map.of(
                    "token",
                    scanned,
                    "nonce",
                    nonce,
                    "scannedAt",
                    at,
                    "offline",
                    true,
                    "sequence",
                    number,
                    "signature",
                    base64(signer.sign()),
                    "units",
                    1));
        }
        return scans;
    }

    /** Sends them in one request. @return how many were redeemed */
    int send(List<Map<String, Object>> scans) {
        var body = Map.of(
                "device",
                id,
                "sentAt",
                Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
                "items",
                scans);
        int redeemed = 0;
        for (var result : api.post(token, "/api/redemptions", body).get("results")) {
            redeemed += result.get("outcome").asString().equals("REDEEMED") ? 1 : 0;
        }
        return redeemed;
    }

    private static byte[] fixed(BigInteger coordinate) {
        var fixed = new byte[32];
        var bytes = coordinate.toByteArray();
        var length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
        return fixed;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
