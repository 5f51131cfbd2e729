package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.base.identity.PersonId;
import org.townloop.supply.merchant.Crew;

/** What a counter keeps when its browser is closed, when somebody clears it, and from whoever has no business there. */
class KeptQueueBrowserTests extends InTheCellar {

    @Autowired
    Crew crew;

    @TempDir
    Path memory;

    @Test
    void theQueueIsThereWhenTheBrowserIsOpenedAgainWithNoNetwork() throws IOException {
        var first = day.paid(SalonDay.AT_THREE);
        var second = day.paid(SalonDay.AT_THREE.plus(Duration.ofHours(1)));
        try (var counter = CounterDevice.enrolled(remembering(), day, "Front")) {
            counter.cutNetwork();
            assertThat(counter.scan(day.token(first))).isEqualTo("good");
        }
        try (var again = CounterDevice.of(remembering())) {
            again.telephone().cutNetwork();
            again.open();
            assertThat(again.waiting()).isOne();
            assertThat(again.scan(day.token(first))).isEqualTo("bad");
            assertThat(again.scan(day.token(second))).isEqualTo("good");
            assertThat(again.waiting()).isEqualTo(2);
        }
        try (var later = CounterDevice.of(remembering())) {
            later.open().sync();
            day.client().order(day.guest(), first, "SETTLED");
            day.client().order(day.guest(), second, "SETTLED");
        }
    }

    @Test
    void whoeverClearsTheBrowserIsToldWhatIsGoneAndWhatToDo() throws IOException {
        try (var counter = device("Front")) {
            counter.says("the browser may clear this counter");
            var origin = new JsonObject();
            origin.addProperty("origin", "http://localhost:" + port);
            origin.addProperty("storageTypes", "indexeddb,local_storage,cache_storage,service_workers");
            counter.page().navigate("about:blank");
            counter.telephone().context().newCDPSession(counter.page()).send("Storage.clearDataForOrigin", origin);

            counter.open().says("This browser has forgotten the counter").says("revoke this device under its old name");
        }
    }

    @Test
    void theCounterIsLockedUntilSomebodyOfTheStaffProvesWhoTheyAre() throws IOException {
        crew.setPin(
                people.actor(new PersonId(day.owner().id())).orElseThrow(),
                day.salon().place(),
                day.salon().staff().getFirst(),
                1,
                "4711");
        var order = day.paid(SalonDay.AT_THREE);
        try (var counter = device("Front")) {
            counter.cutNetwork().open();
            var pin = counter.page().locator("#pin");
            for (var wrong : new String[] {"0000", "1111", "2222"}) {
                pin.fill(wrong);
                pin.press("Enter");
                counter.page().locator(".lock .wrong:not(:empty)").waitFor();
                assertThat(pin.inputValue()).isEmpty();
            }
            counter.says("Try again in").open();
            pin.fill("4711");
            pin.press("Enter");
            counter.says("Try again in");
            assertThat(pin.isVisible()).isTrue();

            counter.telephone().later(Duration.ofMinutes(6));
            counter.open();
            pin.fill("4711");
            pin.press("Enter");
            assertThat(counter.scan(day.token(order))).isEqualTo("good");
            counter.sync();
            day.client().order(day.guest(), order, "SETTLED");
        }
    }

    /** A browser that finds its memory again. */
    private Telephone remembering() {
        var context = chromium()
                .remembering(
                        memory,
                        new LaunchPersistentContextOptions()
                                .setLocale("en")
                                .setViewportSize(390, 844)
                                .setReducedMotion(ReducedMotion.REDUCE));
        return new Telephone(context, port, Duration.ZERO);
    }
}
