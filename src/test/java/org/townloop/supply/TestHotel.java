package org.townloop.supply;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Words;
import org.townloop.supply.merchant.ResourceId;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.SetMenu;
import org.townloop.supply.offer.Stay;
import org.townloop.supply.pack.PackId;
import tools.jackson.databind.json.JsonMapper;

/** A house of {@link TestSalon} that lets rooms. */
public record TestHotel(TestSalon salon) {

    public static TestHotel in(TestSalon salon) {
        TestTown.jdbc()
                .sql("update merchant.place set trade = 'hotels' where region_id = ? and id = ?")
                .params(salon.region().number(), salon.place().value())
                .update();
        return new TestHotel(salon);
    }

    /** A type of room of which there are so many. */
    public ResourceId rooms(int units) {
        var region = salon.region();
        var place = salon.place();
        var id = Ids.next(region, TestClock.START);
        TestTown.jdbc()
                .sql("""
                    insert into merchant.resource (region_id, id, place_id, kind, name, units)
                    values (?, ?, ?, 'room', '{"en": "River room", "zh": "河景房"}', ?)
                    """)
                .params(region.number(), id, place.value(), units)
                .update();
        return new ResourceId(id);
    }

    /** Nights in a room for two for 288; Fridays and Saturdays 388. */
    public NewOffer nights(ResourceId rooms, int fewest, int most) {
        return nights(rooms, fewest, most, 38_800);
    }

    /** @param weekend what a Friday or a Saturday costs, in minor units */
    public NewOffer nights(ResourceId rooms, int fewest, int most, long weekend) {
        return nights(new Stay(
                rooms,
                2,
                fewest,
                most,
                LocalTime.of(14, 0),
                LocalTime.of(12, 0),
                Set.of(),
                List.of(new Stay.NightPrice(
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2028, 12, 31),
                        Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY),
                        weekend))));
    }

    public NewOffer nights(Stay stay) {
        return new NewOffer(
                null,
                salon.place(),
                new PackId("hotels"),
                Words.of("River room", "河景房"),
                Words.of("A room over the river", "临河的房间"),
                Money.of(28_800, salon.region().equals(TestSalon.NEW_YORK) ? "USD" : "CNY"),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                null,
                JsonMapper.builder().build().readTree("{\"house\": \"inn\", \"beds\": \"double\"}"),
                Set.of(),
                "stay",
                stay,
                SetMenu.NONE,
                true);
    }
}
