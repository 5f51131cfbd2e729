package org.townloop.supply.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.townloop.base.kernel.Money;
import org.townloop.supply.pack.CancellationPolicy.Start;
import org.townloop.supply.pack.CancellationPolicy.Step;

/** Policies against tables: each boundary, and a second before and after it. */
class NoShowPolicyTest {

    private static final Instant START = Instant.parse("2026-11-28T07:00:00Z");
    private static final Instant END = START.plus(Duration.ofHours(1));
    private static final Money PAID = Money.of(9_999, "CNY");
    private static final CancellationPolicy HAIR = new CancellationPolicy(
            List.of(new Step(Duration.ofHours(2), 0), new Step(Duration.ZERO, 30)), 50, Start.TIME);
    private static final CancellationPolicy MENU =
            new CancellationPolicy(List.of(new Step(Duration.ZERO, 0)), 20, Start.DAY);
    private static final NoShowPolicy LATE = new NoShowPolicy(Duration.ofMinutes(15), 50, Duration.ofDays(1));
    private static final NoShowPolicy DAY = new NoShowPolicy(null, 30, Duration.ofHours(12));

    @ParameterizedTest
    @CsvSource({
        "-86400, 9999",
        "-7201, 9999",
        "-7200, 9999",
        "-7199, 7000",
        "-1, 7000",
        "0, 7000",
        "1, 5000",
        "3600, 5000",
    })
    void aVisitAtATime(long secondsAfterStart, long refund) {
        assertThat(HAIR.refund(PAID, START, START.plusSeconds(secondsAfterStart))
                        .minor())
                .isEqualTo(refund);
    }

    @ParameterizedTest
    @CsvSource({"-1, 9999", "0, 9999", "1, 8000", "864000, 8000"})
    void aMenuOnADay(long secondsAfterStart, long refund) {
        assertThat(MENU.refund(PAID, START, START.plusSeconds(secondsAfterStart))
                        .minor())
                .isEqualTo(refund);
    }

    @Test
    void atATimeTheGraceIsWaitedForAndADayMore() {
        assertThat(LATE.missedAt(START, END)).isEqualTo(START.plus(Duration.ofMinutes(15)));
        assertThat(LATE.settledAt(START, END))
                .isEqualTo(START.plus(Duration.ofMinutes(15)).plus(Duration.ofDays(1)));
        assertThat(LATE.refund(PAID).minor()).isEqualTo(5_000);
    }

    @Test
    void onADayItsEndIsWaitedFor() {
        assertThat(DAY.missedAt(START, END)).isEqualTo(END);
        assertThat(DAY.settledAt(START, END)).isEqualTo(END.plus(Duration.ofHours(12)));
        assertThat(DAY.refund(PAID).minor()).isEqualTo(7_000);
    }

    @Test
    void itIsSaidInBothLanguages() {
        assertThat(LATE.inWords().en())
                .isEqualTo(
                        "The place waits 15 minutes; after that it may refuse. If you do not come, 50% is kept and the"
                                + " rest comes back by itself.");
        assertThat(LATE.inWords().zh()).isEqualTo("迟到 15 分钟以内保留，超过后商家可不再接待。未到店，扣除 50%，其余自动退回。");
        assertThat(DAY.inWords().en())
                .isEqualTo("Not used by the end of its last day, 30% is kept and the rest comes back by itself.");
        assertThat(MENU.inWords().en()).isEqualTo("Free until your day begins; once that day has begun, 20% is kept.");
        assertThat(MENU.inWords().zh()).isEqualTo("所选日期零点前取消，全额退款；所选日期零点后取消，扣除 20%。");
        assertThat(HAIR.inWords().en())
                .isEqualTo("Free until 2 hours before the start, then 30% is kept until the start; once it has started,"
                        + " 50% is kept.");
    }

    @Test
    void movingIsFreeAsLongAsCancellingIs() {
        assertThat(HAIR.freeUntil(START)).contains(START.minus(Duration.ofHours(2)));
        assertThat(MENU.freeUntil(START)).contains(START);
        assertThat(new CancellationPolicy(List.of(new Step(Duration.ZERO, 10))).freeUntil(START))
                .isEmpty();
        assertThat(new CancellationPolicy(List.of()).freeUntil(START)).isEmpty();
    }

    @Test
    void afterTheLastStepNoLessIsKeptThanBefore() {
        assertThatThrownBy(() -> new CancellationPolicy(List.of(new Step(Duration.ZERO, 30)), 20, Start.TIME))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NoShowPolicy(Duration.ZERO, 101, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
