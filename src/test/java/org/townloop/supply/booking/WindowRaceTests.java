package org.townloop.supply.booking;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestGrocer;
import org.townloop.supply.merchant.PlaceId;

/** A window of ten orders, each of two articles, which take the window once. */
@SupplyTest
class WindowRaceTests extends ScarceThings {

    private static final Instant FRIDAY_AT_TEN = Instant.parse("2026-11-27T02:00:00Z");

    private final TestGrocer grocer = TestGrocer.with(10);

    WindowRaceTests() {
        super(Judge.OF_LOTS, 10);
    }

    @Override
    PlaceId place() {
        return grocer.house().place();
    }

    @Override
    Buyer sale() {
        var carrots = Counter.offered(offers, grocer.article("Carrots", 350, null));
        var eggs = Counter.offered(offers, grocer.article("Eggs", 1_480, null));
        return (counter, hand) -> {
            var order = grocer.house().order();
            return counter.hold(List.of(
                    counter.request(order, 1, carrots, FRIDAY_AT_TEN, 3),
                    counter.request(order, 2, eggs, FRIDAY_AT_TEN, 1)));
        };
    }

    @Override
    Bookings unlocked() {
        return UnlockedLots.of(town, new CountDownLatch(RIVALS));
    }

    @Override
    int taken() {
        return count("select coalesce(sum(units), 0)::int from booking.lot_claim where place_id = ?");
    }
}
