package org.townloop.loop.payment;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import tools.jackson.databind.json.JsonMapper;

/** A webhook as the sandbox gateway would send it, which may be spoilt on the way. */
record Envelope(byte[] body, String signature) {

    static final SandboxAccount ACCOUNT = new SandboxAccount("mch_town", "sk_town", "whsec_town");

    /** The gateway's client; nobody is there to call. */
    static SandboxGateway gateway() {
        return gateway("http://localhost:9", Duration.ofMillis(400));
    }

    static SandboxGateway gateway(String url, Duration timeout) {
        var json = JsonMapper.builder().build();
        var calls = new SandboxCalls(() -> url, () -> ACCOUNT, timeout, json);
        return new SandboxGateway(calls, () -> "http://localhost:9/api/webhooks/sandbox", () -> ACCOUNT, json);
    }

    static String captured(Intent intent) {
        return captured("evt_" + UUID.randomUUID(), intent, intent.amount());
    }

    static String captured(String event, Intent intent, Money amount) {
        return payment(event, "payment.captured", "CAPTURED", intent, amount, "");
    }

    static String declined(Intent intent) {
        return payment("evt_" + UUID.randomUUID(), "payment.declined", "DECLINED", intent, intent.amount(), "");
    }

    static String other(Intent intent) {
        return payment("evt_" + UUID.randomUUID(), "payment.viewed", "OPEN", intent, intent.amount(), "");
    }

    static String refunded(Intent intent, Refund refund, Money amount) {
        return payment(
                "evt_" + UUID.randomUUID(), "refund.succeeded", "CAPTURED", intent, intent.amount(), """
                    ,"refund":{"id":"ref_1","reference":"%s","state":"SUCCEEDED","amountMinor":%d,"currency":"%s"}
                    """.formatted(
                                refund.id().value(), amount.minor(), amount.currency()));
    }

    /** @param type opened, won or lost */
    static String dispute(String type, Intent intent, String id, Money amount) {
        return payment(
                "evt_" + UUID.randomUUID(), "dispute." + type, "CAPTURED", intent, intent.amount(), """
                    ,"dispute":{"id":"%s","state":"OPEN","amountMinor":%d,"currency":"%s","reason":"not_received",\
                    "answerBy":"2026-12-03T02:00:00Z"}
                    """.formatted(
                                id, amount.minor(), amount.currency()));
    }

    private static String payment(String event, String type, String state, Intent intent, Money amount, String refund) {
        return """
            {"id":"%s","type":"%s","createdAt":"2026-11-26T02:00:00Z","payment":{"id":"pay_1","reference":"%s",\
            "merchant":"%s","state":"%s","amountMinor":%d,"currency":"%s","refundedMinor":0}%s}\
            """.formatted(
                event, type, intent.id().value(), ACCOUNT.merchant(), state, amount.minor(), amount.currency(), refund);
    }

    static Envelope sealed(String body, Instant now) {
        return sealed(body, now, ACCOUNT.webhookSecret());
    }

    static Envelope sealed(String body, Instant now, String secret) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var mac = HexFormat.of().formatHex(Signature.sign(bytes, secret, now.getEpochSecond()));
        return new Envelope(bytes, "t=" + now.getEpochSecond() + ",v1=" + mac);
    }

    Function<String, @Nullable String> headers() {
        return name -> name.equalsIgnoreCase("Townloop-Signature") ? signature : null;
    }
}
