package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestHotel;
import org.townloop.supply.booking.ical.CalendarReason;
import org.townloop.supply.merchant.TimeSpan;

/** Calendars that others keep, and what they take out of sale. */
@SupplyTest
class ForeignCalendarTests extends ForeignCalendarTown {

    ForeignCalendarTests(ApplicationContext town) {
        super(town);
    }

    @Test
    void whoIsBusyElsewhereIsNotSoldAndIsFreeAgainOnceItIsNotRead() {
        assertThat(slots()).contains(THREE);
        server.has("a", AT_THREE);
        assertThat(add()).isEqualTo(Optional.empty());
        assertThat(slots()).doesNotContain(THREE).contains(THREE.plus(Duration.ofHours(1)));
        counter.refused(BookingReason.SLOT_TAKEN, "slotStart", salon.order(), haircut, THREE, 1);

        calendars.remove(owner, salon.place(), lin);
        assertThat(slots()).contains(THREE);
        counter.held(salon.order(), haircut, THREE, 1);
    }

    /** Also not twice, where a booking of ours stands at the same time. */
    @Test
    void whoIsBusyElsewhereHasNoFreeTimeThen() {
        var staffTime = town.getBean(StaffTime.class);
        var day = new TimeSpan(THREE.minus(Duration.ofHours(7)), THREE.plus(Duration.ofHours(9)));
        var order = salon.order();
        counter.held(order, haircut, THREE, 1);
        counter.confirm(order);
        var before = staffTime.free(salon.place(), day);
        server.has("a", AT_THREE);
        add();
        assertThat(staffTime.free(salon.place(), day)).isEqualTo(before);
        server.has("b", AT_FIVE);
        clock.move(Duration.ofMinutes(16));
        reader.readDue();
        assertThat(staffTime.free(salon.place(), day)).isEqualTo(before.minusHours(1));
    }

    @Test
    void aChairIsTakenOutOfSaleToo() {
        server.has("a", AT_THREE);
        assertThat(refusal(calendars.add(owner, salon.place(), salon.chairs().getFirst(), server.address())))
                .isEmpty();
        assertThat(slots()).doesNotContain(THREE);
        counter.refused(BookingReason.SLOT_TAKEN, "slotStart", salon.order(), haircut, THREE, 1);
    }

    @Test
    void itIsReadAgainAfterItsTimeAndOnlyIfItHasChanged() {
        server.has("a", AT_THREE);
        add();
        assertThat(reader.readDue()).isZero();
        clock.move(Duration.ofMinutes(16));
        reader.readDue();
        assertThat(server.validators()).containsExactly("null", "\"a\"");
        assertThat(slots()).doesNotContain(THREE);

        server.has("b", AT_FIVE);
        clock.move(Duration.ofMinutes(16));
        reader.readDue();
        assertThat(slots()).contains(THREE).doesNotContain(THREE.plus(Duration.ofHours(2)));
        assertThat(calendar().readAt()).isEqualTo(clock.instant());
    }

    @Test
    void aCalendarThatBreaksKeepsItsLastGoodTimesAndIsLeftAloneForLongerEachTime() {
        server.has("a", AT_THREE);
        add();
        server.answers(exchange -> FeedServer.send(exchange, 200, "<html>"));
        var pauses = java.util.stream.IntStream.range(0, 9)
                .mapToObj(each -> {
                    clock.set(Optional.ofNullable(calendar().nextReadAt()).orElseThrow());
                    reader.readDue();
                    return Duration.between(clock.instant(), calendar().nextReadAt());
                })
                .toList();
        assertThat(pauses)
                .startsWith(Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofHours(1))
                .endsWith(Duration.ofHours(12));
        assertThat(fault().reason()).isEqualTo(CalendarReason.CALENDAR_IS_NONE);
        clock.set(TestClock.START);
        assertThat(slots()).doesNotContain(THREE);
    }

    @Test
    void afterTwoWeeksItIsGivenUpUntilSomebodySaysSo() {
        server.has("a", AT_THREE);
        add();
        server.answers(exchange -> FeedServer.send(exchange, 500, ""));
        clock.move(Duration.ofMinutes(16));
        reader.readDue();
        clock.move(Duration.ofDays(14));
        reader.readDue();
        assertThat(calendar().isGivenUp()).isTrue();
        assertThat(fault().facts()).containsEntry("status", 500);
        clock.move(Duration.ofDays(1));
        assertThat(reader.readDue()).isZero();

        server.has("b");
        assertThat(refusal(calendars.readNow(owner, salon.place(), lin))).isEmpty();
        assertThat(calendar().isGivenUp()).isFalse();
        assertThat(refusal(calendars.readNow(owner, salon.place(), lin)))
                .hasValueSatisfying(no -> assertThat(no.reason()).isEqualTo(CalendarReason.CALENDAR_JUST_READ));
    }

    @Test
    void theAddressIsNotInTheDatabase() {
        server.has("a", AT_THREE);
        add();
        var row = TestTown.jdbc()
                .sql("select row_to_json(c)::text from booking.foreign_calendar c where subject_id = ?")
                .param(lin)
                .query(String.class)
                .single();
        assertThat(row).doesNotContain("lin.ics");
        assertThat(calendar().host()).isEqualTo("127.0.0.1");
    }

    @Test
    void whatWasBookedBeforeStandsAndIsNamed() {
        var order = salon.order();
        counter.held(order, haircut, THREE, 1);
        counter.confirm(order);
        server.has("a", AT_THREE);
        add();
        assertThat(calendars.collisions(salon.place())).singleElement().satisfies(each -> {
            assertThat(each.order()).isEqualTo(order);
            assertThat(each.subject()).isEqualTo(lin);
        });
        assertThat(counter.confirm(order)).isTrue();
        counter.release(order);
        assertThat(calendars.collisions(salon.place())).isEmpty();
    }

    /** A holiday home that another market has let: the night of the evening on which its guests are there. */
    @Test
    void aHomeThatIsLetElsewhereHasNoSuchNights() {
        var hotel = TestHotel.in(salon);
        var home = hotel.rooms(1);
        var nights = Counter.offered(offers, hotel.nights(home, 1, 14));
        var from = Instant.parse("2026-11-27T16:00:00Z");
        var before = availability.slots(nights, from, from.plus(Duration.ofDays(6)));
        server.has("a", "DTSTART;VALUE=DATE:20261129\nDTEND;VALUE=DATE:20261201");
        assertThat(refusal(calendars.add(owner, salon.place(), home.value(), server.address())))
                .isEmpty();
        var after = availability.slots(nights, from, from.plus(Duration.ofDays(6)));
        var gone = before.stream()
                .map(Slot::start)
                .filter(start -> after.stream().noneMatch(slot -> slot.start().equals(start)))
                .map(start -> LocalDate.ofInstant(start, java.time.ZoneId.of("Asia/Shanghai")))
                .toList();
        assertThat(gone).containsExactly(LocalDate.of(2026, 11, 29), LocalDate.of(2026, 11, 30));
        var several = hotel.rooms(3);
        assertThat(refusal(calendars.add(owner, salon.place(), several.value(), server.address())))
                .hasValueSatisfying(no -> assertThat(no.reason()).isEqualTo(CalendarReason.CALENDAR_FOR_ONE_ONLY));
    }
}
