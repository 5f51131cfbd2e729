package org.townloop.supply.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.townloop.base.kernel.Money;
import org.townloop.supply.pack.CancellationPolicy.Step;
import tools.jackson.databind.json.JsonMapper;

class CancellationPolicyTests {

    private static final Instant START = Instant.parse("2026-11-28T07:00:00Z");
    private static final CancellationPolicy HAIR =
            new CancellationPolicy(List.of(new Step(Duration.ofHours(2), 0), new Step(Duration.ZERO, 30)));

    @Test
    void cancellingIsFreeUpToTheLastMomentTwoHoursBefore() {
        assertThat(refundAt(START.minus(Duration.ofDays(3)))).isEqualTo(12_800);
        assertThat(refundAt(START.minus(Duration.ofHours(2)))).isEqualTo(12_800);
    }

    @Test
    void aThirdLessIsGivenBackFromThenUntilTheStart() {
        assertThat(refundAt(START.minus(Duration.ofHours(2)).plusNanos(1))).isEqualTo(8_960);
        assertThat(refundAt(START)).isEqualTo(8_960);
    }

    @Test
    void nothingIsGivenBackOnceItHasStarted() {
        assertThat(refundAt(START.plusNanos(1))).isZero();
        assertThat(refundAt(START.plus(Duration.ofDays(400)))).isZero();
    }

    @Test
    void roundingFavoursTheResident() {
        var paid = Money.of(99, "CNY");
        assertThat(HAIR.refund(paid, START, START).minor()).isEqualTo(99 - 29);
    }

    @Test
    void aPolicyWithoutStepsGivesNothingBack() {
        var strict = new CancellationPolicy(List.of());
        assertThat(strict.refund(Money.of(100, "JPY"), START, START.minusSeconds(1_000_000)))
                .isEqualTo(Money.of(0, "JPY"));
        assertThat(strict.inWords().zh()).isEqualTo("付款后不予退款。");
    }

    @Test
    void whoTapsTooFastLosesNothingForThreeMinutes() {
        var ride = HAIR.freeFor(Duration.ofMinutes(3));
        assertThat(ride.isJustPaid(START, START.plusSeconds(179))).isTrue();
        assertThat(ride.isJustPaid(START, START.plusSeconds(180))).isFalse();
        assertThat(HAIR.isJustPaid(START, START)).isFalse();
        assertThat(ride.inWords().en())
                .startsWith("For 3 minutes after you have paid, calling it off costs nothing if nobody has set out."
                        + " After that: free until 2 hours before the start");
        assertThat(ride.inWords().zh()).startsWith("付款后 3 分钟内且司机未出发，取消全额退款。此后：");
    }

    @Test
    void goodsAreFreeUntilTheyArePacked() {
        var goods = new CancellationPolicy(List.of(new Step(Duration.ZERO, 0)), 40, CancellationPolicy.Start.PACKED);
        assertThat(goods.inWords().en()).startsWith("Until packing begins you can call it off");
        assertThat(goods.refund(Money.of(12_800, "CNY"), START, START.minusSeconds(1)))
                .isEqualTo(Money.of(12_800, "CNY"));
    }

    @Test
    void itIsSaidInBothLanguages() {
        assertThat(HAIR.inWords().en())
                .isEqualTo("Free until 2 hours before the start, then 30% is kept until the start;"
                        + " once it has started, nothing is refunded.");
        assertThat(HAIR.inWords().zh()).isEqualTo("开始前 2 小时以上取消，全额退款；此后至开始前取消，扣除 30%；开始后不予退款。");
    }

    @Test
    void aPolicyThatEndsBeforeTheStartSaysSo() {
        var early =
                new CancellationPolicy(List.of(new Step(Duration.ofDays(1), 0), new Step(Duration.ofMinutes(90), 50)));
        assertThat(early.inWords().en())
                .isEqualTo("Free until 1 day before the start, then 50% is kept until 90 minutes before the start;"
                        + " after that, nothing is refunded.");
        assertThat(early.inWords().zh()).isEqualTo("开始前 1 天以上取消，全额退款；开始前 90 分钟以上取消，扣除 50%；此后不予退款。");
    }

    @Test
    void stepsOutOfOrderAreRejected() {
        var late = new Step(Duration.ZERO, 30);
        var early = new Step(Duration.ofHours(2), 0);
        assertThatThrownBy(() -> new CancellationPolicy(List.of(late, early)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CancellationPolicy(List.of(early, new Step(Duration.ofHours(1), 0))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anOrderCanKeepItAsJson() {
        var json = JsonMapper.builder().build();
        var text = json.writeValueAsString(HAIR);
        assertThat(json.readValue(text, CancellationPolicy.class)).isEqualTo(HAIR);
    }

    private static long refundAt(Instant now) {
        return HAIR.refund(Money.of(12_800, "CNY"), START, now).minor();
    }
}
