package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** What is typed before the day is chosen is still there afterwards, without scripts as with them. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void dishesAreOrderedAheadWithTheTableAndTheKitchenSeesThem(boolean scripts) {
        try (var walk = new ModeWalk(chromium.browser(), town, "Mei Yu", scripts)) {
            walk.finds("table in the quiet room", "A table in the quiet room", ".people-first");
            walk.guest.write(dish("Duck in eight treasures"), "1");
            walk.guest.find("#people").selectOption("3");
            walk.guest.press(".people-first button", "#free");
            walk.guest.write(dish("Eight-treasure rice"), "2");
            var last = walk.guest.all("#free .day:not(.none)").last();
            var day = last.getAttribute("value");
            walk.guest.press(last, "#free .day[aria-current][value='" + day + "']");
            assertThat(walk.guest.find(dish("Duck in eight treasures")).inputValue())
                    .isEqualTo("1");
            assertThat(walk.guest.find(dish("Eight-treasure rice")).inputValue())
                    .isEqualTo("2");
            walk.guest.press(walk.guest.all("#free button.slot").first(), ".checkout");
            assertThat(walk.guest.read(".checkout")).contains("Duck in eight treasures", "Eight-treasure rice");
            walk.pays(3 * 20 + 168 + 2 * 38);
            assertThat(walk.guest.read(".what")).contains("Duck in eight treasures");

            walk.house.goTo("/desk?day=" + day);
            walk.house.press("a[href^='/desk/kitchen']", "main");
            assertThat(walk.house.read("main")).contains("Duck in eight treasures", "Eight-treasure rice");
            walk.callsOff(3 * 20 + 168 + 2 * 38);
        }
    }

    private static String dish(String name) {
        return ".dishes-ahead p:has-text('" + name + "') input";
    }

    /** On a later day: nobody calls off for nothing two hours before. */
    private static void holdsATableForFive(ModeWalk walk) {
        walk.finds("table in the quiet room", "A table in the quiet room", ".people-first");
        walk.guest.find("#people").selectOption("5");
        walk.guest.press(".people-first button", "#free");
        walk.guest.press(walk.guest.all("#free .day:not(.none)").last(), "#free button.slot");
        walk.guest.press(walk.guest.all("#free button.slot").first(), ".checkout");
    }
}
