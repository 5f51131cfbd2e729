package org.townloop.supply.booking;

import java.time.Instant;
import java.util.Map;
import java.util.SequencedCollection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.townloop.TestTown;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestSalon;
import org.townloop.supply.merchant.PlaceId;

/** A day of ten set menus. */
@SupplyTest
class DayRaceTests extends ScarceThings {

    /** Saturday, when it begins in Willow Creek. */
    private static final Instant SATURDAY = Instant.parse("2026-11-27T16:00:00Z");

    private final TestSalon house = TestSalon.with(1, 0).asRestaurant();

    DayRaceTests() {
        super(Judge.OF_DAYS, 10);
    }

    @Override
    PlaceId place() {
        return house.place();
    }

    @Override
    Buyer sale() {
        var menu = Counter.offered(offers, house.setMenu(10));
        return (counter, hand) -> counter.hold(house.order(), menu, SATURDAY, 1);
    }

    @Override
    Bookings unlocked() {
        return unlocked(new CountDownLatch(RIVALS));
    }

    @Override
    int taken() {
        return count("select coalesce(sum(units), 0)::int from booking.day_claim where place_id = ?");
    }

    /** Bookings that count a day without locking it; the first so many wait for each other between counting and taking. */
    private Bookings unlocked(CountDownLatch counted) {
        var days = new DayClaims(TestTown.jdbc()) {
            @Override
            Map<OfferDay, Integer> lock(SequencedCollection<OfferDay> wanted) {
                var before = taken(wanted, "");
                var all = before.isEmpty() ? super.lock(wanted) : before;
                counted.countDown();
                await(counted);
                return all;
            }
        };
        return OtherBookings.of(town)
                .with(OtherBookings.noCalendar())
                .with(new DayBookings(days))
                .bookings();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
