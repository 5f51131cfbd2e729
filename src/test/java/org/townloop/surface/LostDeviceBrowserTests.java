package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.TestClock;
import org.townloop.TownTest;
import org.townloop.base.identity.People;
import org.townloop.base.identity.PersonId;
import org.townloop.loop.checkout.Counters;
import org.townloop.supply.offer.Offers;

/** A device that is not to be trusted any more, and one whose disk is full. */
@NeedsBrowser
@TownTest
class LostDeviceBrowserTests {

    /** The disk is full: nothing can be written down from now on. */
    private static final String FULL = """
        () => {
          IDBObjectStore.prototype.put = () => { throw new DOMException("the disk is full", "QuotaExceededError"); };
        }
        """;

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Counters counters;

    @Autowired
    People people;

    @Autowired
    TestClock clock;

    private SalonDay day;

    @BeforeAll
    static void launch() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        day = SalonDay.open(port, offers);
    }

    @Test
    void aRevokedDeviceIsToldSoAndKeepsItsQueueInSight() throws IOException {
        var order = day.paid(SalonDay.AT_THREE);
        try (var counter = CounterDevice.enrolled(chromium.browser(), port, day, "Lost")) {
            counter.cutNetwork();
            assertThat(counter.scan(day.token(order))).isEqualTo("good");
            revokeAll();

            counter.telephone().findNetwork();
            counter.says("This device was revoked").says("Its last scan is kept");
            assertThat(counter.waiting()).isOne();
            assertThat(state(order)).isEqualTo("PAID");
            assertThat(counter.scan(day.token(order))).isEqualTo("bad");

            setUpAgain(counter);
            assertThat(counter.waiting()).isZero();
            assertThat(counter.isSaying("was revoked")).isFalse();
        }
    }

    @Test
    void whatCannotBeWrittenDownIsNotGood() throws IOException {
        var order = day.paid(SalonDay.AT_THREE);
        try (var counter = CounterDevice.enrolled(chromium.browser(), port, day, "Full")) {
            counter.cutNetwork();
            counter.page().evaluate(FULL);
            assertThat(counter.scan(day.token(order))).isEqualTo("bad");
            assertThat(counter.verdict()).contains("Not written down");
            assertThat(counter.open().waiting()).isZero();
            assertThat(counter.scan(day.token(order))).isEqualTo("good");
        }
    }

    private void revokeAll() {
        var owner = people.actor(new PersonId(day.owner().id())).orElseThrow();
        counters.of(owner, day.salon().place()).forEach(device -> counters.revoke(owner, device.id()));
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
