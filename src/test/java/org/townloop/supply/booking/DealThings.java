package org.townloop.supply.booking;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.townloop.supply.TestOffers;
import org.townloop.supply.TestSalon;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.Session;

/** A class with room for everybody, of which so many seats are sold in a deal. */
abstract class DealThings extends ScarceThings {

    private static final Instant FRIDAY = Instant.parse("2026-11-27T02:00:00Z");

    private final TestSalon school = TestSalon.with(1, 0);
    private final UUID deal = school.order();
    private final Ration ration;

    /**
     * @param pieces how many can be had at most
     * @param ofAll how many the deal has
     * @param ofOne how many one person may have: all hands are theirs
     */
    DealThings(int pieces, int ofAll, int ofOne) {
        super(Judge.OF_LOTS, pieces);
        this.ration = new Ration(deal, UUID.randomUUID(), ofAll, ofOne);
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
        var session = new Session(100, List.of(), Set.of(LocalDateTime.parse("2026-11-27T10:00")), Set.of());
        var yoga =
                Counter.offered(offers, TestOffers.yoga(school, school.staff().getFirst(), session));
        return (counter, hand) -> counter.hold(List.of(new HoldRequest(
                school.order(), 1, yoga, Wish.at(FRIDAY, 1), clock.instant().plus(Counter.HOLD), null, ration)));
    }

    @Override
    Bookings unlocked() {
        return UnlockedLots.of(town, new CountDownLatch(RIVALS));
    }

    @Override
    int taken() {
        var taken = owner.queryForObject(
                "select coalesce(sum(units), 0)::int from booking.lot_claim where subject_id = ?", Integer.class, deal);
        return taken == null ? 0 : taken;
    }
}
