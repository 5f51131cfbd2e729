package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.TestClock;
import org.townloop.TownTest;
import org.townloop.base.kernel.Absent;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.TestGrocer;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.Offers;

/** Who sets out has what is packed, whatever else is on at that hour. */
@TownTest
class SettingOutTests {

    private static final Instant NINE = Instant.parse("2026-11-28T01:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Checkouts checkouts;

    @Autowired
    Packing packing;

    @Autowired
    TestClock clock;

    @BeforeEach
    void thursdayMorning() {
        clock.set(TestClock.START);
    }

    @Test
    void whatIsPackedOfTheirsIsOnItsWay() throws IOException {
        var day = GoodsDay.open(port, offers, checkouts);
        var order = day.paid(GoodsDay.wish(day.article("Eggs", 2_480, null), 1, null));
        var place = day.grocer().house().place();
        assertThat(set(day, place)).isEmpty();
        GoodsDay.done(packing.pack(day.grocer().owner(), order, List.of()));
        assertThat(set(day, place)).containsExactly(order);
        var stranger = GoodsDay.open(port, offers, checkouts);
        assertThatThrownBy(() -> set(stranger, place)).isInstanceOf(Absent.class);
    }

    @Test
    void anOrderOfAnotherKindAtThatHourIsInNobodysWay() throws IOException {
        var cleaning = CleaningDay.open(port, offers);
        cleaning.paid(NINE);
        var place = cleaning.firm().house().place();
        var owner = new TestGrocer(cleaning.firm().house()).owner();
        assertThat(GoodsDay.done(packing.setOut(owner, place, NINE))).isEmpty();
    }

    private List<OrderId> set(GoodsDay day, PlaceId place) {
        return GoodsDay.done(packing.setOut(day.grocer().owner(), place, GoodsDay.TEN));
    }
}
