package org.townloop.loop.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;

/** What gateways say of payments that payers object to. FAULTS 4, 5, 9 and 15. */
class ChargebackTest {

    private static final String DISPUTE = "dsp_1";

    private final PaymentTown town = PaymentTown.with(Envelope.gateway());

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void inWhateverOrderTheMessagesComeTheEndIsTheSame() {
        var orders = new ArrayList<List<Integer>>();
        permute(List.of(), Set.of(0, 1, 2, 3, 4), orders);
        assertThat(orders).hasSize(120);
        for (var order : orders) {
            for (var end : List.of("won", "lost")) {
                endsTheSame(order, end);
            }
        }
    }

    private void endsTheSame(List<Integer> order, String end) {
        town.toldOfChargebacks.heard.clear();
        town.told.clear();
        var intent = town.anIntent();
        var dispute = "dsp_" + UUID.randomUUID();
        var opened = said("opened", intent, dispute);
        var messages = List.of(
                Envelope.captured(intent), opened, opened, said(end, intent, dispute), Envelope.declined(intent));
        order.forEach(index -> receive(messages.get(index)));
        assertThat(town.stateOf(intent)).as("%s", order).isEqualTo(IntentState.CAPTURED);
        assertThat(town.told.captured).as("%s", order).hasSize(1);
        assertThat(town.toldOfChargebacks.heard).as("%s", order).containsExactly("opened 12800", end + " 12800");
        assertThat(town.chargebacks.of(intent.order())).singleElement().satisfies(chargeback -> {
            assertThat(chargeback.state().name()).isEqualToIgnoringCase(end);
            assertThat(chargeback.shares()).isEqualTo(intent.shares());
        });
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
    void aHundredMessagesAtOnceHaveOneEffect() throws Exception {
        var intent = town.aCapturedIntent();
        var barrier = new CyclicBarrier(20);
        try (var threads = Executors.newFixedThreadPool(20)) {
            var all = IntStream.range(0, 100)
                    .mapToObj(each -> threads.submit(() -> {
                        if (each < 20) {
                            barrier.await();
                        }
                        return receive(said(each % 2 == 0 ? "opened" : "lost", intent, DISPUTE));
                    }))
                    .toList();
            for (var one : all) {
                assertThat(one.get()).isInstanceOf(Outcome.Done.class);
            }
        }
        assertThat(town.toldOfChargebacks.heard).containsExactly("opened 12800", "lost 12800");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12801 CNY", "12800 USD", "0 CNY", "-1 CNY"})
    void anotherAmountThanWasPaidIsQuarantined(String amount) {
        var intent = town.aCapturedIntent();
        var parts = amount.split(" ");
        var money = Money.of(Long.parseLong(parts[0]), parts[1]);
        assertThat(receive(Envelope.dispute("opened", intent, DISPUTE, money)))
                .isEqualTo(Outcome.done(Receipt.QUARANTINED));
        assertThat(town.chargebacks.of(intent.order())).isEmpty();
        assertThat(town.webhooks.quarantined(10)).hasSize(1);
    }

    @Test
    void aDisputeThatWasDecidedAndIsSaidToBeDecidedOtherwiseIsQuarantined() {
        var intent = town.aCapturedIntent();
        receive(said("lost", intent, DISPUTE));
        assertThat(receive(said("won", intent, DISPUTE))).isEqualTo(Outcome.done(Receipt.QUARANTINED));
        assertThat(town.toldOfChargebacks.heard).containsExactly("opened 12800", "lost 12800");
    }

    @Test
    void aDisputeThatIsSaidToBeAboutAnotherPaymentIsQuarantined() {
        receive(said("opened", town.aCapturedIntent(), DISPUTE));
        assertThat(receive(said("opened", town.aCapturedIntent(), DISPUTE)))
                .isEqualTo(Outcome.done(Receipt.QUARANTINED));
    }

    @Test
    void aDisputeAboutAPaymentWeDoNotKnowIsQuarantined() {
        var known = town.anIntent();
        var unknown = Ids.next(PaymentTown.WILLOW_CREEK, town.clock.instant());
        var body = said("opened", known, DISPUTE).replace(known.id().value().toString(), unknown.toString());
        assertThat(receive(body)).isEqualTo(Outcome.done(Receipt.QUARANTINED));
    }

    @Test
    void whatIsTakenBackIsNotRefundedAsWellUntilItIsOursAgain() {
        var intent = town.aCapturedIntent();
        receive(Envelope.dispute("opened", intent, DISPUTE, Money.of(10_000, "CNY")));
        assertThat(Outcomes.reason(town.refund(intent, 2_801))).isEqualTo(PaymentReason.PAYMENT_DISPUTED);
        assertThat(Outcomes.reason(town.refund(intent.order(), 2_801))).isEqualTo(PaymentReason.PAYMENT_DISPUTED);
        assertThat(town.refund(intent, 2_800)).isInstanceOf(Outcome.Done.class);
        receive(Envelope.dispute("won", intent, DISPUTE, Money.of(10_000, "CNY")));
        assertThat(town.refund(intent, 10_000)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void whatThePayerKeepsIsNotRefunded() {
        var intent = town.aCapturedIntent();
        receive(said("lost", intent, DISPUTE));
        assertThat(Outcomes.reason(town.refund(intent, 1))).isEqualTo(PaymentReason.REFUND_EXCEEDS_PAYMENT);
    }

    @Test
    void whatWentBackBeforeIsNoOrdersAnyMore() {
        var intent = town.aCapturedIntent();
        town.refund(intent, 5_000);
        receive(said("opened", intent, DISPUTE));
        assertThat(town.chargebacks.of(intent.order()).getFirst().shares())
                .containsExactly(new Share(intent.order(), Money.of(7_800, "CNY")));
    }

    @Test
    void anAnswerIsSentUntilTheGatewayHasIt() {
        var gateway = new ScriptedGateway();
        try (var there = PaymentTown.with(gateway)) {
            var intent = there.aCapturedIntent();
            var dispute = new GatewayDispute(
                    new GatewayEvent.PaymentCaptured(intent.id(), "pay_1", intent.amount()),
                    DISPUTE,
                    intent.amount(),
                    Chargeback.Why.FRAUD,
                    there.clock.instant().plusSeconds(600));
            there.write(() -> there.chargebacks.open(intent, "scripted", dispute));
            var id = there.chargebacks.byRef("scripted", DISPUTE).id();
            assertThat(there.write(() -> there.chargebacks.answer(id, PaymentTown.RESIDENT, "He was here.")))
                    .isTrue();
            assertThat(there.write(() -> there.chargebacks.answer(id, PaymentTown.RESIDENT, "Or not.")))
                    .isFalse();
            there.reconciler.resolve();
            assertThat(there.chargebacks.get(id).sent()).isNull();
            gateway.onAnswer = (chargeback, evidence) ->
                    evidence.equals("He was here.") ? new AnswerReceipt.Taken() : new AnswerReceipt.Silent(evidence);
            there.clock.move(Duration.ofSeconds(10));
            there.reconciler.resolve();
            assertThat(there.chargebacks.get(id).sent()).isEqualTo(Chargeback.Sent.TAKEN);
        }
    }

    @Test
    void partsOfAnAmountAddUpWhateverIsLeft() {
        assertThat(Allotment.of(100, List.of(33L, 33L, 34L))).containsExactly(33L, 33L, 34L);
        assertThat(Allotment.of(10, List.of(1L, 100L))).containsExactly(1L, 9L);
        assertThat(Allotment.of(7, List.of(0L, 5L, 5L))).containsExactly(0L, 4L, 3L);
        assertThat(Allotment.of(50, List.of(10L, 20L))).containsExactly(10L, 20L);
        var most = 1L << 53;
        assertThat(Allotment.of(most - 1, List.of(most / 2, most / 2)).stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(most - 1);
    }

    private static String said(String type, Intent intent, String dispute) {
        return Envelope.dispute(type, intent, dispute, intent.amount());
    }

    private Outcome<Receipt> receive(String body) {
        var envelope = Envelope.sealed(body, town.clock.instant());
        return town.webhooks.receive("sandbox", envelope.body(), envelope.headers());
    }
}
