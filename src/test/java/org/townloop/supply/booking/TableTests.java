package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Ids;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestOffers;
import org.townloop.supply.TestSalon;
import org.townloop.supply.booking.Roster.Subject;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Table;

/** Parties get the smallest table, or tables put together, and nobody is sent away who could sit. */
@SupplyTest
class TableTests {

    /** Friday at noon in Willow Creek. */
    private static final Instant NOON = Instant.parse("2026-11-27T04:00:00Z");

    private final Offers offers;
    private final Availability availability;
    private final Counter counter;
    private final TestClock clock;
    private final JdbcTemplate owner = new JdbcTemplate(TestTown.owner());
    private final TestSalon house = TestSalon.with(0, 0).asRestaurant();

    TableTests(Offers offers, Availability availability, Bookings bookings, Atomically atomically, TestClock clock) {
        this.offers = offers;
        this.availability = availability;
        this.counter = new Counter(bookings, atomically, clock);
        this.clock = clock;
    }

    @BeforeEach
    void thursdayMorning() {
        clock.set(TestClock.START);
    }

    @Test
    void aPartyGetsTheSmallestTableThatSeatsIt() {
        var two = table(2, "hall");
        var four = table(4, "hall");
        var six = table(6, null);
        var dinner = offered(new Table(1, 12, 20, 0));
        assertThat(seated(dinner, NOON, 3)).containsExactly(four);
        assertThat(seated(dinner, NOON, 2)).containsExactly(two);
        assertThat(seated(dinner, NOON, 1)).containsExactly(six);
        counter.refused(BookingReason.SLOT_TAKEN, "slotStart", house.order(), dinner, NOON, 1);
        assertThat(left(dinner, NOON)).isZero();
    }

    @Test
    void tablesOfOneZoneArePutTogether() {
        table(4, "yard");
        var one = table(4, "hall");
        var other = table(2, "hall");
        var dinner = offered(new Table(1, 12, 20, 0));
        assertThat(left(dinner, NOON)).isEqualTo(6);
        assertThat(seated(dinner, NOON, 6)).containsExactlyInAnyOrder(one, other);
        assertThat(left(dinner, NOON)).isEqualTo(4);
        assertThat(counter.refused(BookingReason.PARTY_TOO_LARGE, "quantity", house.order(), dinner, NOON, 5)
                        .facts())
                .containsEntry("left", 4);
    }

    @Test
    void aPartyOfTheWrongSizeIsToldTheRightOnes() {
        table(8, null);
        var dinner = offered(new Table(2, 6, 20, 0));
        assertThat(counter.refused(BookingReason.PARTY_SIZE, "quantity", house.order(), dinner, NOON, 7)
                        .facts())
                .containsEntry("min", 2)
                .containsEntry("max", 6);
        counter.refused(BookingReason.PARTY_SIZE, "quantity", house.order(), dinner, NOON, 1);
    }

    @Test
    void aLargePartySitsLonger() {
        table(8, null);
        var dinner = offered(new Table(1, 8, 5, 60));
        counter.held(house.order(), dinner, NOON.plusSeconds(2 * 3600), 1); // 14:00 to 15:30
        assertThat(left(dinner, NOON)).isEqualTo(4); // five would sit until half past two
        counter.refused(BookingReason.SLOT_TAKEN, "slotStart", house.order(), dinner, NOON, 5);
        counter.held(house.order(), dinner, NOON, 4);
    }

    @Test
    void theChoiceIsThatOfASlowSearch() {
        var dice = new java.util.Random(20261122);
        for (int round = 0; round < 2_000; round++) {
            var tables = IntStream.range(0, dice.nextInt(7))
                    .mapToObj(i -> new Subject(
                            new UUID(dice.nextLong(), dice.nextLong()),
                            "table",
                            new long[0],
                            1 + dice.nextInt(6),
                            List.of("hall", "yard", "").get(dice.nextInt(3)).isEmpty() ? null : "hall",
                            1))
                    .toList();
            var people = 1 + dice.nextInt(14);
            assertThat(Seating.choose(tables, people)).isEqualTo(slowly(tables, people));
            assertThat(Seating.most(tables))
                    .isEqualTo(IntStream.rangeClosed(1, 20)
                            .filter(party -> !slowly(tables, party).isEmpty())
                            .max()
                            .orElse(0));
        }
    }

    /** All sets of up to three tables that may be put together, one after the other. */
    private static List<Subject> slowly(List<Subject> tables, int people) {
        return IntStream.range(1, 1 << tables.size())
                .mapToObj(set -> IntStream.range(0, tables.size())
                        .filter(i -> (set >> i & 1) == 1)
                        .mapToObj(tables::get)
                        .sorted(Comparator.comparing(Subject::id))
                        .toList())
                .filter(set -> set.size() <= 3
                        && (set.size() == 1
                                || set.stream()
                                        .allMatch(table -> table.zone() != null
                                                && table.zone()
                                                        .equals(set.getFirst().zone()))))
                .filter(set -> seats(set) >= people)
                .min(Comparator.<List<Subject>>comparingInt(List::size)
                        .thenComparingInt(TableTests::seats)
                        .thenComparing(
                                set -> set.stream()
                                        .map(Subject::id)
                                        .map(UUID::toString)
                                        .toList(),
                                (a, b) -> {
                                    for (int i = 0; i < a.size(); i++) {
                                        var order = UUID.fromString(a.get(i)).compareTo(UUID.fromString(b.get(i)));
                                        if (order != 0) {
                                            return order;
                                        }
                                    }
                                    return 0;
                                }))
                .orElse(List.of());
    }

    private static int seats(List<Subject> tables) {
        return tables.stream().mapToInt(Subject::seats).sum();
    }

    private UUID table(int seats, @org.jspecify.annotations.Nullable String zone) {
        var id = Ids.next(house.region(), clock.instant());
        owner.update(
                "insert into merchant.resource (region_id, id, place_id, kind, name, seats, zone)"
                        + " values (?, ?, ?, 'table', '{\"en\": \"Table\"}', ?, ?)",
                house.region().number(),
                id,
                house.place().value(),
                seats,
                zone);
        return id;
    }

    private Offer offered(Table table) {
        return Counter.offered(offers, TestOffers.table(house, table));
    }

    private List<UUID> seated(Offer offer, Instant start, int people) {
        return counter.held(house.order(), offer, start, people).stream()
                .map(Claimed::subject)
                .toList();
    }

    private int left(Offer offer, Instant start) {
        return availability.slots(offer, start, start.plusSeconds(60)).stream()
                .mapToInt(Slot::left)
                .findFirst()
                .orElse(0);
    }
}
