package org.townloop.supply.booking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.Site;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestCleaners;
import org.townloop.supply.merchant.PlaceId;

/** Ten people go in pairs, each pair to two flats of one house within the window. */
@SupplyTest
class HomeRaceTests extends ScarceThings {

    private static final Instant NINE = Instant.parse("2026-11-28T01:00:00Z");
    private static final Point HOUSE = new Point(30.28, 119.72);

    private final TestCleaners firm = TestCleaners.with(10);

    HomeRaceTests() {
        super(Judge.OF_TIMES, 10);
    }

    @Override
    PlaceId place() {
        return firm.house().place();
    }

    @Override
    Buyer sale() {
        var cleaning = Counter.offered(offers, firm.cleaning(2, 60));
        return (counter, flat) -> {
            var wish = new Wish(NINE, null, 1, new Site("Willow Lane 5, flat " + flat, HOUSE));
            return counter.hold(List.of(new HoldRequest(
                    firm.house().order(), 1, cleaning, wish, clock.instant().plus(Counter.HOLD), UUID.randomUUID())));
        };
    }

    @Override
    Bookings unlocked() {
        return Unlocked.bookings(town, RIVALS);
    }

    @Override
    int taken() {
        return count("select count(*)::int from booking.job where place_id = ?");
    }

    @Override
    boolean isOversold() {
        return isAnybodyInTwoPlaces();
    }
}
