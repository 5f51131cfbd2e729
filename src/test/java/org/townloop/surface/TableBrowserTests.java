package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A table for five in a browser without scripts: found, paid ahead, put off, sat down at, and called off. */
@NeedsBrowser
@ExtendWith(OpenTown.Door.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TableBrowserTests {

    private final OpenTown town;
    private Chromium chromium;

    TableBrowserTests(OpenTown town) {
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
    void aTableForFiveIsFoundPaidAheadPutOffAndSatDownAt() {
        try (var walk = new ModeWalk(chromium.browser(), town, "Mei Yu")) {
            holdsATableForFive(walk);
            walk.pays(100); // five at 20
            assertThat(walk.guest.read(".ticket")).contains("5 of 5 left");

            var before = walk.when();
            walk.asksForAnotherTime("#free button.slot");
            walk.guest.press(walk.guest.all("#free button.slot").last(), ".ticket svg");
            assertThat(walk.when()).isNotEqualTo(before);

            assertThat(walk.isTaken(walk.token(), 5)).isTrue();
            walk.isSettled(100);
        }
    }

    @Test
    void aTableThatIsCalledOffInTimeGoesBackInFull() {
        try (var walk = new ModeWalk(chromium.browser(), town, "Mei Yu")) {
            holdsATableForFive(walk);
            walk.pays(100);
            var token = walk.token();
            walk.callsOff(100);
            assertThat(walk.isTaken(token, 1)).isFalse();
        }
    }

    /** On a later day: nobody calls off for nothing two hours before. */
    private static void holdsATableForFive(ModeWalk walk) {
        walk.finds("table in the quiet room", "A table in the quiet room", "form.people-first");
        walk.guest.find("#people").selectOption("5");
        walk.guest.press("form.people-first button", "#free");
        walk.guest.press(walk.guest.all("#free a.day:not(.none)").last(), "#free button.slot");
        walk.guest.press(walk.guest.all("#free button.slot").first(), ".checkout");
    }
}
