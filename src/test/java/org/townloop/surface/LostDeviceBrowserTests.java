package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.TestTown;
import org.townloop.base.identity.PersonId;
import org.townloop.supply.merchant.Crew;

/** A device that is not to be trusted any more, and one whose disk is full. */
class LostDeviceBrowserTests extends InTheCellar {

    @Autowired
    Crew crew;

    /** The disk is full: nothing can be written down from now on. */
    private static final String FULL = """
        () => {
          IDBObjectStore.prototype.put = () => { throw new DOMException("the disk is full", "QuotaExceededError"); };
        }
        """;

    @Test
    void aRevokedDeviceIsToldSoAndKeepsItsQueueInSight() throws IOException {
        var order = day.paid(SalonDay.AT_THREE);
        try (var counter = device("Lost")) {
            counter.cutNetwork();
            assertThat(counter.scan(day.token(order))).isEqualTo("good");
            revokeAll();

            counter.telephone().findNetwork();
            counter.says("This device was revoked").says("Its last scan is kept");
            assertThat(counter.waiting()).isOne();
            assertThat(state(order)).isEqualTo("PAID");
            assertThat(counter.page().locator(".scan-now, #token").first().isVisible())
                    .isFalse();

            setUpAgain(counter);
            assertThat(counter.waiting()).isZero();
            assertThat(counter.isSaying("was revoked")).isFalse();
        }
    }

    /** A timer of at most a minute rings soon; a longer one does not ring in a test. */
    private static final String HURRIED = """
        (() => {
          const real = globalThis.setTimeout;
          globalThis.setTimeout = (act, by, ...more) => real(act, by > 20_000 && by <= 60_000 ? 300 : by, ...more);
        })();
        """;

    /** All that is written on the device, but for its own key. */
    private static final String MEMORY = """
        async () => {
          const { read, given } = await import("/counter/store.js");
          const all = await read(async (kept, scans) => [
            await given(kept.getAllKeys()), await given(kept.getAll()), await given(scans.getAll())]);
          return JSON.stringify(all);
        }
        """;

    @Test
    void aDeviceThatStaysOnHearsOfItsRevocationWithinAMinuteAndForgetsGuestsAndStaff() throws IOException {
        day.paid(SalonDay.AT_THREE);
        var telephone = Telephone.with(chromium().browser(), port, Duration.ZERO);
        telephone.context().addInitScript(HURRIED);
        try (var counter = CounterDevice.enrolled(telephone, day, "Stolen")) {
            counter.says("1 of 1 still expected");
            assertThat(memory(counter)).contains("Lin", "bundleId");
            revokeAll();
            counter.says("erased from it");
            assertThat(counter.isSaying("Lin")).isFalse();
            assertThat(memory(counter)).doesNotContain("Lin", "bundle", "pin ");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDeviceThatComesBackOnlineForgetsAllButItsQueueAlsoIfItIsLocked(boolean locked) throws IOException {
        if (locked) {
            crew.setPin(
                    people.actor(new PersonId(day.owner().id())).orElseThrow(),
                    day.salon().place(),
                    day.salon().staff().getFirst(),
                    1,
                    "4711");
        }
        var order = day.paid(SalonDay.AT_THREE);
        day.paid(SalonDay.AT_THREE.plus(Duration.ofHours(1)));
        try (var counter = device("Lost")) {
            counter.cutNetwork();
            assertThat(counter.scan(day.token(order))).isEqualTo("good");
            assertThat(counter.verdict()).contains("Lin");
            if (locked) {
                counter.open().page().locator(".lock").waitFor();
            }
            revokeAll();

            counter.telephone().findNetwork();
            counter.says("erased from it");
            assertThat(counter.isSaying("Lin")).isFalse();
            assertThat(counter.waiting()).isOne();
            assertThat(memory(counter))
                    .doesNotContain("Lin", "bundle", "pin ", day.token(order).substring(0, 40));
        }
    }

    @Test
    void whatCannotBeWrittenDownIsNotGood() throws IOException {
        var order = day.paid(SalonDay.AT_THREE);
        try (var counter = device("Full")) {
            counter.cutNetwork();
            counter.page().evaluate(FULL);
            assertThat(counter.scan(day.token(order))).isEqualTo("bad");
            assertThat(counter.verdict()).contains("Not written down");
            assertThat(counter.open().waiting()).isZero();
            assertThat(counter.scan(day.token(order))).isEqualTo("good");
        }
    }

    /** The town has room for one scan more of this device; the other stays as it was signed, and is not sent again. */
    @Test
    void whatTheTownDoesNotKeepStaysOnTheDevice() throws IOException {
        var first = day.token(day.paid(SalonDay.AT_THREE));
        var second = day.token(day.paid(SalonDay.AT_THREE.plus(Duration.ofHours(1))));
        var telephone = Telephone.with(chromium().browser(), port, Duration.ZERO);
        telephone.context().addInitScript(HURRIED);
        try (var counter = CounterDevice.enrolled(telephone, day, "Busy")) {
            counter.cutNetwork();
            assertThat(counter.scan(first)).isEqualTo("good");
            assertThat(counter.scan(second)).isEqualTo("good");
            revokeAll();
            TestTown.jdbc()
                    .sql("update voucher.device set quarantined = 999 where place_id = ?")
                    .param(day.salon().place().value())
                    .update();

            counter.telephone().findNetwork();
            counter.says("Its last scan is kept");
            assertThat(counter.isSaying("One more scan was not kept by the town"))
                    .isTrue();
            assertThat(memory(counter))
                    .contains(second, "\"left\"", "\"held\"")
                    .doesNotContain(first, "Lin", "\"waiting\"");
            assertThat(counter.waiting()).isEqualTo(2);
        }
    }

    private static String memory(CounterDevice counter) {
        return (String) counter.page().evaluate(MEMORY);
    }

    private static void setUpAgain(CounterDevice counter) {
        counter.telephone().goTo("/counter?plain");
        counter.page().locator("#device form button").click();
        counter.known();
    }

    private String state(UUID order) throws IOException {
        return day.client().order(day.guest(), order).text("state");
    }
}
