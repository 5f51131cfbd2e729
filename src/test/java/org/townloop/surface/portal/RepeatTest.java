package org.townloop.surface.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same time on the wall, week after week and month after month. */
class RepeatTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void everyWeekAndEveryTwoWeeksIsTheSameTimeOnTheWallWhenClocksAreChanged() {
        assertThat(wall(Repeat.EVERY_WEEK, "2026-03-24T15:00", 2))
                .containsExactly("2026-03-24T15:00", "2026-03-31T15:00");
        assertThat(wall(Repeat.EVERY_TWO_WEEKS, "2026-10-20T15:00", 2))
                .containsExactly("2026-10-20T15:00", "2026-11-03T15:00");
    }

    @Test
    void everyMonthEndsWithTheMonthAndComesBackToItsDay() {
        assertThat(wall(Repeat.EVERY_MONTH, "2027-01-31T10:30", 4))
                .containsExactly("2027-01-31T10:30", "2027-02-28T10:30", "2027-03-31T10:30", "2027-04-30T10:30");
    }

    @Test
    void anHourThatIsLeftOutIsLaterAndOfOneThatComesTwiceItIsTheFirst() {
        assertThat(wall(Repeat.EVERY_WEEK, "2026-03-22T02:30", 3))
                .containsExactly("2026-03-22T02:30", "2026-03-29T03:30", "2026-04-05T02:30");
        var twice = Repeat.EVERY_WEEK.from(at("2026-10-18T02:30"), BERLIN, 2).getLast();
        assertThat(twice).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void onceIsOnceAndNothingIsRepeatedMoreThanTwelveTimes() {
        assertThat(wall(Repeat.ONCE, "2026-03-22T02:30", 5)).hasSize(1);
        assertThat(wall(Repeat.EVERY_WEEK, "2026-03-22T02:30", 500)).hasSize(Repeat.MOST);
        assertThat(Repeat.read("daily")).isEqualTo(Repeat.ONCE);
    }

    private static List<String> wall(Repeat repeat, String first, int times) {
        return repeat.from(at(first), BERLIN, times).stream()
                .map(start -> LocalDateTime.ofInstant(start, BERLIN).toString())
                .toList();
    }

    private static Instant at(String wall) {
        return LocalDateTime.parse(wall).atZone(BERLIN).toInstant();
    }
}
