package org.townloop.supply.merchant.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The seven days of a form and their notation. */
class PlainWeekTest {

    @Test
    void anyWeekIsReadAsItWasWritten() {
        var random = new Random(7);
        for (int i = 0; i < 500; i++) {
            var week = week(random);
            assertThat(PlainWeek.of(NotationTest.read(week.text())))
                    .as(week.text())
                    .contains(week);
        }
    }

    @Test
    void daysWithTheSameHoursStandTogether() {
        var week = PlainWeek.of(
                NotationTest.read("Mo 09:00-18:00; Tu 09:00-18:00; We-Fr 09:00-18:00; Sa,Su 10:00-16:00; PH off"));
        assertThat(week.orElseThrow().text()).isEqualTo("Mo-Fr 09:00-18:00; Sa,Su 10:00-16:00; PH off");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mo-Fr 20:00-02:00",
                "Mo-Fr 09:00-18:00; PH 10:00-12:00",
                "PH off; Mo-Fr 09:00-18:00",
                "Mo-Fr 09:00-18:00; Dec 25 off",
                "Mo-Fr 09:00-18:00 || \"by appointment\"",
                "Mo-Fr 09:00-18:00+",
                "Sa[1] 09:00-18:00"
            })
    void whatSevenDaysCannotShowIsNoPlainWeek(String text) {
        assertThat(PlainWeek.of(NotationTest.read(text))).isEmpty();
    }

    private static PlainWeek week(Random random) {
        var days = new EnumMap<DayOfWeek, List<WallSpan>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            var spans = new ArrayList<WallSpan>();
            for (int from = random.nextInt(600); from < 1_300 && random.nextInt(3) > 0; from += 60) {
                var to = Math.min(1_440, from + 1 + random.nextInt(500));
                spans.add(new WallSpan(from, to));
                from = to + 1;
            }
            if (!spans.isEmpty()) {
                days.put(day, List.copyOf(spans));
            }
        }
        return new PlainWeek(days, !days.isEmpty() && random.nextBoolean());
    }
}
