package org.townloop.loop.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.townloop.Race;
import org.townloop.base.kernel.Money;

/** FAULTS 2, 3, 8, 9 and 15: a payment of which nothing is known is asked about until it is. */
class ReconcilerTest {

    private final ScriptedGateway gateway = new ScriptedGateway();
    private final PaymentTown town = PaymentTown.with(gateway);

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void anOpenedPaymentSendsThePayerToTheGatewaysPage() {
        var opened = Outcomes.value(town.gateways.open(town.anIntent(), "Haircut"));
        assertThat(opened.state()).isEqualTo(IntentState.PENDING);
        assertThat(opened.redirectUrl()).isEqualTo("http://gateway.example/pay/1");
        assertThat(opened.closedAt()).isNull();
    }

    @Test
    void aGatewayIsNeverCalledInsideATransaction() {
        var intent = town.anIntent();
        assertThatThrownBy(() -> town.write(() -> town.gateways.open(intent, "Haircut")))
                .isInstanceOf(IllegalStateException.class);
        var refund = Outcomes.value(town.refund(town.aCapturedIntent(), 1_000));
        assertThatThrownBy(() -> town.write(() -> town.gateways.refund(refund)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSilentGatewayLeavesThePaymentUnknownAndIsAskedWithinSeconds() {
        gateway.onOpen = intent -> new Answer.Silent("time-out");
        var intent = town.anIntent();
        assertThat(Outcomes.reason(town.gateways.open(intent, "Haircut"))).isEqualTo(PaymentReason.GATEWAY_SILENT);
        assertThat(town.stateOf(intent)).isEqualTo(IntentState.UNKNOWN);
        gateway.onAsk = asked -> new Answer.Captured("pay_1", asked.amount());
        town.reconciler.resolve();
        assertThat(gateway.asked).as("not at once: the call may be under way").isEmpty();
        town.clock.move(Duration.ofSeconds(3));
        town.reconciler.resolve();
        assertThat(town.stateOf(intent)).isEqualTo(IntentState.CAPTURED);
        assertThat(town.told.captured).hasSize(1);
    }

    @Test
    void whileTheGatewayStaysSilentItIsAskedAgainAndThePaymentResolvesWithinAMinute() {
        gateway.onOpen = intent -> new Answer.Silent("reset");
        var intent = town.anIntent();
        town.gateways.open(intent, "Haircut");
        resolveFor(Duration.ofSeconds(55));
        assertThat(gateway.asked).hasSizeGreaterThan(5);
        gateway.onAsk = asked -> new Answer.Captured("pay_1", asked.amount());
        resolveFor(Duration.ofSeconds(15));
        assertThat(town.stateOf(intent)).isEqualTo(IntentState.CAPTURED);
    }

    @Test
    void anUnknownPaymentThatWaitsForItsPayerBecomesPending() {
        var intent = town.anIntent();
        gateway.onAsk = asked -> new Answer.Waiting("pay_1", "http://gateway.example/pay/1", asked.amount());
        town.clock.move(Duration.ofSeconds(3));
        town.reconciler.resolve();
        assertThat(town.stateOf(intent)).isEqualTo(IntentState.PENDING);
    }

    @Test
    void aPaymentThatNeverReachedTheGatewayIsGivenUpOnceItCannotAnyMore() {
        var intent = town.anIntent();
        gateway.onAsk = asked -> new Answer.NeverHeard();
        resolveFor(Duration.ofSeconds(15));
        assertThat(town.stateOf(intent)).as("the call may still arrive").isEqualTo(IntentState.UNKNOWN);
        resolveFor(Duration.ofSeconds(30));
        assertThat(town.stateOf(intent)).isEqualTo(IntentState.DECLINED);
        assertThat(town.told.declined).hasSize(1);
    }

    @Test
    void aPaymentTheGatewayHasForgottenForAMomentIsNotGivenUp() {
        var intent = Outcomes.value(town.gateways.open(town.anIntent(), "Haircut"));
        gateway.onAsk = asked -> new Answer.NeverHeard();
        resolveFor(Duration.ofMinutes(5));
        assertThat(town.stateOf(intent)).isEqualTo(IntentState.PENDING);
    }

    @Test
    void moneyThatArrivesAfterAllIsNotLost() {
        var intent = town.anIntent();
        town.write(() -> town.intents.declined(intent.id(), null));
        assertThat(town.write(() -> town.intents.captured(intent.id(), "pay_1")))
                .isTrue();
        assertThat(town.write(() -> town.intents.declined(intent.id(), null))).isFalse();
        assertThat(town.stateOf(intent)).isEqualTo(IntentState.CAPTURED);
    }

    @Test
    void aPaymentWhoseWebhookNeverComesIsFoundWithinFiveMinutes() {
        var intent = Outcomes.value(town.gateways.open(town.anIntent(), "Haircut"));
        gateway.onAsk = asked -> new Answer.Waiting("pay_1", "http://gateway.example/pay/1", asked.amount());
        resolveFor(Duration.ofMinutes(4));
        gateway.onAsk = asked -> new Answer.Captured("pay_1", asked.amount());
        resolveFor(Duration.ofMinutes(5));
        assertThat(town.stateOf(intent)).isEqualTo(IntentState.CAPTURED);
        assertThat(gateway.asked).as("and it is not asked all the time").hasSizeLessThan(12);
    }

    @Test
    void aPayerWhoComesBackIsAnsweredAtOnce() {
        var intent = Outcomes.value(town.gateways.open(town.anIntent(), "Haircut"));
        gateway.onAsk = asked -> new Answer.Captured("pay_1", asked.amount());
        assertThat(town.reconciler.ask(intent.id()).state()).isEqualTo(IntentState.CAPTURED);
        town.reconciler.ask(intent.id());
        assertThat(gateway.asked).as("what is known is not asked").hasSize(1);
    }

    @Test
    void anAnswerWithAnotherAmountIsQuarantinedOnce() {
        var intent = town.anIntent();
        gateway.onAsk = asked -> new Answer.Captured("pay_1", Money.of(1, "CNY"));
        resolveFor(Duration.ofSeconds(20));
        assertThat(town.stateOf(intent)).isEqualTo(IntentState.UNKNOWN);
        assertThat(town.told.captured).isEmpty();
        assertThat(town.webhooks.quarantined(10)).hasSize(1);
    }

    @Test
    void nobodyIsSentToAPageThatAsksForAnotherAmount() {
        gateway.onOpen = intent -> new Answer.Waiting("pay_1", "http://gateway.example/pay/1", Money.of(1, "CNY"));
        assertThat(Outcomes.reason(town.gateways.open(town.anIntent(), "Haircut")))
                .isEqualTo(PaymentReason.GATEWAY_SILENT);
        assertThat(town.webhooks.quarantined(10)).hasSize(1);
    }

    @Test
    void twoProcessesShareTheQuestions() {
        var intents = IntStream.range(0, 40).mapToObj(i -> town.anIntent().id()).toList();
        try (var twin = town.twin(gateway)) {
            twin.clock.move(Duration.ofSeconds(3));
            town.clock.move(Duration.ofSeconds(3));
            Race.of(IntStream.range(0, 8)
                    .<Runnable>mapToObj(
                            process -> process % 2 == 0 ? town.reconciler::resolve : twin.reconciler::resolve));
        }
        assertThat(gateway.asked).containsExactlyInAnyOrderElementsOf(intents);
    }

    @Test
    void oneThatFailsDoesNotKeepTheOthersWaiting() {
        var broken = town.anIntent().id();
        var other = town.anIntent();
        gateway.onAsk = asked -> {
            if (asked.id().equals(broken)) {
                throw new IllegalStateException("a bug");
            }
            return new Answer.Captured("pay_1", asked.amount());
        };
        town.clock.move(Duration.ofSeconds(3));
        town.reconciler.resolve();
        assertThat(town.stateOf(other)).isEqualTo(IntentState.CAPTURED);
    }

    @Test
    void aRefundIsAskedForUntilTheGatewayHasAnswered() {
        var refund = Outcomes.value(town.refund(town.aCapturedIntent(), 5_000));
        assertThat(town.gateways.refund(refund).state()).isEqualTo(RefundState.UNKNOWN);
        gateway.onRefund = asked -> new RefundAnswer.Succeeded("ref_1", asked.amount());
        town.clock.move(Duration.ofSeconds(3));
        town.reconciler.resolve();
        town.clock.move(Duration.ofMinutes(3));
        town.reconciler.resolve();
        assertThat(town.refunds.get(refund.id()).state()).isEqualTo(RefundState.SUCCEEDED);
        assertThat(town.told.refunded).hasSize(1);
        assertThat(gateway.refundsAsked).as("under the same reference").containsOnly(refund.id());
    }

    @Test
    void aRefundThatFailsIsToldAndItsMoneyMayBeRefundedAgain() {
        var intent = town.aCapturedIntent();
        var refund = Outcomes.value(town.refund(intent, 12_800));
        gateway.onRefund = asked -> new RefundAnswer.Failed(RefundFailure.ACCOUNT_CLOSED);
        assertThat(town.gateways.refund(refund).state()).isEqualTo(RefundState.FAILED);
        assertThat(town.told.refundsFailed).hasSize(1);
        Outcomes.value(town.refund(intent, 12_800));
    }

    private void resolveFor(Duration time) {
        for (long second = 0; second < time.toSeconds(); second += 2) {
            town.clock.move(Duration.ofSeconds(2));
            town.reconciler.resolve();
        }
    }
}
