package org.townloop.supply;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Grant;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.Role;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Words;
import org.townloop.supply.offer.Article;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.SetMenu;
import org.townloop.supply.pack.PackId;
import tools.jackson.databind.json.JsonMapper;

/** A greengrocer's for tests, open every day from 9 to 18, that brings what it sells. */
public record TestGrocer(TestSalon house) {

    /**
     * With a window every day from 10 to 12 that closes an hour before; up to two kilometres for 3, up to five for 6, from
     * 20 on, for nothing from 60 on; fetched for nothing.
     *
     * @param orders how many go into a window
     */
    public static TestGrocer with(int orders) {
        var grocer = new TestGrocer(TestSalon.with(0, 0));
        var place = grocer.house().place();
        TestTown.jdbc()
                .sql("update merchant.place set trade = 'groceries' where region_id = ? and id = ?")
                .params(place.region().number(), place.value())
                .update();
        TestTown.jdbc()
                .sql("""
                    insert into merchant.delivery (region_id, place_id, settings, changed_at)
                    values (?, ?, jsonb_build_object(
                        'windows', (select jsonb_agg(jsonb_build_object('day', day, 'from', '10:00', 'to', '12:00',
                                'orders', ?::int, 'closesMinutesBefore', 60))
                            from unnest(array['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'])
                                as day),
                        'rings', '[{"withinMetres": 2000, "feeMinor": 300}, {"withinMetres": 5000, "feeMinor": 600}]'::jsonb,
                        'leastMinor', 2000, 'freeFromMinor', 6000, 'pickUp', true), now())
                    """)
                .params(place.region().number(), place.value(), orders)
                .update();
        return grocer;
    }

    /** @param perDay how many there are of it a day; null if nobody counts */
    public NewOffer article(String title, long minor, @Nullable Integer perDay) {
        return article(title, minor, perDay, "roots");
    }

    /** @param category as the pack names it */
    public NewOffer article(String title, long minor, @Nullable Integer perDay, String category) {
        return new NewOffer(
                null,
                house.place(),
                new PackId("groceries"),
                Words.of(title, title),
                Words.of("", ""),
                Money.of(minor, "CNY"),
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                null,
                JsonMapper.builder().build().readTree("{\"category\": \"" + category + "\"}"),
                Set.of(),
                "by-window",
                new Article(10, perDay),
                SetMenu.NONE,
                true);
    }

    /** Whoever runs it. */
    public Actor owner() {
        return new Actor(
                new PersonId(TestPeople.merchantOf(house).id()),
                "Tian",
                house.region(),
                Locale.ENGLISH,
                List.of(new Grant(
                        Role.MERCHANT, house.region(), house.merchant().value(), null)));
    }

    public Actor customer(TestPeople resident) {
        return new Actor(new PersonId(resident.id()), "Lin", house.region(), Locale.ENGLISH, List.of());
    }
}
