package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Seats of a class at the demo's school, bought in a browser without scripts: put off, used at the door, called off. */
@NeedsBrowser
@ExtendWith(OpenTown.Door.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClassBrowserTests {

    private final OpenTown town;
    private Chromium chromium;

    ClassBrowserTests(OpenTown town) {
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
    void twoSeatsAreFoundPaidPutOffAndUsed() {
        try (var walk = new ModeWalk(chromium.browser(), town, "Ji Heng")) {
            holdsTwoSeats(walk);
            walk.pays(256); // two at 128
            assertThat(walk.guest.read(".ticket")).contains("2 of 2 left");

            var before = walk.when();
            walk.asksForAnotherTime("#free button.slot");
            walk.guest.press(walk.guest.all("#free button.slot").first(), ".ticket svg");
            var after = walk.when();
            assertThat(after).isNotEqualTo(before);

            var token = walk.token();
            assertThat(walk.isTaken(token, 2)).isTrue();
            walk.isSettled(256);
            assertThat(guests(walk)).anySatisfy(guest -> assertThat(guest).contains("Chen Bo", "2 people", "redeemed"));
            assertThat(walk.isTaken(token, 1)).isFalse();
        }
    }

    @Test
    void seatsThatAreCalledOffADayBeforeGoBackInFull() {
        try (var walk = new ModeWalk(chromium.browser(), town, "Ji Heng")) {
            holdsTwoSeats(walk);
            walk.pays(256);
            var token = walk.token();
            walk.callsOff(256);
            assertThat(walk.isTaken(token, 1)).isFalse();
        }
    }

    /** Of the last session of the week's page: no sooner than the day after tomorrow. */
    private static void holdsTwoSeats(ModeWalk walk) {
        walk.finds("throwing a bowl", "Throwing a bowl", "#free");
        walk.guest.press(walk.guest.all("#free a.day:not(.none)").last(), "#free button.slot");
        walk.guest.find("#quantity").selectOption("2");
        walk.guest.press(walk.guest.all("#free button.slot").first(), ".checkout");
        assertThat(walk.guest.read(".checkout")).contains("Free until 1 day before");
    }

    private static List<String> guests(ModeWalk walk) {
        walk.house.goTo("/desk/sessions");
        var all = new ArrayList<>(walk.house.all(".offers li span.small").allInnerTexts());

        walk.house.press(walk.house.all("a[rel=next]").first(), ".offers");
        all.addAll(walk.house.all(".offers li span.small").allInnerTexts());
        return all;
    }
}
