package org.townloop.loop.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;

/** FAULTS 5 and 9. */
class WebhookTest {

    private final PaymentTown town = PaymentTown.with(Envelope.gateway());

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void aGenuineMessageIsStoredAndTakesEffect() {
        var intent = town.anIntent();
        assertThat(receive(Envelope.captured(intent))).isEqualTo(Outcome.done(Receipt.APPLIED));
        assertThat(town.stateOf(intent)).isEqualTo(IntentState.CAPTURED);
        assertThat(town.told.captured).extracting(Intent::id).containsExactly(intent.id());
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void whatDoesNotConcernUsIsStoredAndLeftAtThat() {
        var intent = town.anIntent();
        assertThat(receive(Envelope.other(intent))).isEqualTo(Outcome.done(Receipt.IGNORED));
        assertThat(town.stateOf(intent)).isEqualTo(IntentState.UNKNOWN);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void aListenerThatFailsLeavesNothingStoredSoThatTheGatewayTellsAgain() {
        var intent = town.anIntent();
        var body = Envelope.captured(intent);
        town.told.failure = new IllegalStateException("no stock table");
        assertThat(catchThrowable(() -> receive(body))).isSameAs(town.told.failure);
        assertThat(stored()).isZero();
        assertThat(town.stateOf(intent)).isEqualTo(IntentState.UNKNOWN);
        town.told.failure = null;
        assertThat(receive(body)).isEqualTo(Outcome.done(Receipt.APPLIED));
    }

    static List<List<Integer>> orders() {
        var orders = new ArrayList<List<Integer>>();
        permute(List.of(), Set.of(0, 1, 2, 3, 4), orders);
        return orders;
    }

    private static void permute(List<Integer> begun, Set<Integer> left, List<List<Integer>> orders) {
        if (left.isEmpty()) {
            orders.add(begun);
        }
        for (int next : left) {
            var rest = new HashSet<>(left);
            rest.remove(next);
            permute(Stream.concat(begun.stream(), Stream.of(next)).toList(), rest, orders);
        }
    }

    @Test
    void inWhateverOrderTheMessagesComeTheEndIsTheSame() {
        var orders = orders();
        assertThat(orders).hasSize(120);
        for (var order : orders) {
            var intent = town.aCapturedIntent();
            var refund = Outcomes.value(town.refund(intent, 5_000));
            town.jdbc
                    .sql("update payment.intent set state = 'PENDING', closed_at = null")
                    .update();
            town.told.clear();
            var twice = Envelope.captured(intent);
            var messages = List.of(
                    Envelope.declined(intent),
                    twice,
                    twice,
                    Envelope.captured(intent),
                    Envelope.refunded(intent, refund, refund.amount()));
            order.forEach(index -> receive(messages.get(index)));
            assertThat(town.stateOf(intent)).as("%s", order).isEqualTo(IntentState.CAPTURED);
            assertThat(town.refunds.get(refund.id()).state()).isEqualTo(RefundState.SUCCEEDED);
            assertThat(town.told.captured).as("%s", order).hasSize(1);
            assertThat(town.told.refunded).as("%s", order).hasSize(1);
        }
    }

    static List<Money> otherAmounts() {
        return List.of(Money.of(12_799, "CNY"), Money.of(12_801, "CNY"), Money.of(12_800, "USD"), Money.of(1, "CNY"));
    }

    @ParameterizedTest
    @MethodSource("otherAmounts")
    void anotherAmountOrCurrencyIsQuarantinedForAnOperator(Money amount) {
        var intent = town.anIntent();
        assertThat(receive(Envelope.captured("evt_1", intent, amount))).isEqualTo(Outcome.done(Receipt.QUARANTINED));
        assertThat(town.stateOf(intent)).isEqualTo(IntentState.UNKNOWN);
        assertThat(town.told.captured).isEmpty();
        assertThat(town.webhooks.quarantined(10)).singleElement().satisfies(message -> {
            assertThat(message.eventId()).isEqualTo("evt_1");
            assertThat(message.reason()).contains("we expect 12800 CNY");
            assertThat(message.body()).contains("" + amount.minor());
        });
    }

    @Test
    void aRefundOfAnotherAmountIsQuarantined() {
        var intent = town.aCapturedIntent();
        var refund = Outcomes.value(town.refund(intent, 5_000));
        assertThat(receive(Envelope.refunded(intent, refund, Money.of(5_001, "CNY"))))
                .isEqualTo(Outcome.done(Receipt.QUARANTINED));
        assertThat(town.refunds.get(refund.id()).state()).isEqualTo(RefundState.UNKNOWN);
    }

    @Test
    void aRefundThatFailedAndThenSucceedsIsNotPaidTwiceInSilence() {
        var intent = town.aCapturedIntent();
        var refund = Outcomes.value(town.refund(intent, 5_000));
        town.write(() -> town.refunds.close(refund.id(), RefundState.FAILED, null, RefundFailure.OTHER));
        assertThat(receive(Envelope.refunded(intent, refund, refund.amount())))
                .isEqualTo(Outcome.done(Receipt.QUARANTINED));
        assertThat(town.told.refunded).isEmpty();
    }

    @Test
    void aPaymentWeDoNotKnowIsQuarantined() {
        var known = town.anIntent();
        var unknown = new IntentId(Ids.next(PaymentTown.WILLOW_CREEK, town.clock.instant()));
        var body = Envelope.captured(known)
                .replace(known.id().value().toString(), unknown.value().toString());
        assertThat(receive(body)).isEqualTo(Outcome.done(Receipt.QUARANTINED));
    }

    private Outcome<Receipt> receive(String body) {
        var envelope = Envelope.sealed(body, town.clock.instant());
        return town.webhooks.receive("sandbox", envelope.body(), envelope.headers());
    }

    private int stored() {
        return town.jdbc
                .sql("select count(*) from payment.webhook")
                .query(Integer.class)
                .single();
    }
}
