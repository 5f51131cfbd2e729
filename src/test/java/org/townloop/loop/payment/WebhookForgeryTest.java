package org.townloop.loop.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FAULTS 7: forged, altered, stale, from the future, meant for another: refused, and nothing is stored. */
class WebhookForgeryTest {

    private final PaymentTown town = PaymentTown.with(Envelope.gateway());

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void aMessageIsRefusedWhicheverOfItsBytesIsAltered() {
        var genuine = Envelope.sealed(Envelope.captured(town.anIntent()), town.clock.instant());
        for (int i = 0; i < genuine.body().length; i++) {
            var body = genuine.body().clone();
            body[i] ^= 1;
            assertRefused(new Envelope(body, genuine.signature()), PaymentReason.WEBHOOK_FORGED);
        }
        assertNothingHappened();
    }

    @Test
    void aMessageSignedBySomebodyElseIsRefused() {
        var body = Envelope.captured(town.anIntent());
        assertRefused(Envelope.sealed(body, town.clock.instant(), "whsec_other"), PaymentReason.WEBHOOK_FORGED);
        var genuine = Envelope.sealed(body, town.clock.instant());
        assertRefused(new Envelope(genuine.body(), ""), PaymentReason.WEBHOOK_UNSIGNED);
        assertNothingHappened();
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, -86_400, 86_400})
    void aStaleMessageAndOneFromTheFutureAreRefused(long seconds) {
        var body = Envelope.captured(town.anIntent());
        assertRefused(Envelope.sealed(body, town.clock.instant().plusSeconds(seconds)), PaymentReason.WEBHOOK_STALE);
        assertNothingHappened();
    }

    @Test
    void aMessageReplayedLaterIsRefused() {
        var genuine = Envelope.sealed(Envelope.captured(town.anIntent()), town.clock.instant());
        town.clock.move(Duration.ofMinutes(6));
        assertRefused(genuine, PaymentReason.WEBHOOK_STALE);
        assertNothingHappened();
    }

    @Test
    void aMessageForAnotherMerchantIsRefused() {
        var body = Envelope.captured(town.anIntent()).replace("mch_town", "mch_elsewhere");
        assertRefused(Envelope.sealed(body, town.clock.instant()), PaymentReason.WEBHOOK_NOT_OURS);
        assertNothingHappened();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{}",
                "{\"id\":\"evt_1\"}",
                "{\"id\":\"evt 1\",\"type\":\"payment.captured\"}",
                "{\"id\":\"evt_1\",\"type\":\"payment.captured\",\"payment\":{\"id\":\"pay_1\",\"reference\":\"x\","
                        + "\"merchant\":\"mch_town\",\"state\":\"CAPTURED\",\"amountMinor\":1,\"currency\":\"CNY\"}}",
                "{\"id\":\"evt_1\",\"type\":\"payment.captured\",\"payment\":{\"id\":\"pay_1\",\"reference\":\"x\","
                        + "\"merchant\":\"mch_town\",\"state\":\"CAPTURED\",\"amountMinor\":1.5,\"currency\":\"CNY\"}}",
                "{\"id\":\"evt_1\",\"type\":\"payment.captured\",\"payment\":{\"id\":\"pay_1\",\"reference\":\"x\","
                        + "\"merchant\":\"mch_town\",\"state\":\"STOLEN\",\"amountMinor\":1,\"currency\":\"XQX\"}}"
            })
    void aSignedMessageThatMakesNoSenseIsRefused(String body) {
        assertRefused(Envelope.sealed(body, town.clock.instant()), PaymentReason.WEBHOOK_UNREADABLE);
        assertNothingHappened();
    }

    @Test
    void aMessageThatIsTooLargeIsRefusedUnread() {
        var body = new byte[Webhooks.LARGEST_BODY + 1];
        assertRefused(new Envelope(body, ""), PaymentReason.WEBHOOK_TOO_LARGE);
    }

    @Test
    void aGatewayThatIsNotOursIsRefused() {
        assertThat(Outcomes.reason(town.webhooks.receive("stripe", new byte[0], name -> null)))
                .isEqualTo(PaymentReason.GATEWAY_UNKNOWN);
    }

    private void assertRefused(Envelope envelope, PaymentReason reason) {
        assertThat(Outcomes.reason(town.webhooks.receive("sandbox", envelope.body(), envelope.headers())))
                .isEqualTo(reason);
    }

    private void assertNothingHappened() {
        assertThat(stored()).isZero();
        assertThat(town.told.captured).isEmpty();
        assertThat(town.jdbc
                        .sql("select distinct state from payment.intent")
                        .query(String.class)
                        .list())
                .isSubsetOf("UNKNOWN");
    }

    private int stored() {
        return town.jdbc
                .sql("select count(*) from payment.webhook")
                .query(Integer.class)
                .single();
    }
}
