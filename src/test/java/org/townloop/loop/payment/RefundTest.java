package org.townloop.loop.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.townloop.Race;
import org.townloop.base.kernel.Outcome;

/** FAULTS 15: no more goes back than came. */
class RefundTest {

    private final PaymentTown town = PaymentTown.with(new ScriptedGateway());

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void moreThanWasCapturedIsRefused() {
        assertThat(Outcomes.reason(town.refund(town.aCapturedIntent(), 12_801)))
                .isEqualTo(PaymentReason.REFUND_EXCEEDS_PAYMENT);
    }

    @Test
    void theWholeTwiceIsRefused() {
        var intent = town.aCapturedIntent();
        Outcomes.value(town.refund(intent, 12_800));
        assertThat(Outcomes.reason(town.refund(intent, 12_800))).isEqualTo(PaymentReason.REFUND_EXCEEDS_PAYMENT);
    }

    @Test
    void whatWasNotPaidIsNotRefunded() {
        assertThat(Outcomes.reason(town.refund(town.anIntent(), 1))).isEqualTo(PaymentReason.REFUND_EXCEEDS_PAYMENT);
    }

    @Test
    void nothingAndLessThanNothingAreNoRefund() {
        var intent = town.aCapturedIntent();
        assertThatThrownBy(() -> town.refund(intent, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> town.refund(intent, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofManyRefundsAtOnceNoMoreThanWasCapturedGoThrough() {
        var intent = town.aCapturedIntent();
        var made = new AtomicInteger();
        Race.of(IntStream.range(0, 40).<Runnable>mapToObj(rival -> () -> {
            if (town.refund(intent, 2_000) instanceof Outcome.Done<Refund>) {
                made.incrementAndGet();
            }
        }));
        assertThat(made).hasValue(6);
    }

    @Test
    void whatAnOrderGetsBackComesFromThePaymentThatHasEnoughLeft() {
        var first = town.aCapturedIntent();
        var second = town.aCapturedIntentOf(first.order());
        Outcomes.value(town.refund(second, 12_800));
        var parts = Outcomes.value(town.refund(first.order(), 12_800));
        assertThat(parts).extracting(Refund::intent).containsExactly(first.id());
        assertThat(Outcomes.reason(town.refund(first.order(), 1))).isEqualTo(PaymentReason.REFUND_EXCEEDS_PAYMENT);
    }

    @Test
    void whatNoPaymentAloneHasComesFromSeveral() {
        var first = town.aCapturedIntent();
        town.clock.move(Duration.ofSeconds(1));
        var second = town.aCapturedIntentOf(first.order());
        Outcomes.value(town.refund(first, 10_000));
        var parts = Outcomes.value(town.refund(first.order(), 14_000));
        assertThat(parts).extracting(Refund::intent).containsExactly(first.id(), second.id());
        assertThat(parts).extracting(part -> part.amount().minor()).containsExactly(2_800L, 11_200L);
        assertThat(Outcomes.reason(town.refund(first.order(), 1_601))).isEqualTo(PaymentReason.REFUND_EXCEEDS_PAYMENT);
    }

    @Test
    void aPaymentOfWhichTheGatewayWouldNotPayBackComesLast() {
        var first = town.aCapturedIntent();
        town.clock.move(Duration.ofSeconds(1));
        var second = town.aCapturedIntentOf(first.order());
        var refused = Outcomes.value(town.refund(first, 12_800));
        town.jdbc
                .sql("update payment.refund set state = 'FAILED', failure = 'OTHER', closed_at = now() where id = ?")
                .param(refused.id().value())
                .update();
        assertThat(Outcomes.value(town.refund(first.order(), 12_800)))
                .extracting(Refund::intent)
                .containsExactly(second.id());
        assertThat(Outcomes.value(town.refund(first.order(), 12_800)))
                .as("it is asked again once there is no other")
                .extracting(Refund::intent)
                .containsExactly(first.id());
    }

    @Test
    void anySequenceOfRefundsStaysWithinWhatWasCaptured() {
        var random = RandomGenerator.of("L64X128MixRandom");
        for (int round = 0; round < 30; round++) {
            var intent = town.aCapturedIntent();
            long refunded = 0;
            for (int i = 0; i < 8; i++) {
                var minor = 1 + random.nextLong(6_000);
                var accepted = town.refund(intent, minor) instanceof Outcome.Done<Refund>;
                assertThat(accepted).isEqualTo(refunded + minor <= 12_800);
                refunded += accepted ? minor : 0;
            }
        }
    }
}
