package org.townloop.supply.booking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.Site;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestTaxis;
import org.townloop.supply.merchant.PlaceId;

/** Five drivers take one ride each out of a house within the window. */
@SupplyTest
class RideRaceTests extends ScarceThings {

    private static final Instant NINE = Instant.parse("2026-11-28T01:00:00Z");
    private static final Point HOUSE = new Point(30.28, 119.72);
    private static final Site STATION = new Site("Station", new Point(30.31, 119.74));

    private final TestTaxis firm = TestTaxis.with(5, 5);

    RideRaceTests() {
        super(Judge.OF_TIMES, 5);
    }

    @Override
    PlaceId place() {
        return firm.house().place();
    }

    @Override
    Buyer sale() {
        var car = Counter.offered(offers, firm.ride(4));
        return (counter, flat) -> {
            var wish = new Wish(NINE, null, 1, new Site("Willow Lane 5, flat " + flat, HOUSE, STATION));
            return counter.hold(List.of(new HoldRequest(
                    firm.house().order(), 1, car, wish, clock.instant().plus(Counter.HOLD), UUID.randomUUID())));
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
