package org.townloop.supply;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.TestTown;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;
import org.townloop.supply.merchant.MerchantId;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.StaffId;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.SetMenu;
import org.townloop.supply.offer.WalkIn;
import org.townloop.supply.pack.PackId;
import tools.jackson.databind.json.JsonMapper;

/**
 * A hairdresser's for tests, open every day from 9 to 18 by the clock on its wall, with staff and chairs. Each has a
 * place of its own; regions are made as they are needed.
 *
 * @param chairs ids of the resources of kind chair
 */
public record TestSalon(RegionId region, MerchantId merchant, PlaceId place, List<StaffId> staff, List<UUID> chairs) {

    /** A county on Shanghai time, where a yuan is a yuan. */
    public static final RegionId SHANGHAI = new RegionId(999_001);

    /** A county where clocks are changed. */
    public static final RegionId NEW_YORK = new RegionId(999_002);

    private static final Instant OPENED = Instant.parse("2026-01-01T00:00:00Z");

    private static final ScopedValue<JdbcClient> ELSEWHERE = ScopedValue.newInstance();

    /** The same in another database than the shared one. */
    public static TestSalon in(JdbcClient database, RegionId region, int staff, int chairs) {
        return ScopedValue.where(ELSEWHERE, database).call(() -> in(region, staff, chairs));
    }

    public static TestSalon with(int staff, int chairs) {
        return in(SHANGHAI, staff, chairs);
    }

    public static TestSalon in(RegionId region, int staff, int chairs) {
        var salon = new TestSalon(
                region,
                new MerchantId(Ids.next(region, OPENED)),
                new PlaceId(Ids.next(region, OPENED)),
                IntStream.range(0, staff)
                        .mapToObj(i -> new StaffId(Ids.next(region, OPENED)))
                        .sorted()
                        .toList(),
                IntStream.range(0, chairs)
                        .mapToObj(i -> Ids.next(region, OPENED))
                        .sorted()
                        .toList());
        salon.build();
        return salon.open("09:00", "18:00");
    }

    /** Opens every day at these hours instead. */
    public TestSalon open(String opens, String closes) {
        return hours(opens + "-" + closes);
    }

    public TestSalon alsoOpen(String opens, String closes) {
        jdbc().sql("update merchant.place set hours = hours || ',' || ? where region_id = ? and id = ?")
                .params(opens + "-" + closes, region.number(), place.value())
                .update();
        return this;
    }

    /** Opens by these hours instead, in the notation of OpenStreetMap. */
    public TestSalon hours(String notation) {
        jdbc().sql("update merchant.place set hours = ? where region_id = ? and id = ?")
                .params(notation, region.number(), place.value())
                .update();
        return this;
    }

    public TestSalon works(StaffId person, int weekday, String opens, String closes) {
        jdbc().sql("""
            insert into merchant.staff_hours (region_id, staff_id, weekday, opens, closes)
            values (?, ?, ?, ?::time, ?::time)
            """)
                .params(region.number(), person.value(), weekday, opens, closes)
                .update();
        return this;
    }

    public TestSalon closedOn(String day) {
        jdbc().sql("insert into merchant.day_exception (region_id, place_id, day) values (?, ?, ?::date)")
                .params(region.number(), place.value(), day)
                .update();
        return this;
    }

    public TestSalon openOn(String day, String opens, String closes) {
        jdbc().sql("""
            insert into merchant.day_exception (region_id, place_id, day, opens, closes)
            values (?, ?, ?::date, ?::time, ?::time)
            """)
                .params(region.number(), place.value(), day, opens, closes)
                .update();
        return this;
    }

    /** An hour's haircut for 128, by anyone here, in a chair. */
    public NewOffer haircut() {
        return new NewOffer(
                null,
                place,
                new PackId("hair-and-beauty"),
                Words.of("Haircut", "剪发"),
                Words.of("Wash, cut and blow-dry", "洗剪吹"),
                Money.of(12_800, region.equals(NEW_YORK) ? "USD" : "CNY"),
                Duration.ofHours(1),
                Duration.ZERO,
                Duration.ZERO,
                "chair",
                JsonMapper.builder().build().readTree("{\"services\": [\"cut\", \"wash\"]}"),
                Set.copyOf(staff),
                true);
    }

