package org.townloop.loop.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;

/** Payment and the sandbox gateway as two parties that know each other by HTTP only: calls one way, webhooks back. */
@TownTest
class SandboxLoopTests {

    private final Payer payer = new Payer();
    private final SandboxTown town;
    private final PaymentTown payment;

    SandboxLoopTests(@LocalServerPort int port, @Autowired TestClock clock) throws IOException {
        this.town = new SandboxTown("http://localhost:" + port, clock);
        this.payment = town.payment;
    }

    @AfterEach
    void close() {
        town.close();
    }

    /** One in three webhooks comes twice; sixty without one would be a gateway that sends none. */
    @Test
    void aPaymentIsCapturedByItsWebhookAndOnceOnly() {
        var payments = 0;
        while (!town.letterbox.received.contains(Outcome.done(Receipt.DUPLICATE)) && payments < 60) {
            var intent = opened(PaymentTown.PRICE);
            assertThat(payer.chooses(intent, "succeed").statusCode()).isEqualTo(303);
            becomes(intent, IntentState.CAPTURED);
            payments++;
        }
        assertThat(town.letterbox.received).contains(Outcome.done(Receipt.DUPLICATE));
        assertThat(payment.told.captured).hasSize(payments);
    }

    @Test
    void anObjectionAndWhatCameOfItAreToldOnceEach() {
        for (var end : List.of("won", "lost")) {
            payment.toldOfChargebacks.heard.clear();
            var intent = opened(PaymentTown.PRICE);
            payer.chooses(intent, "succeed");
            payer.disputes(intent, "open");
            payer.disputes(intent, end);
            await().until(() -> payment.toldOfChargebacks.heard.size() == 2);
            assertThat(payment.toldOfChargebacks.heard).containsExactly("opened 12800", end + " 12800");
            becomes(intent, IntentState.CAPTURED);
        }
    }

    @Test
    void whoSaysNothingInTimeHasLost() {
        var intent = opened(PaymentTown.PRICE);
        payer.chooses(intent, "succeed");
        payer.disputes(intent, "open");
        await().until(() -> !payment.toldOfChargebacks.heard.isEmpty());
        town.move(Duration.ofDays(8));
        await().until(() -> payment.toldOfChargebacks.heard.contains("lost 12800"));
    }

    @Test
    void aDeclinedPaymentIsTold() {
        var intent = opened(PaymentTown.PRICE);
        payer.chooses(intent, "decline");
        becomes(intent, IntentState.DECLINED);
        assertThat(payment.told.declined).hasSize(1);
    }

    @Test
    void aPaymentThatTimesOutAfterCaptureIsFoundByAsking() {
        var intent = opened(PaymentTown.PRICE);
        assertThat(payer.chooses(intent, "timeout").statusCode()).isEqualTo(504);
        assertThat(town.letterbox.received).isEmpty();
        town.move(Duration.ofSeconds(31));
        payment.reconciler.resolve();
        assertThat(payment.stateOf(intent)).isEqualTo(IntentState.CAPTURED);
        assertThat(town.letterbox.received).isEmpty();
    }

    @Test
    void lateMoneyArrivesAfterElevenMinutes() {
        var intent = opened(PaymentTown.PRICE);
        assertThat(payer.chooses(intent, "late").statusCode()).isEqualTo(303);
        town.move(Duration.ofMinutes(10));
        assertThat(payment.reconciler.ask(intent.id()).state()).isEqualTo(IntentState.PENDING);
        town.move(Duration.ofMinutes(2));
        becomes(intent, IntentState.CAPTURED);
    }

    @Test
    void aPaymentWhoseOpeningTimesOutIsOpenedByTheNextTry() {
        var intent = payment.anIntent(Money.of(12_808, "CNY"));
        assertThat(Outcomes.reason(payment.gateways.open(intent, "Haircut"))).isEqualTo(PaymentReason.GATEWAY_SILENT);
        payment.reconciler.ask(intent.id());
        var found = Outcomes.value(payment.gateways.open(payment.intents.get(intent.id()), "Haircut"));
        assertThat(payer.looksAt(found, "en").statusCode()).isEqualTo(200);
    }

    @Test
    void aWebhookThatIsNotTakenIsSentAgainLater() {
        town.letterbox.failures.set(3);
        var intent = opened(PaymentTown.PRICE);
        payer.chooses(intent, "succeed");
        await().until(() -> {
            town.move(Duration.ofSeconds(5));
            return payment.stateOf(intent) == IntentState.CAPTURED;
        });
        assertThat(payment.told.captured).hasSize(1);
    }

    /** Neither the next payment's, nor by sending it once more while it is under way. */
    @Test
    void aWebhookThatIsNotAnsweredHoldsUpNoOther() {
        var silence = town.letterbox.isSilent();
        var first = opened(PaymentTown.PRICE);
        payer.chooses(first, "succeed");
        await().until(town.letterbox::keepsOneWaiting);
        var second = opened(PaymentTown.PRICE);
        payer.chooses(second, "succeed");
        becomes(second, IntentState.CAPTURED);
        assertThat(payment.stateOf(first)).isNotEqualTo(IntentState.CAPTURED);
        silence.countDown();
        becomes(first, IntentState.CAPTURED);
        await().untilAsserted(() -> assertThat(timesDelivered(first))
                .as("before the sender gave up waiting")
                .isPositive());
        assertThat(payment.told.captured).hasSize(2);
    }

    private static int timesDelivered(Intent intent) {
        return TestTown.jdbc()
                .sql("""
                    select w.delivered from sandbox.webhook w join sandbox.payment p on p.id = w.payment_id
                    where p.reference = ?
                    """)
                .param(intent.id().value().toString())
                .query(Integer.class)
                .single();
    }

    @Test
    void aRefundIsPaidBackOnce() {
        var intent = opened(PaymentTown.PRICE);
        payer.chooses(intent, "succeed");
        becomes(intent, IntentState.CAPTURED);
        var refund = Outcomes.value(payment.refund(intent, 5_000));
        assertThat(payment.gateways.refund(refund).state()).isEqualTo(RefundState.SUCCEEDED);
        await().until(() -> town.letterbox.received.size() >= 2);
        assertThat(payment.told.refunded).hasSize(1);
    }

    private Intent opened(Money amount) {
        return Outcomes.value(payment.gateways.open(payment.anIntent(amount), "Haircut"));
    }

    private void becomes(Intent intent, IntentState state) {
        await().until(() -> payment.stateOf(intent) == state);
    }
}
