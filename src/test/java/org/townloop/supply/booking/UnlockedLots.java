package org.townloop.supply.booking;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SequencedCollection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.townloop.TestTown;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.Deliverables;
import org.townloop.supply.pack.Packs;

/** The negative control of races for lots. */
final class UnlockedLots {

    private UnlockedLots() {}

    /** Bookings that count a lot without locking it; the first so many wait for each other between counting and taking. */
    static Bookings of(ApplicationContext town, CountDownLatch counted) {
        var lots = new LotClaims(TestTown.jdbc(), Clock.systemUTC()) {
            @Override
            Map<Lot, Integer> lock(SequencedCollection<Lot> wanted) {
                var before = wanted.stream().filter(this::isThere).collect(Collectors.toMap(lot -> lot, this::takenOf));
                var all = before.isEmpty() ? super.lock(wanted) : before;
                counted.countDown();
                await(counted);
                return all;
            }

            private boolean isThere(Lot lot) {
                return count("select count(*)::int from booking.lot where subject_id = ?", lot) > 0;
            }

            private int takenOf(Lot lot) {
                return count("select max(taken) from booking.lot where subject_id = ?", lot);
            }

            private int count(String sql, Lot lot) {
                return TestTown.jdbc()
                        .sql(sql)
                        .param(lot.subject())
                        .query(Integer.class)
                        .single();
            }
        };
        var noCalendar = OtherBookings.noCalendar();
        var nobody =
                new SessionPeople(noCalendar, town.getBean(ExpiredClaims.class), TestTown.jdbc(), Clock.systemUTC()) {
                    @Override
                    List<PlaceId> take(
                            List<HoldRequest> requests, Map<PlaceId, Roster> here, Instant now, Refusals refusals) {
                        return List.of(); // who teaches is not what this race is about
                    }
                };
        return OtherBookings.of(town)
                .with(noCalendar)
                .with(new LotBookings(
                        lots,
                        town.getBean(LotOrders.class),
                        town.getBean(TakenLots.class),
                        nobody,
                        town.getBean(Gatherings.class),
                        town.getBean(Packs.class),
                        town.getBean(Deliverables.class)))
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
