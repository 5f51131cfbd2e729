package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedCollection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.townloop.Race;
import org.townloop.Rounds;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestHotel;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Deliverables;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Stay;
import org.townloop.supply.pack.Packs;

/**
 * No night is sold more often than there are rooms, however many buy overlapping nights at one time. The lock on the
 * lots and the constraint see to it; with both switched off, these tests must see the oversell.
 */
@SupplyTest
class StayRaceTests {

    private static final String CONSTRAINT = "never_more_than_the_lot";
    private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 28);

    private final Bookings bookings;
    private final Stays stays;
    private final ApplicationContext town;
    private final Atomically atomically;
    private final Offers offers;
    private final TestClock clock;
    private final JdbcTemplate owner = new JdbcTemplate(TestTown.owner());
    private final TestSalon house = TestSalon.with(1, 0);
    private final TestHotel hotel = TestHotel.in(house);
    private final Offer room;

    StayRaceTests(
            Bookings bookings,
            Stays stays,
            ApplicationContext town,
            Atomically atomically,
            Offers offers,
            TestClock clock) {
        this.bookings = bookings;
        this.stays = stays;
        this.town = town;
        this.atomically = atomically;
        this.offers = offers;
        this.clock = clock;
        clock.set(TestClock.START);
        this.room = Counter.offered(offers, hotel.nights(hotel.rooms(10), 1, 14));
    }

    /** The rows of the nights are there, so that those who do not lock them do not wait for who makes them. */
    @BeforeEach
    void theNightsAreKnown() {
        clock.set(TestClock.START);
        var counter = new Counter(bookings, atomically, clock);
        var order = house.order();
        Counter.done(counter.hold(List.of(counter.request(order, room, nights(-1, 2)))));
        counter.release(order);
    }

    @AfterEach
    void theConstraintIsBack() {
        owner.execute("delete from booking.lot_claim where region_id >= 999000");
        owner.execute("delete from booking.lot where region_id >= 999000");
        owner.execute("alter table booking.lot drop constraint if exists " + CONSTRAINT);
        owner.execute("alter table booking.lot add constraint " + CONSTRAINT + " check (taken <= capacity)");
    }

    @Rounds
    void ofTwoHundredBuyersOfOverlappingNightsExactlyTenGetTheNightInCommon() {
        assertThat(buyers(bookings)).isEqualTo(10);
        assertThat(taken()).isEqualTo(10);
    }

    @Test
    void withoutTheConstraintTheLockAloneNeverOversells() {
        owner.execute("alter table booking.lot drop constraint " + CONSTRAINT);
        assertThat(buyers(bookings)).isEqualTo(10);
        assertThat(taken()).isEqualTo(10);
    }

    @Test
    void withoutTheLockTheConstraintAloneNeverOversells() {
        assertThat(buyers(unlocked(new CountDownLatch(12)))).isBetween(1, 10);
        assertThat(taken()).isBetween(1, 10);
    }

    @Test
    void withoutBothDefencesTheTestSeesTheOversell() {
        owner.execute("alter table booking.lot drop constraint " + CONSTRAINT);
        assertThatThrownBy(() ->
                        assertThat(buyers(unlocked(new CountDownLatch(12)))).isEqualTo(10))
                .isInstanceOf(AssertionError.class);
        assertThat(taken()).isGreaterThan(10);
    }

    /** Each wants two or three nights around Saturday's. */
    private int buyers(Bookings through) {
        var counter = new Counter(through, atomically, clock);
        var got = new AtomicInteger();
        Race.of(IntStream.range(0, 200).mapToObj(i -> () -> {
            var request = counter.request(house.order(), room, nights(-(i % 2), 1 + i % 2));
            if (counter.hold(List.of(request)) instanceof Outcome.Done) {
                got.incrementAndGet();
            }
        }));
        return got.get();
    }

    private Wish nights(int from, int to) {
        var stay = (Stay) room.arrangement();
        return stays.wish(room, stay, SATURDAY.plusDays(from), SATURDAY.plusDays(to), 1, null);
    }

    /** Bookings that count lots without locking them; the first so many wait for each other before they take. */
    private Bookings unlocked(CountDownLatch counted) {
        var lots = new LotClaims(TestTown.jdbc(), Clock.systemUTC()) {
            @Override
            Map<Lot, Integer> lock(SequencedCollection<Lot> wanted) {
                var taken = new HashMap<Lot, Integer>();
                for (var lot : wanted) {
                    taken.put(lot, takenOf(lot));
                }
                counted.countDown();
                await(counted);
                return taken;
            }
        };
        return OtherBookings.of(town)
                .with(OtherBookings.noCalendar())
                .with(new LotBookings(
                        lots,
                        town.getBean(LotOrders.class),
                        town.getBean(TakenLots.class),
                        town.getBean(SessionPeople.class),
                        town.getBean(Gatherings.class),
                        town.getBean(Packs.class),
                        town.getBean(Deliverables.class)))
                .bookings();
    }

    private static int takenOf(Lot lot) {
        return TestTown.jdbc()
                .sql("select taken from booking.lot where subject_id = ? and starts_at = ?::timestamptz")
                .params(lot.subject(), lot.start().toString())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Of Saturday's night. */
    private int taken() {
        Instant night = Instant.parse("2026-11-27T16:00:00Z");
        var taken = owner.queryForObject(
                "select coalesce(sum(units), 0)::int from booking.lot_claim where place_id = ? and starts_at = ?",
                Integer.class,
                house.place().value(),
                Timestamp.from(night));
        return taken == null ? 0 : taken;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
