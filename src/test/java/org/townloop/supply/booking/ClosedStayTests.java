package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;
import org.townloop.base.region.Holiday;
import org.townloop.base.region.HolidayBook;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestHotel;
import org.townloop.supply.TestOffers;
import org.townloop.supply.TestSalon;
import org.townloop.supply.merchant.Engagements.Engagement;
import org.townloop.supply.merchant.PlaceChanged;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Session;
import org.townloop.supply.offer.Stay;

/** Guests who have bought nights, and find nobody at the door. */
@SupplyTest
class ClosedStayTests {

    private static final RegionId TOWN = new RegionId(996_002);
    private static final LocalDate FRIDAY = LocalDate.parse("2026-11-27");
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-30");

    private final Offers offers;
    private final Closures closures;
    private final HolidayBook book;
    private final HolidayClosures afterwards;
    private final Atomically atomically;
    private final Counter counter;
    private final TestClock clock;
    private TestSalon house;
    private Offer room;

    ClosedStayTests(
            Offers offers,
            Closures closures,
            HolidayBook book,
            HolidayClosures afterwards,
            Bookings bookings,
            Atomically atomically,
            TestClock clock) {
        this.offers = offers;
        this.closures = closures;
        this.book = book;
        this.afterwards = afterwards;
        this.atomically = atomically;
        this.counter = new Counter(bookings, atomically, clock);
        this.clock = clock;
    }

    @BeforeEach
    void aHouseInATownWithACalendar() {
        clock.set(TestClock.START);
        TestTown.jdbc().sql("""
            insert into region.region (id, kind, code, name, zone, currency, languages,
                platform_basis_points, partner_basis_points)
            values (996002, 'country', 'test-nights', '{"en": "Nights"}', 'Asia/Shanghai', 'CNY', '{zh-CN,en}', 500, 100)
            on conflict do nothing
            """).update();
        book.choose(TOWN, "NIGHTS", note -> {});
        book.remove(TOWN, "NIGHTS", FRIDAY, note -> {});
        house = TestSalon.in(TOWN, 1, 0).hours("09:00-18:00; PH off");
        var hotel = TestHotel.in(house);
        room = Counter.offered(offers, hotel.nights(hotel.rooms(3), 1, 14));
    }

    @Test
    void whoArrivesOrLeavesOnADayThatIsClosedIsNotedAndNobodyElse() {
        var arrives = booked(FRIDAY, MONDAY);
        var leaves = booked(FRIDAY.minusDays(1), FRIDAY);
        var between = booked(FRIDAY.minusDays(1), MONDAY);
        close(FRIDAY);
        assertThat(closures.isClosed(arrives)).isTrue();
        assertThat(closures.isClosed(leaves)).isTrue();
        assertThat(closures.isClosed(between)).as("they have a key").isFalse();
        assertThat(closures.outside(house.place(), clock.instant()))
                .extracting(Engagement::order)
                .containsExactlyInAnyOrder(arrives, leaves);
        open(FRIDAY);
        assertThat(closures.isClosed(arrives)).isFalse();
        assertThat(closures.isClosed(leaves)).isFalse();
    }

    @Test
    void whoIsThereAlreadyIsLeftAlone() {
        var there = booked(FRIDAY, MONDAY);
        clock.set(Instant.parse("2026-11-28T05:00:00Z")); // Saturday: the second of three nights
        close(MONDAY);
        assertThat(closures.isClosed(there)).isFalse();
        clock.set(Instant.parse("2026-11-29T05:00:00Z"));
        note();
        assertThat(closures.isClosed(there)).isFalse();
    }

    @Test
    void roomsThatTheHouseHasClosedAreNobodysStay() {
        var type = ((Stay) room.arrangement()).rooms();
        var id = Ids.next(TOWN, clock.instant());
        TestTown.jdbc()
                .sql("""
                    insert into booking.closed_rooms
                        (region_id, id, place_id, resource_id, first_night, last_night, units, why)
                    values (?, ?, ?, ?, ?, ?, 1, '')
                    """)
                .params(TOWN.number(), id, house.place().value(), type.value(), FRIDAY, FRIDAY)
                .update();
        held(id, FRIDAY, FRIDAY.plusDays(1));
        close(FRIDAY);
        assertThat(closures.isClosed(id)).isFalse();
    }

    @Test
    void aHolidayThatIsEnteredLaterIsSuchADayToo() {
        var stay = booked(FRIDAY, MONDAY);
        var school = TestSalon.in(TOWN, 1, 0).hours("09:00-18:00; PH off");
        TestTown.jdbc()
                .sql("update merchant.place set trade = 'classes' where id = ?")
                .param(school.place().value())
                .update();
        var ten = FRIDAY.atTime(10, 0);
        var tour = TestOffers.yoga(school, school.staff().getFirst(), new Session(6, List.of(), Set.of(ten), Set.of()));
        var offer = Counter.offered(offers, alone(tour));
        var seat = school.order();
        counter.held(seat, offer, Instant.parse("2026-11-27T02:00:00Z"), 1);
        counter.confirm(seat);
        book.write(
                TOWN,
                "NIGHTS",
                new Holiday(FRIDAY, Holiday.Kind.HOLIDAY, null, Words.of("Feast", "节")),
                "test",
                note -> {});
        afterwards.accept(List.of());
        assertThat(closures.isClosed(stay)).isTrue();
        assertThat(closures.isClosed(seat))
                .as("a tour that takes nobody's time but its guests'")
                .isTrue();
    }

    /** Given by nobody in particular. */
    private static NewOffer alone(NewOffer offer) {
        return new NewOffer(
                null,
                offer.place(),
                offer.pack(),
                offer.title(),
                offer.description(),
                offer.price(),
                offer.duration(),
                offer.bufferBefore(),
                offer.bufferAfter(),
                null,
                offer.attributes(),
                Set.of(),
                offer.mode(),
                offer.arrangement(),
                offer.menu(),
                true);
    }

    private UUID booked(LocalDate from, LocalDate to) {
        var order = house.order();
        held(order, from, to);
        assertThat(counter.confirm(order)).isTrue();
        return order;
    }

    private void held(UUID order, LocalDate from, LocalDate to) {
        var zone = ZoneId.of("Asia/Shanghai");
        var wish = new Wish(
                from.atTime(14, 0).atZone(zone).toInstant(),
                to.atTime(12, 0).atZone(zone).toInstant(),
                1,
                null);
        Counter.done(counter.hold(List.of(counter.request(order, room, wish))));
    }

    private void close(LocalDate day) {
        house.closedOn(day.toString());
        note();
    }

    private void open(LocalDate day) {
        TestTown.jdbc()
                .sql("delete from merchant.day_exception where place_id = ? and day = ?")
                .params(house.place().value(), day)
                .update();
        note();
    }

    private void note() {
        Counter.done(atomically.run(() -> {
            closures.on(new PlaceChanged(house.place().value()));
            return Outcome.done(house);
        }));
    }
}
