package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.TestClock;
import org.townloop.TownTest;
import org.townloop.loop.ledger.Broken;
import org.townloop.supply.offer.Offers;

/** A salon whose counters lose the network, in a town whose books are looked at before and after. */
@TownTest
abstract class OfflineEvening {

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Audit audit;

    @Autowired
    TestClock clock;

    OfflineShop shop;

    private List<Broken> before;

    @BeforeEach
    void openTheShop() {
        clock.set(TestClock.START);
        before = audit.run();
        shop = new OfflineShop(port, offers, clock);
    }

    /** No promise of the books is broken that was kept before. */
    void booksAreAsTheyWere() {
        assertThat(audit.run()).isEqualTo(before);
    }
}
