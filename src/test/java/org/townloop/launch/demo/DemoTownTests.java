package org.townloop.launch.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.townloop.TestClock;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ledger.Ledger;
import org.townloop.supply.pack.PackId;
import org.townloop.supply.pack.Packs;
import tools.jackson.databind.json.JsonMapper;

/** The town that a demo starts with holds together as if it had been lived in. */
class DemoTownTests {

    private static FoundedTown town;

    @BeforeAll
    static void found() {
        var began = System.nanoTime();
        town = new FoundedTown(
                TestClock.START,
                (percent, what) -> System.out.printf(
                        "demo town: %3d %% after %5d ms, %s%n",
                        percent, (System.nanoTime() - began) / 1_000_000, what));
    }

    @AfterAll
    static void leave() {
        town.close();
    }

    @Test
    void itIsAsLargeAsATownsHalfYear() {
        assertThat(town.count("select count(*) from merchant.place where merchant_id is not null"))
                .isBetween(230L, 280L);
        assertThat(town.count("select count(*) from visit.visit")).isBetween(7_000L, 15_000L);
        assertThat(town.count("select count(*) from feedback.review")).isBetween(2_500L, 5_000L);
        assertThat(town.count("select count(distinct state) from ordering.orders"))
                .isEqualTo(6);
    }

    @Test
    void itsBooksAreSound() {
        assertThat(town.ask(Ledger.class).audit()).isEmpty();
    }

    @Test
    void foundingItAgainChangesNothing() {
        var before = town.fingerprint();
        town.build(
                (percent, what) -> assertThat(what).as("nothing is to be done").isEmpty());
        assertThat(town.fingerprint()).isEqualTo(before);
    }

    @Test
    void theSameSeedAndMomentGiveTheSameTown() {
        try (var twin = new FoundedTown(TestClock.START, (percent, what) -> {})) {
            assertThat(twin.fingerprint()).isEqualTo(town.fingerprint());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-01-01T15:59:30Z", "2027-02-06T07:10:00Z", "2028-02-29T23:00:00Z"})
    void itIsFoundedAtAnyMoment(Instant now) {
        try (var other = new FoundedTown(now, (percent, what) -> {})) {
            assertThat(other.ask(Ledger.class).audit()).isEmpty();
            assertThat(other.sql()
                            .sql("select count(*) from ordering.orders where created_at > ? or closed_at > ?")
                            .params(Timestamp.from(now), Timestamp.from(now))
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void talliesAreWhatTheReviewsSay() {
        assertThat(town.count("""
            select count(*) from feedback.tally t
            full join (
                select region_id, offer_id, count(*) filter (where rating = 1) as ones,
                    count(*) filter (where rating = 2) as twos, count(*) filter (where rating = 3) as threes,
                    count(*) filter (where rating = 4) as fours, count(*) filter (where rating = 5) as fives
                from feedback.review group by region_id, offer_id) r using (region_id, offer_id)
            where (t.ones, t.twos, t.threes, t.fours, t.fives)
                is distinct from (r.ones, r.twos, r.threes, r.fours, r.fives)
            """)).isZero();
    }

    @Test
    void whatWasRedeemedWasVisitedAndReleased() {
        assertThat(town.count("""
            select count(*)
            from (select region_id, id, order_id, redeemed_at from voucher.voucher where state = 'REDEEMED') v
            full join (select region_id, voucher_id as id, order_id, visited_at from visit.visit) t
                using (region_id, id, order_id)
            full join (
                select region_id, replace(reason, 'redemption of ', '')::uuid as id, order_id, max(at) as released_at
                from ledger.transfer where reason like 'redemption of %' group by 1, 2, 3) r
                using (region_id, id, order_id)
            full join (select region_id, voucher_id as id, redeemed_at as scanned_at from voucher.scan) s
                using (region_id, id)
            full join (select region_id, id as order_id, settled_at from ordering.orders where state in ('SETTLED', 'DISPUTED')) o
                using (region_id, order_id)
            where (redeemed_at = visited_at and visited_at = released_at and released_at = scanned_at
                and scanned_at = settled_at) is not true
            """)).isZero();
    }

    @Test
    void whatIsStillToComeCanBePaidBack() {
        assertThat(town.count("""
            select count(*) from ordering.orders o
            join payment.share s on (s.region_id, s.order_id) = (o.region_id, o.id)
            join payment.intent i on (i.region_id, i.id) = (s.region_id, s.intent_id)
            left join sandbox.payment p on p.reference = i.id::text and p.id = i.gateway_ref
            where o.state = 'PAID' and (p.amount_minor is distinct from o.total_minor or p.state <> 'CAPTURED')
            """)).isZero();
    }

    @Test
    void whatOffersSayOfThemselvesFitsThePack() {
        var packs = town.ask(Packs.class);
        var json = town.ask(JsonMapper.class);
        for (var id : List.of("hair-and-beauty", "restaurants", "classes", "hotels", "holiday-homes", "small-ads")) {
            var pack = packs.current(new PackId(id));
            assertThat(town.sql()
                            .sql("""
                                select distinct v.attributes::text from offer.version v
                                join offer.offer o on o.region_id = v.region_id and o.id = v.offer_id
                                where o.pack_id = ? and v.mode <> 'stored'
                                """)
                            .param(id)
                            .query((row, number) -> packs.check(pack, json.readTree(row.getString(1))))
                            .list())
                    .isNotEmpty()
                    .allMatch(checked -> checked instanceof Outcome.Done<?>);
        }
    }
}
