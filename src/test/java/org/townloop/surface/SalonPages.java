package org.townloop.surface;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.TestClock;
import org.townloop.TownTest;
import org.townloop.supply.offer.Offers;

/** Pages around a hairdresser's day, which begins anew before each test: a salon, an offer, a guest, their people. */
@TownTest
public abstract class SalonPages {

    @LocalServerPort
    protected int port;

    @Autowired
    protected Offers offers;

    @Autowired
    protected TestClock clock;

    protected SalonDay day;

    @BeforeEach
    void openTheSalon() throws IOException {
        clock.set(TestClock.START);
        day = SalonDay.open(port, offers);
    }
}
