package org.townloop.supply.booking;

import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.townloop.TestTown;
import org.townloop.base.kernel.EventLog;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.pack.Packs;

/** The bookings of a town with a part exchanged, for tests that must see what the part is there for. */
record OtherBookings(
        ApplicationContext town,
        Claims claims,
        DayBookings days,
        LotBookings lots,
        SoldNow soldNow,
        Rosters rosters,
        ApplicationEventPublisher local) {

    /** As they are. */
    static OtherBookings of(ApplicationContext town) {
        return new OtherBookings(
                town,
                town.getBean(Claims.class),
                town.getBean(DayBookings.class),
                town.getBean(LotBookings.class),
                town.getBean(SoldNow.class),
                town.getBean(Rosters.class),
                town);
    }

    OtherBookings with(Claims other) {
        return new OtherBookings(town, other, days, lots, soldNow, rosters, local);
    }

    OtherBookings with(DayBookings other) {
        return new OtherBookings(town, claims, other, lots, soldNow, rosters, local);
    }

    OtherBookings with(LotBookings other) {
        return new OtherBookings(town, claims, days, other, soldNow, rosters, local);
    }

    OtherBookings with(SoldNow other) {
        return new OtherBookings(town, claims, days, lots, other, rosters, local);
    }

    OtherBookings with(Rosters other) {
        return new OtherBookings(town, claims, days, lots, soldNow, other, local);
    }

    OtherBookings telling(ApplicationEventPublisher other) {
        return new OtherBookings(town, claims, days, lots, soldNow, rosters, other);
    }

    Bookings bookings() {
        var clock = town.getBean(Clock.class);
        var jobs = town.getBean(Jobs.class);
        var travel = town.getBean(Travel.class);
        var ways = town.getBean(ClaimWays.class);
        var times = new TimeBookings(
                claims, town.getBean(ExpiredClaims.class), jobs, travel, ways, lots, town.getBean(Packs.class));
        return new Bookings(
                claims,
                new Removal(claims, jobs, rosters, travel, ways, clock),
                days,
                lots,
                times,
                rosters,
                soldNow,
                town.getBean(EventLog.class),
                local,
                clock);
    }

    /** Nobody waits for anybody who asks for the same calendar. */
    static Claims noCalendar() {
        return new Claims(TestTown.jdbc()) {
            @Override
            void lockCalendars(Collection<PlaceId> places) {}

            @Override
            Set<PlaceId> lockCalendars(Collection<PlaceId> places, String waiting) {
                return Set.copyOf(places);
            }
        };
    }
}
