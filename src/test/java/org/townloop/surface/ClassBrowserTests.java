package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
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

    /** The last session of the strip of days: nobody else's. */
    @Test
    void aClassThatNeedsPeopleIsBookedAndLetTakePlaceAllTheSame() {
        try (var walk = new ModeWalk(chromium.browser(), town, "Ji Heng")) {
            var start = booksASeal(walk, 1);
            walk.house.goTo("/desk/sessions");
            walk.house.press(session(walk, start).locator("summary").first(), "details[open] button");
            walk.house.press("details[open] button", ".say.good");
            assertThat(walk.house.read(".say.good")).contains("Carve a seal", "it takes place");
            assertThat(session(walk, start).locator(".standing.good").first().innerText())
                    .isEqualTo("Takes place");

            assertThat(walk.guest.goTo(walk.order()).read(".what")).contains("It takes place");
            walk.callsOff(108);
        }
    }

    @Test
    void aClassThatNeedsPeopleAndIsCalledOffGivesAllOfItBack() {
        try (var walk = new ModeWalk(chromium.browser(), town, "Ji Heng")) {
            var start = booksASeal(walk, 2);
            walk.house.goTo("/desk/sessions");
            walk.house.press(session(walk, start).locator("summary").last(), "details[open] button");
            walk.house.press("details[open] button", ".say.good");
            assertThat(walk.house.read(".say.good")).contains("Carve a seal", "it is called off");
            await().untilAsserted(() -> {
                walk.house.goTo("/desk/sessions");
                assertThat(session(walk, start).innerText())
                        .contains("Called off", "goes back to those who had booked");
            });
            await().untilAsserted(() -> assertThat(
                            walk.guest.goTo(walk.order()).all(".ticket").count())
                    .isZero());
            assertThat(walk.guest.read("table.figures")).contains("¥108").containsIgnoringCase("back");
        }
    }

    /** What it means that it needs people is said before, at the checkout, and after. */
    private static String booksASeal(ModeWalk walk, int fromLast) {
        walk.finds("carve a seal", "Carve a seal", "#free");
        assertThat(walk.guest.read("aside.buy")).contains("Takes place from 3 people on", "3 hours before");
        var days = walk.guest.all("#free a.day:not(.none)");
        walk.guest.press(days.nth(days.count() - fromLast), "#free button.slot");
        var slot = walk.guest.find("#free button.slot");
        var start = slot.getAttribute("value");
        assertThat(slot.innerText()).contains("of 3 booked");
        walk.guest.press(slot, ".checkout");
        assertThat(walk.guest.read(".checkout")).contains("Takes place from 3 people on", "you get everything back");
        walk.pays(108);
        assertThat(walk.guest.read(".what")).contains("Takes place from 3 people on");
        return start;
    }

    private static Locator session(ModeWalk walk, String start) {
        return walk.house.find(".sessions > li[data-start='" + start + "']:has-text('Carve a seal')");
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
        var all = new ArrayList<>(walk.house.all(".sessions .guests li").allInnerTexts());

        walk.house.press(walk.house.all("a[rel=next]").first(), ".sessions");
        all.addAll(walk.house.all(".sessions .guests li").allInnerTexts());
        return all;
    }
}
