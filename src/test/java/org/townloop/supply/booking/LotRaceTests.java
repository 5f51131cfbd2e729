package org.townloop.supply.booking;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestOffers;
import org.townloop.supply.TestSalon;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.Session;

/** A session of ten seats. */
@SupplyTest
class LotRaceTests extends ScarceThings {

    private static final Instant FRIDAY = Instant.parse("2026-11-27T02:00:00Z");

    private final TestSalon school = TestSalon.with(1, 0);

    LotRaceTests() {
        super(Judge.OF_LOTS, 10);
    }

    @Override
    PlaceId place() {
        return school.place();
    }

    @Override
    Buyer sale() {
        owner.update(
                "update merchant.place set trade = 'classes' where id = ?",
                school.place().value());
        var session = new Session(10, List.of(), Set.of(LocalDateTime.parse("2026-11-27T10:00")), Set.of());
        var yoga =
                Counter.offered(offers, TestOffers.yoga(school, school.staff().getFirst(), session));
        return (counter, hand) -> counter.hold(school.order(), yoga, FRIDAY, 1);
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
