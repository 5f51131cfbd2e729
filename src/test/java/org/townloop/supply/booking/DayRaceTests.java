package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.SequencedCollection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.townloop.Rounds;
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
        var counted = new CountDownLatch(RIVALS);
        return unlocked(() -> {
            counted.countDown();
            await(counted);
        });
    }

    /** Two who have counted meet before they take, each time anew. */
    private static Runnable meeting() {
        var meeting = new Exchanger<Boolean>();
        return () -> {
            try {
                meeting.exchange(true, 300, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                return; // the other one has nothing to do any more
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    @Override
    int taken() {
        return count("select coalesce(sum(units), 0)::int from booking.day_claim where place_id = ?");
    }

    @Rounds
    void combinedWithoutBothDefencesTheTestSeesTheOversell() {
        withoutJudge();
        var unlocked = unlocked(meeting());
        served(unlocked, new CombinedProcesses(unlocked, atomically));
        assertThat(isOversold()).isTrue();
    }

    @Rounds
    void combinedWithoutTheLockTheConstraintAloneNeverOversells() {
        var unlocked = unlocked(meeting());
        assertThat(served(unlocked, new CombinedProcesses(unlocked, atomically)))
                .isBetween(1L, 10L);
        assertThat(isOversold()).isFalse();
    }

    /** Bookings that count a day without locking it; they wait for each other between counting and taking. */
    private Bookings unlocked(Runnable counted) {
        var days = new DayClaims(TestTown.jdbc()) {
            @Override
            Map<OfferDay, Integer> lock(SequencedCollection<OfferDay> wanted) {
                var before = taken(wanted, "");
                var all = before.isEmpty() ? super.lock(wanted) : before;
                counted.run();
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
