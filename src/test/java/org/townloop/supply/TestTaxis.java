package org.townloop.supply;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.townloop.TestTown;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;
import org.townloop.supply.offer.Fare;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.Ride;
import org.townloop.supply.offer.SetMenu;
import org.townloop.supply.pack.PackId;
import tools.jackson.databind.json.JsonMapper;

/**
 * A taxi firm for tests: the salon's house and people, who drive.
 *
 * @param vehicles of four seats each, the last of six
 */
public record TestTaxis(TestSalon house, List<UUID> vehicles) {

    public static final Fare FARE = new Fare(220, 40, 900, 20, LocalTime.of(22, 0), LocalTime.of(6, 0));

    /** Open every day from 9 to 18, at 30.27, 119.72. */
    public static TestTaxis with(int drivers, int vehicles) {
        return in(TestSalon.SHANGHAI, drivers, vehicles);
    }

    public static TestTaxis in(RegionId region, int drivers, int vehicles) {
        var house = TestSalon.in(region, drivers, 0);
        TestTown.jdbc()
                .sql("update merchant.place set trade = 'taxi-and-local-rides' where region_id = ? and id = ?")
                .params(house.region().number(), house.place().value())
                .update();
        var ids = IntStream.range(0, vehicles)
                .mapToObj(number -> Ids.next(region, Instant.parse("2026-01-01T00:00:00Z")))
                .sorted()
                .toList();
        for (int i = 0; i < vehicles; i++) {
            TestTown.jdbc()
                    .sql("""
                        insert into merchant.resource (region_id, id, place_id, kind, name, seats)
                        values (?, ?, ?, 'vehicle', ?::jsonb, ?)
                        """)
                    .params(
                            region.number(),
                            ids.get(i),
                            house.place().value(),
                            "{\"en\": \"W-10" + i + "\", \"zh\": \"柳 A·10" + i + "\"}",
                            i == vehicles - 1 ? 6 : 4)
                    .update();
        }
        return new TestTaxis(house, ids);
    }

    /** Within ten kilometres, thirty at most, within ten minutes, five minutes ahead. */
    public NewOffer ride(int seats) {
        return ride(seats, Money.of(500, "CNY"));
    }

    public NewOffer ride(int seats, Money base) {
        return new NewOffer(
                null,
                house.place(),
                new PackId("taxi-and-local-rides"),
                Words.of("A car", "轿车"),
                Words.of("From door to door", "门到门"),
                base,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofMinutes(5),
                "vehicle",
                JsonMapper.builder().build().readTree("{\"vehicleType\": \"sedan\"}"),
                Set.copyOf(house.staff()),
                "ride",
                new Ride(seats, FARE, 10_000, 30_000, 10, 5),
                SetMenu.NONE,
                true);
    }
}
