package org.townloop.loop.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CycleTest {

    private static final LocalDate THURSDAY = LocalDate.parse("2026-11-26");

    @Test
    void aDayIsDueOnceAndTheNextOneIsLater() {
        for (var cycle : new Cycle[] {new Cycle.Daily(), new Cycle.Weekly(DayOfWeek.MONDAY), new Cycle.Monthly(28)}) {
            for (var day = THURSDAY.minusYears(1); day.isBefore(THURSDAY); day = day.plusDays(1)) {
                assertThat(cycle.lastDue(day)).isBeforeOrEqualTo(day);
                assertThat(cycle.nextDue(day)).isAfter(day);
                assertThat(cycle.lastDue(cycle.nextDue(day)))
                        .as("%s after %s", cycle, day)
                        .isEqualTo(cycle.nextDue(day));
                assertThat(cycle.lastDue(cycle.nextDue(day).minusDays(1))).isEqualTo(cycle.lastDue(day));
            }
        }
    }

    @Test
    void aWeekIsDueOnItsDay() {
        var cycle = new Cycle.Weekly(DayOfWeek.MONDAY);
        assertThat(cycle.lastDue(THURSDAY)).isEqualTo("2026-11-23");
        assertThat(cycle.nextDue(THURSDAY)).isEqualTo("2026-11-30");
        assertThat(cycle.lastDue(LocalDate.parse("2026-11-23"))).isEqualTo("2026-11-23");
    }

    @Test
    void noCycleIsDueOnADayThatSomeMonthsDoNotHave() {
        assertThatThrownBy(() -> Cycle.of("MONTHLY", 29)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Cycle.of("WEEKLY", 8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Cycle.of("YEARLY", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Cycle.of("MONTHLY", 28)).isEqualTo(new Cycle.Monthly(28));
    }
}
