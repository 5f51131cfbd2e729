package org.townloop.supply;

import java.time.Duration;
import java.util.Set;
import org.townloop.TestTown;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Words;
import org.townloop.supply.offer.HomeVisit;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.SetMenu;
import org.townloop.supply.pack.PackId;
import tools.jackson.databind.json.JsonMapper;

/** A cleaning firm for tests: the salon's house and people, who go out to homes. */
public record TestCleaners(TestSalon house) {

    /** Open every day from 9 to 18, at 30.27, 119.72. */
    public static TestCleaners with(int staff) {
        var house = TestSalon.with(staff, 1);
        TestTown.jdbc()
                .sql("update merchant.place set trade = 'housekeeping' where region_id = ? and id = ?")
                .params(house.region().number(), house.place().value())
                .update();
        return new TestCleaners(house);
    }

    /** So many people for so many minutes, within five kilometres and two hours. */
    public NewOffer cleaning(int team, int minutes) {
        return new NewOffer(
                null,
                house.place(),
                new PackId("housekeeping"),
                Words.of("Cleaning", "保洁"),
                Words.of("Floors, kitchen and bath", "地面、厨房、卫生间"),
                Money.of(16_000, "CNY"),
                Duration.ofMinutes(minutes),
                Duration.ZERO,
                Duration.ofMinutes(5),
                null,
                JsonMapper.builder().build().readTree("{\"tasks\": [\"everyday\"]}"),
                Set.copyOf(house.staff()),
                "at-home",
                new HomeVisit(team, 5_000, 120),
                SetMenu.NONE,
                true);
    }
}
