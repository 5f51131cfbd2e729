package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;
import org.townloop.base.region.Holiday;
import org.townloop.base.region.HolidayBook;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** A holiday that is entered when some of it is booked already. */
@SupplyTest
class HolidayClosureTests {

    private static final RegionId TOWN = new RegionId(996_001);
    private static final LocalDate DAY = LocalDate.of(2026, 12, 10);
    private static final Instant MORNING = Instant.parse("2026-12-10T02:00:00Z");

    private final Availability availability;
    private final Offers offers;
    private final HolidayBook book;
    private final HolidayClosures afterwards;
    private final Closures closures;
    private final Counter counter;
    private final TestClock clock;

    HolidayClosureTests(
            Availability availability,
            Offers offers,
            HolidayBook book,
            HolidayClosures afterwards,
            Closures closures,
            Bookings bookings,
            Atomically atomically,
            TestClock clock) {
        this.availability = availability;
        this.offers = offers;
        this.book = book;
        this.afterwards = afterwards;
        this.closures = closures;
        this.counter = new Counter(bookings, atomically, clock);
        this.clock = clock;
    }

    @BeforeEach
    void aTownWithACalendarOfItsOwn() {
        clock.set(TestClock.START);
        TestTown.jdbc().sql("""
            insert into region.region (id, kind, code, name, zone, currency, languages,
                platform_basis_points, partner_basis_points)
            values (996001, 'country', 'test-late', '{"en": "Late"}', 'Asia/Shanghai', 'CNY', '{zh-CN,en}', 500, 100)
            on conflict do nothing
            """).update();
        book.choose(TOWN, "LATE", note -> {});
        book.remove(TOWN, "LATE", DAY, note -> {});
    }

    @Test
    void whatIsBookedOnItIsNotedAndNothingMoreIsSold() {
        var salon = TestSalon.in(TOWN, 1, 1).hours("09:00-18:00; PH off");
        var open = TestSalon.in(TOWN, 1, 1).hours("09:00-18:00");
        var haircut = Counter.offered(offers, salon.haircut());
        var elsewhere = Counter.offered(offers, open.haircut());
        var order = booked(salon, haircut);
        var kept = booked(open, elsewhere);
        assertThat(starts(haircut)).isPositive();

        book.write(
                TOWN,
                "LATE",
                new Holiday(DAY, Holiday.Kind.HOLIDAY, null, Words.of("Late feast", "补的节")),
                "test",
                note -> {});
        afterwards.accept(List.of());
        assertThat(starts(haircut)).as("the free times heed it at once").isZero();
        assertThat(starts(elsewhere)).isPositive();
        assertThat(closures.isClosed(order)).isTrue();
        assertThat(closures.isClosed(kept)).isFalse();

        book.remove(TOWN, "LATE", DAY, note -> {});
        afterwards.accept(List.of());
        assertThat(starts(haircut)).isPositive();
        assertThat(closures.isClosed(order)).isFalse();
    }

    private UUID booked(TestSalon salon, Offer haircut) {
        var order = salon.order();
        counter.held(order, haircut, MORNING, 1);
        assertThat(counter.confirm(order)).isTrue();
        return order;
    }

    private int starts(Offer haircut) {
        return availability
                .slots(haircut, MORNING.minus(Duration.ofHours(8)), MORNING.plus(Duration.ofHours(16)))
                .size();
    }
}
