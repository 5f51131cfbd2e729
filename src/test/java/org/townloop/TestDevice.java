package org.townloop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.townloop.supply.TestSalon;
import tools.jackson.databind.JsonNode;

/** A counter's telephone as the contract has it: a key of its own, numbered and signed scans, a queue. */
public final class TestDevice {

    private final LoopClient client;
    private final UUID place;
    private final UUID id;
    private final String token;
    private final KeyPair key;
    private final TestClock clock;
    private final List<Map<String, Object>> queue = new ArrayList<>();
    private Duration slow = Duration.ZERO;
    private long sequence;

    private TestDevice(LoopClient client, UUID place, LoopClient.Answer enrolled, KeyPair key, TestClock clock) {
        this.client = client;
        this.place = place;
        this.id = UUID.fromString(enrolled.text("deviceId"));
        this.token = enrolled.text("token");
        this.key = key;
        this.clock = clock;
    }

    public static TestDevice enrol(LoopClient client, TestPeople who, TestSalon salon, TestClock clock, String name)
            throws IOException {
        var key = newKey();
        var place = salon.place().value();
        var enrolled = client.post(
                who, "/api/counters/" + place + "/devices", "", Map.of("name", name, "publicKey", jwk(key)));
        assertThat(enrolled.status()).as(enrolled.body().toString()).isEqualTo(201);
        return new TestDevice(client, place, enrolled, key, clock);
    }

    public UUID id() {
        return id;
    }

    public String token() {
        return token;
    }

    public TestPeople asCaller() {
        return new TestPeople(id, token);
    }

    public long lastSequence() {
        return sequence;
    }

    /** Its clock goes behind ours by so much from now on; ahead if negative. */
    public TestDevice slowBy(Duration behind) {
        slow = behind;
        return this;
    }

    public Instant time() {
        return clock.instant().minus(slow);
    }

    /** Accepts a token with no network: numbered, signed and put into the queue. */
    public Map<String, Object> accept(String voucher) {
        return accept(voucher, 1);
    }

    public Map<String, Object> accept(String voucher, int units) {
        var item = signed(voucher, UUID.randomUUID().toString(), ++sequence, units, time().toString());
        queue.add(item);
        return item;
    }

    public Map<String, Object> signed(String voucher, String nonce, long number, int units, String scannedAt) {
        var item = new HashMap<String, Object>(Map.of(
                "token", voucher,
                "nonce", nonce,
                "scannedAt", scannedAt,
                "offline", true,
                "sequence", number,
                "units", units));
        item.put(
                "signature",
                signature(String.join(
                        "\n",
                        "townloop-scan-1",
                        id.toString(),
                        Long.toString(number),
                        nonce,
                        scannedAt,
                        Integer.toString(units),
                        "",
                        encode(sha256(voucher)))));
        return item;
    }

    /** Sends the whole queue in batches and empties it; the answers in its order. */
    public List<JsonNode> sync() throws IOException {
        var results = new ArrayList<JsonNode>();
        for (int from = 0; from < queue.size(); from += 100) {
            var answer = send(queue.subList(from, Math.min(queue.size(), from + 100)));
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
            answer.body().path("results").forEach(results::add);
        }
        queue.clear();
        return results;
    }

    /** Its memory is wiped: what waits is lost, the numbers go on. */
    public void forget() {
        queue.clear();
    }

    public LoopClient.Answer send(List<? extends Map<String, Object>> items) throws IOException {
        return client.sync(token, Map.of("device", id, "sentAt", time().toString(), "items", items));
    }

    /** Asks now, with a network. */
    public JsonNode scan(String voucher, String nonce) throws IOException {
        var answer = send(List.of(Map.of("token", voucher, "nonce", nonce)));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body().path("results").get(0);
    }

    public LoopClient.Answer bundle() throws IOException {
        return client.get(
                asCaller(),
                "/api/counters/" + place + "/bundle?device=" + id + "&sequence=" + sequence + "&clock=" + time());
    }

    /** Fetches a bundle and keeps it. */
    public JsonNode update() throws IOException {
        var bundle = bundle();
        assertThat(bundle.status()).as(bundle.body().toString()).isEqualTo(200);
        var kept = client.post(
                asCaller(),
                "/api/counters/" + place + "/devices/" + id + "/acknowledgement",
                "",
                Map.of("bundle", bundle.text("id"), "sequence", sequence));
        assertThat(kept.status()).as(kept.body().toString()).isEqualTo(204);
        return bundle.body();
    }

    public static KeyPair newKey() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    public static Map<String, String> jwk(KeyPair key) {
        var point = ((ECPublicKey) key.getPublic()).getW();
        return Map.of(
                "kty", "EC", "crv", "P-256", "x", coordinate(point.getAffineX()), "y", coordinate(point.getAffineY()));
    }

    private String signature(String text) {
        try {
            var signer = Signature.getInstance("SHA256withECDSAinP1363Format");
            signer.initSign(key.getPrivate());
            signer.update(text.getBytes(StandardCharsets.UTF_8));
            return encode(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String coordinate(BigInteger number) {
        var bytes = number.toByteArray();
        var fixed = new byte[32];
        var length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
        return encode(fixed);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(bytes, bytes.length));
    }
}