    /** The same house as a restaurant. */
    public TestSalon asRestaurant() {
        jdbc().sql("update merchant.place set trade = 'restaurants' where region_id = ? and id = ?")
                .params(region.number(), place.value())
                .update();
        return this;
    }

    /** A set menu for 68 with a main course to choose; beef is 12 more. */
    public NewOffer setMenu(WalkIn walkIn) {
        var json = JsonMapper.builder().build();
        return new NewOffer(
                null,
                place,
                new PackId("restaurants"),
                Words.of("Lunch by the river", "河边午市套餐"),
                Words.of("Soup, a main course, rice and tea", "一汤一菜，米饭和茶"),
                Money.of(6_800, region.equals(NEW_YORK) ? "USD" : "CNY"),
                Duration.ofMinutes(60),
                Duration.ZERO,
                Duration.ZERO,
                null,
                json.readTree("{\"cuisine\": \"jiangzhe\", \"meals\": [\"lunch\", \"dinner\"]}"),
                Set.of(),
                "walk-in",
                walkIn,
                new SetMenu(List.of(
                        new SetMenu.Course(
                                "soup",
                                Words.of("Soup", "汤"),
                                List.of(new SetMenu.Dish("greens", Words.of("Shepherd’s purse soup", "荠菜羹"), 0))),
                        new SetMenu.Course(
                                "main",
                                Words.of("Main course", "主菜"),
                                List.of(
                                        new SetMenu.Dish("fish", Words.of("River fish, steamed", "清蒸河鱼"), 0),
                                        new SetMenu.Dish("beef", Words.of("Braised beef", "红烧牛肉"), 1_200))))),
                true);
    }

    /** The same, for so many a day, good on the chosen day. */
    public NewOffer setMenu(int dailyCapacity) {
        return setMenu(new WalkIn(dailyCapacity, 1, null, Set.of()));
    }

    /** The id of an order of this region. */
    public UUID order() {
        return Ids.next(region, OPENED);
    }

    private void build() {
        regions();
        var jdbc = jdbc();
        jdbc.sql("insert into merchant.merchant values (?, ?, '{\"en\": \"Tongxin\"}', ?::timestamptz)")
                .params(region.number(), merchant.value(), OPENED.toString())
                .update();
        jdbc.sql("""
            insert into merchant.place (region_id, id, merchant_id, name, address, lat, lon, trade, details,
                source, created_at, changed_at)
            select ?, ?, ?, '{"en": "Tongxin Hair", "zh": "同心美发"}', '{"zh": "钟楼街 12 号"}', 30.27, 119.72,
                'hair-and-beauty', '{}', 'townloop', at, at
            from cast(? as timestamptz) as at
            """)
                .params(region.number(), place.value(), merchant.value(), OPENED.toString())
                .update();
        jdbc.sql("""
            insert into merchant.staff (region_id, id, place_id, name)
            select ?, id, ?, '{"en": "Lin"}' from unnest(?::uuid[]) as id
            """)
                .params(
                        region.number(),
                        place.value(),
                        staff.stream().map(StaffId::value).toArray(UUID[]::new))
                .update();
        jdbc.sql("""
            insert into merchant.resource (region_id, id, place_id, kind, name)
            select ?, id, ?, 'chair', '{"en": "Chair"}' from unnest(?::uuid[]) as id
            """)
                .params(region.number(), place.value(), chairs.toArray(UUID[]::new))
                .update();
    }

    private static void regions() {
        jdbc().sql("""
            insert into region.region (id, kind, code, name, zone, currency, languages,
                platform_basis_points, partner_basis_points)
            values (999000, 'country', 'test-east', '{"en": "East"}', 'Asia/Shanghai', 'CNY', '{zh-CN,en}',
                    500, 100),
                   (998000, 'country', 'test-west', '{"en": "West"}', 'America/New_York', 'USD', '{en}',
                    500, 100)
            on conflict do nothing
            """).update();
        jdbc().sql("""
            insert into region.region (id, parent_id, kind, code, name, seal)
            values (999001, 999000, 'county', 'test-shanghai', '{"en": "Shanghai time"}', '东'),
                   (999002, 998000, 'county', 'test-new-york', '{"en": "New York time"}', '西')
            on conflict do nothing
            """).update();
    }

    private static JdbcClient jdbc() {
        return ELSEWHERE.isBound() ? ELSEWHERE.get() : TestTown.jdbc();
    }
}
