package org.townloop.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.LoopClient;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.launch.postgres.Database;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Arrangement;
import org.townloop.supply.offer.Quorum;
import org.townloop.supply.offer.Session;
import tools.jackson.databind.json.JsonMapper;

/** A class, or a deal of one, for which two of the four people whom it needs have paid, at a school of its own. */
final class ClassWalk {

    /** What needs enough people. */
    enum Needy {
        THE_CLASS,
        THE_DEAL
    }

    /** Saturday at three by the clock on the school's wall. */
    private static final LocalDateTime THREE = LocalDateTime.parse("2026-11-28T15:00");

    private static final Instant START = Instant.parse("2026-11-28T07:00:00Z");

    private static final int PRICE = 6_000;
    private static final int USUAL = 9_000;

    private record Booked(TestPeople resident, UUID order) {}

    private final ChildTown town;
    private final Needy needy;
    private final JdbcClient jdbc;
    private final LoopClient client;
    private final TestSalon school;
    private final TestPeople owner;
    private final UUID yoga;
    private final UUID deal;
    private final List<Booked> booked = new ArrayList<>();

    ClassWalk(ChildTown town, Database database, Needy needy) throws IOException {
        this.town = town;
        this.needy = needy;
        this.jdbc = JdbcClient.create(TestTown.plain(database, database.app()));
        this.client = new LoopClient(town.port());
        this.school = TestSalon.in(jdbc, TestSalon.SHANGHAI, 1, 0);
        this.owner = owner();
        this.yoga = yoga();
        this.deal = school.order();
        if (needy == Needy.THE_DEAL) {
            announce();
        }
        for (int i = 0; i < 2; i++) {
            booked.add(paid(TestPeople.resident(jdbc, school.region())));
        }
    }

    private TestPeople owner() {
        var person = TestPeople.resident(jdbc, school.region());
        jdbc.sql("insert into identity.role (person_id, role, region_id, merchant_id) values (?, 'MERCHANT', ?, ?)")
                .params(person.id(), school.region().number(), school.merchant().value())
                .update();
        return person;
    }

    /** Open since yesterday, and until the day before the class. */
    private void announce() {
        jdbc.sql("""
            insert into deal.deal (region_id, id, offer_id, place_id, price_minor, currency, opens_at, closes_at, stock,
                most_each, least, state, seed, seed_hash, made_at)
            values (?, ?, ?, ?, ?, 'CNY', '2026-11-25', '2026-11-27', 6, 2, 4, 'ANNOUNCED', 'seed', 'hash', '2026-11-24')
            """)
                .params(school.region().number(), deal, yoga, school.place().value(), PRICE)
                .update();
        await().until(() -> count("deal.deal where state = 'OPEN' and id = ?", deal) == 1);
    }

    /** An hour for 60 a head; at a deal for as much instead of 90. */
    private UUID yoga() {
        var offer = school.order();
        var session =
                new Session(6, List.of(), Set.of(THREE), Set.of(), needy == Needy.THE_CLASS ? new Quorum(4, 6) : null);
        jdbc.sql("""
            with place as (
                update merchant.place set trade = 'classes' where region_id = :region and id = :place),
            offer as (
                insert into offer.offer (region_id, id, place_id, merchant_id, pack_id, version, active, changed_at)
                values (:region, :offer, :place, :merchant, 'classes', 1, true, now())),
            version as (
                insert into offer.version (region_id, offer_id, version, pack_version, title, description,
                    price_minor, currency, duration_minutes, buffer_before_minutes, buffer_after_minutes,
                    attributes, created_at, mode, arrangement)
                select :region, :offer, 1, version, '{"en": "Yoga"}', '{"en": ""}', :price, 'CNY', 60, 0, 0,
                    '{"subject": "yoga"}', now(), 'class', :arrangement::jsonb
                from pack.current where pack_id = 'classes')
            insert into offer.staff (region_id, offer_id, staff_id) values (:region, :offer, :staff)
            """)
                .param("region", school.region().number())
                .param("offer", offer)
                .param("place", school.place().value())
                .param("merchant", school.merchant().value())
                .param("price", needy == Needy.THE_CLASS ? PRICE : USUAL)
                .param("arrangement", json(session))
                .param("staff", school.staff().getFirst().value())
                .update();
        return offer;
    }

    private static String json(Session session) {
        return JsonMapper.builder().build().writerFor(Arrangement.class).writeValueAsString(session);
    }

    private Booked paid(TestPeople resident) throws IOException {
        var held = client.hold(resident, yoga, START, "hold");
        assertThat(held.status()).as(held.body().toString()).isEqualTo(201);
        var payment = client.pay(resident, held.id(), "pay");
        client.press(payment.text("redirectUrl"), "succeed");
        client.order(resident, held.id(), "PAID");
        return new Booked(resident, held.id());
    }

    /** The deadline has passed; the town dies of what comes of that. */
    void dieOfTheDeadline() {
        var due = switch (needy) {
            case THE_CLASS ->
                jdbc.sql("update booking.session set decide_at = 'epoch' where offer_id = ? and state ="
                                + " 'UNDECIDED'")
                        .param(yoga)
                        .update();
            case THE_DEAL ->
                jdbc.sql("update deal.deal set closes_at = '2026-11-25 12:00' where id = ? and state = 'OPEN'")
                        .param(deal)
                        .update();
        };
        assertThat(due).isOne();
        assertThat(town.hasHalted()).isTrue();
    }

    /** Everybody has their money back, and everybody was told, once. */
    void requireAllOfItBackOnce() {
        for (var each : booked) {
            var person = each.resident().id();
            await().atMost(Duration.ofSeconds(90))
                    .until(() -> count("ordering.orders where state = 'REFUNDED' and id = ?", each.order()) == 1);
            awaitToldOnce(person);
            assertThat(refunds(each.order())).containsExactly(PRICE);
            assertThat(count("notice.notice where kind = 'CANCELLED' and person_id = ?", person))
                    .isZero();
            assertThat(count("ordering.cancellation where order_id = ?", each.order()))
                    .isOne();
        }
        awaitToldOnce(owner.id());
    }

    private void awaitToldOnce(UUID person) {
        await().atMost(Duration.ofSeconds(90)).until(() -> told(person) > 0);
        assertThat(told(person)).isOne();
    }

    private int told(UUID person) {
        return count("notice.notice where kind = 'TOO_FEW' and person_id = ?", person);
    }

    /** What the gateway has given back. */
    private List<Integer> refunds(UUID order) {
        return jdbc.sql("""
            select r.amount_minor::int from sandbox.refund r
            join payment.refund p on p.id::text = r.reference
            where p.order_id = ?
            """).param(order).query(Integer.class).list();
    }

    /** Whether it was called off and the log does not know it. */
    boolean isCalledOffUnheardOf() {
        return switch (needy) {
            case THE_CLASS ->
                count("booking.session where state = 'CALLED_OFF' and offer_id = ?", yoga) == 1
                        && count("kernel.event where type = 'SessionDecided' and subject = ?", yoga) == 0;
            case THE_DEAL ->
                count("deal.deal where state = 'CALLED_OFF' and id = ?", deal) == 1
                        && count("kernel.event where payload ->> 'state' = 'CALLED_OFF' and subject = ?", yoga) == 0;
        };
    }

    private int count(String rows, UUID parameter) {
        return jdbc.sql("select count(*)::int from " + rows)
                .param(parameter)
                .query(Integer.class)
                .single();
    }
}
