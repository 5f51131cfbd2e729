package org.townloop.launch.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.townloop.TestClock;
import org.townloop.base.kernel.Point;
import org.townloop.base.region.Regions;
import org.townloop.supply.merchant.OpeningHours;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.TimeSpan;

/** The place that the documents walk a reader through is as they say. */
class TongxinHairTests {

    private static FoundedTown town;

    @BeforeAll
    static void found() {
        town = new FoundedTown(TestClock.START, (percent, what) -> {});
    }

    @AfterAll
    static void leave() {
        town.close();
    }

    @Test
    void itStandsAt12BellStreet350MetresFromTheSquare() {
        record Seen(String english, String chinese, double lat, double lon) {}
        var seen = town.sql()
                .sql("select address->>'en' as english, address->>'zh' as chinese, lat, lon from merchant.place"
                        + " where id = ?")
                .param(place().value())
                .query(Seen.class)
                .single();
        var square = town.ask(Regions.class)
                .landmark(place().region(), "near the square")
                .orElseThrow();
        assertThat(seen.english()).isEqualTo("Bell Street 12");
        assertThat(seen.chinese()).isEqualTo("钟楼街 12 号");
        assertThat(square.metresTo(new Point(seen.lat(), seen.lon()))).isBetween(345.0, 355.0);
    }

    @Test
    void meiCutsAndWashesFor88YuanIn45Minutes() {
        assertThat(town.count("""
            select count(*) from offer.offer o
            join offer.version v on (v.region_id, v.offer_id, v.version) = (o.region_id, o.id, o.version)
            where v.title = '{"en": "Cut and wash with Mei", "zh": "洗剪吹 · 梅师傅"}'
                and v.price_minor = 8800 and v.duration_minutes = 45
            """)).isOne();
    }

    @ParameterizedTest
    /** The Saturday after the test's Thursday; Willow Creek is eight hours ahead. */
    @ValueSource(strings = {"05:30", "06:15", "07:00", "08:45"})
    void meiIsFreeOnSaturdayAfternoon(String start) {
        var cut = TimeSpan.of(Instant.parse("2026-11-28T" + start + ":00Z"), Duration.ofMinutes(45));
        var hours = town.ask(OpeningHours.class).spans(List.of(place()), cut.start(), cut.end());
        assertThat(hours).containsEntry(mei(), List.of(cut));
        assertThat(town.sql()
                        .sql("select count(*) from booking.claim where subject_id = ? and during && tstzrange(?, ?)")
                        .params(mei(), Timestamp.from(cut.start()), Timestamp.from(cut.end()))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theDemosPeopleAreWhatTheirTokensSay() {
        assertThat(roles("demo-merchant")).isEqualTo("MERCHANT 990001 Tongxin Hair");
        assertThat(roles("demo-counter")).isEqualTo("COUNTER 990001 Tongxin Hair");
        assertThat(roles("demo-partner")).isEqualTo("PARTNER 990001 ");
        assertThat(roles("demo-operator")).isEqualTo("OPERATOR 990000 ");
        assertThat(roles("demo-resident")).isEqualTo("none");
        assertThat(roles("demo-resident-2")).isEqualTo("none");
    }

    @Test
    void whoeverSignsInFirstHasSomethingBeforeThem() {
        assertThat(town.count("""
            select count(*) from ordering.orders o join identity.person p on p.id = o.resident_id
            where p.name = 'Lin Yue 林悦' and o.state = 'PAID' and o.starts_at > o.created_at
            """)).isPositive();
    }

    @Test
    void nobodyIsBookedOutsideOfTheirHours() {
        var from = TestClock.START.minus(Duration.ofDays(10));
        var to = TestClock.START.plus(Duration.ofDays(20));
        var places = town.sql()
                .sql("select id from merchant.place where merchant_id is not null")
                .query((row, number) -> new PlaceId(row.getObject(1, UUID.class)))
                .list();
        var hours = town.ask(OpeningHours.class).spans(places, from, to);
        record Taken(UUID staff, TimeSpan span) {}
        assertThat(town.sql()
                        .sql("""
                            select subject_id, lower(during), upper(during) from booking.claim
                            where kind = 'STAFF' and lower(during) > ?::timestamptz + interval '1 day'
                            """)
                        .param(Timestamp.from(from))
                        .query((row, number) -> new Taken(
                                row.getObject(1, UUID.class),
                                new TimeSpan(
                                        row.getTimestamp(2).toInstant(),
                                        row.getTimestamp(3).toInstant())))
                        .list())
                .isNotEmpty()
                .allMatch(taken -> hours.getOrDefault(taken.staff(), List.of()).stream()
                        .anyMatch(span -> span.contains(taken.span())));
    }

    private static UUID mei() {
        return town.sql()
                .sql("select id from merchant.staff where place_id = ? and name->>'en' = 'Mei'")
                .param(place().value())
                .query((row, number) -> row.getObject(1, UUID.class))
                .single();
    }

    private static PlaceId place() {
        return town.sql()
                .sql("select id from merchant.place where name->>'en' = 'Tongxin Hair'")
                .query((row, number) -> new PlaceId(row.getObject(1, UUID.class)))
                .single();
    }

    private static String roles(String token) {
        return String.valueOf(
                town.sql().sql("""
                    select coalesce(role || ' ' || r.region_id || ' ' || coalesce(p.name->>'en', ''), 'none')
                    from identity.token t
                    left join identity.role r on r.person_id = t.person_id
                    left join merchant.place p on p.merchant_id = r.merchant_id or p.id = r.place_id
                    where t.demo and t.hash = sha256(?::bytea)
                    """).param(token).query(String.class).single());
    }
}
