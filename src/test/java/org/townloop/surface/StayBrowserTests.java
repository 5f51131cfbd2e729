package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.townloop.TestClock;

/** Nights at the demo's hotel, bought in a browser without scripts: seen by the house, put off, slept, and called off. */
@NeedsBrowser
@ExtendWith(OpenTown.Door.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StayBrowserTests {

    private static final LocalDate TODAY = LocalDate.ofInstant(TestClock.START, ZoneId.of("Asia/Shanghai"));
    /** A Tuesday, as dear as the night after it. */
    private static final LocalDate ARRIVAL = TODAY.plusDays(12);

    private static final LocalDate LATER = ARRIVAL.plusDays(7);

    private final OpenTown town;
    private Chromium chromium;

    StayBrowserTests(OpenTown town) {
        this.town = town;
    }

    @BeforeAll
    void launch() {
        chromium = Chromium.launch();
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void twoNightsAreFoundPaidPutOffAndSlept() {
        try (var walk = new ModeWalk(chromium.browser(), town, "Gu Yan")) {
            var sold = sold(walk, ARRIVAL);
            var soldLater = sold(walk, LATER);
            holdsTwoNights(walk);
            walk.pays(576); // two nights at 288
            assertThat(sold(walk, ARRIVAL)).isEqualTo(sold + 1);

            var before = walk.when();
            walk.asksForAnotherTime(".month");
            walk.guest.press("a[href*='arrival=" + LATER + "']", "#free button.primary");
            walk.guest.press("#free button.primary", ".ticket svg");
            assertThat(walk.when()).isNotEqualTo(before);
            assertThat(sold(walk, ARRIVAL)).isEqualTo(sold);
            assertThat(sold(walk, LATER)).isEqualTo(soldLater + 1);
            assertThat(sold(walk, LATER.plusDays(1))).isPositive();

            assertThat(walk.isTaken(walk.token(), 1)).isTrue();
            walk.isSettled(576);
        }
    }

    @Test
    void nightsThatAreCalledOffInTimeGoBackInFullAndAreFreeAgain() {
        try (var walk = new ModeWalk(chromium.browser(), town, "Gu Yan")) {
            holdsTwoNights(walk);
            walk.pays(576);
            var sold = sold(walk, ARRIVAL);
            var token = walk.token();
            walk.callsOff(576);
            assertThat(sold(walk, ARRIVAL)).isEqualTo(sold - 1);
            assertThat(walk.isTaken(token, 1)).isFalse();
        }
    }

    private static void holdsTwoNights(ModeWalk walk) {
        walk.finds("river double room", "River double, room only", "#arrival");
        walk.guest.find("#arrival").fill(ARRIVAL.toString());
        walk.guest.find("#departure").fill(ARRIVAL.plusDays(2).toString());
        walk.guest.find("#guests").fill("2");
        walk.guest.press("#free form:has(#arrival) button", "#free table");
        walk.guest.press("#free form[method=post] button.primary", ".checkout");
        assertThat(walk.guest.read(".checkout")).contains("Free until 20 hours before");
    }

    /** How many river rooms the desk counts as sold in that night. */
    private static int sold(ModeWalk walk, LocalDate night) {
        walk.house.goTo("/desk/rooms");
        var cell = walk.house
                .all(".room-grid tbody tr")
                .filter(ModeWalk.saying("River double room"))
                .locator("td")
                .nth((int) TODAY.until(night, ChronoUnit.DAYS))
                .innerText();
        return Integer.parseInt(cell.split("/")[0].strip());
    }
}
