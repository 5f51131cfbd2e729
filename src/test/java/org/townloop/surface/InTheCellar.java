package org.townloop.surface;

import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.TestClock;
import org.townloop.TownTest;
import org.townloop.base.identity.People;
import org.townloop.base.identity.PersonId;
import org.townloop.loop.checkout.Counters;
import org.townloop.supply.offer.Offers;

/** A salon on Thursday morning, and the browsers that are its counters. */
@NeedsBrowser
@TownTest
abstract class InTheCellar {

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

    SalonDay day;

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

    static Chromium chromium() {
        return chromium;
    }

    CounterDevice device(String name) throws IOException {
        return CounterDevice.enrolled(chromium.browser(), port, day, name);
    }

    /** In minor units. */
    long released(UUID order) throws IOException {
        return day.client()
                .order(day.guest(), order)
                .body()
                .at("/money/released/minor")
                .asLong();
    }

    /** The owner says at the desk that all devices of the salon are lost. */
    void revokeAll() {
        var owner = people.actor(new PersonId(day.owner().id())).orElseThrow();
        counters.of(owner, day.salon().place()).forEach(device -> counters.revoke(owner, device.id()));
    }
}
