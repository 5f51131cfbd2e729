package org.townloop.launch.demo;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.base.kernel.Ids;

/**
 * A customer of the house on Bell Street has objected at the bank: the gateway has taken the money back, and waits for what
 * the house says. And of a day that was compared the gateway says a fee that nobody here can make out.
 */
final class BankObjection {

    /** The fourth last that was settled: the three before are quarrelled about already. */
    private static final String SOLD = """
        select o.region_id, o.id as order_id, s.intent_id, i.gateway_ref, s.amount_minor, o.place_id, o.settled_at
        from ordering.orders o
        join payment.share s on (s.region_id, s.order_id) = (o.region_id, o.id)
        join payment.intent i on (i.region_id, i.id) = (s.region_id, s.intent_id)
        where o.region_id = :region and o.place_id = :place and o.state = 'SETTLED' and o.settled_at < :before
          and o.resident_id <> all (:people) and i.amount_minor = s.amount_minor
          and not exists (select from dispute.dispute d where (d.region_id, d.order_id) = (o.region_id, o.id))
        order by o.settled_at desc, o.id limit 1
        """;

    private record Sold(UUID order, Instant settledAt) {}

    private final JdbcClient jdbc;
    private final Shop shop;
    private final SignIns people;
    private final Instant now;

    BankObjection(JdbcTemplate jdbc, Shop shop, SignIns people, Instant now) {
        this.jdbc = JdbcClient.create(jdbc);
        this.shop = shop;
        this.people = people;
        this.now = now;
    }

    /** After the orders, the payments and the books were written. */
    void write() {
        var sold = jdbc.sql(SOLD)
                .params(facts())
                .query((row, number) -> new Sold(
                        row.getObject("order_id", UUID.class),
                        row.getTimestamp("settled_at").toInstant()))
                .optional();
        sold.ifPresent(each -> object(Ids.of(shop.region(), now, each.order().getLeastSignificantBits() >>> 24)));
        difference(Ids.of(shop.region(), now, 71));
    }

    private void object(UUID id) {
        atTheGateway(id);
        run(id, """
            with sold as (%s)
            insert into payment.chargeback (region_id, id, intent_id, gateway, gateway_ref, amount_minor, currency, why, state,
                opened_at, answer_until)
            select region_id, :id, intent_id, 'sandbox', 'dis_' || :id, amount_minor, 'CNY', 'NOT_AS_DESCRIBED', 'OPEN',
                cast(:at as timestamptz), cast(:until as timestamptz)
            from sold
            """);
        run(id, """
            with sold as (%s)
            insert into payment.chargeback_share (region_id, chargeback_id, order_id, amount_minor, place_id, stopped)
            select region_id, :id, order_id, amount_minor, place_id, true from sold
            """);
        books(id);
        run(id, """
            with sold as (%s)
            update ordering.orders o set disputed_from = o.state, state = 'DISPUTED' from sold
            where (o.region_id, o.id) = (sold.region_id, sold.order_id)
            """);
    }

    private void atTheGateway(UUID id) {
        run(id, """
            with sold as (%s)
            insert into sandbox.payment (id, reference, amount_minor, currency, description, return_url, webhook_url, state,
                outcome, created_at, disputed_minor)
            select gateway_ref, intent_id, amount_minor, 'CNY', other.description, other.return_url, other.webhook_url,
                'CAPTURED', 'succeed', settled_at, amount_minor
            from sold cross join (select description, return_url, webhook_url from sandbox.payment order by id limit 1) other
            """);
        run(id, """
            with sold as (%s)
            insert into sandbox.dispute (id, payment_id, amount_minor, reason, state, answer_until, created_at)
            select 'dis_' || :id, gateway_ref, amount_minor, 'not_as_described', 'OPEN',
                cast(:until as timestamptz), cast(:at as timestamptz)
            from sold
            """);
        run(id, """
            with sold as (%s)
            insert into sandbox.entry (day, kind, id, reference, amount_minor, currency, at)
            select (cast(:at as timestamptz) at time zone 'UTC')::date, 'DISPUTE', 'dis_' || :id, intent_id, amount_minor,
                'CNY', cast(:at as timestamptz)
            from sold
            """);
    }

    /** Taken back, and not decided. */
    private void books(UUID id) {
        run(id, """
            with sold as (%s)
            insert into ledger.account (region_id, kind, owner_id, currency)
            select region_id, 'DISPUTES', '00000000-0000-0000-0000-000000000000', 'CNY' from sold
            on conflict do nothing
            """);
        run(id, """
            with sold as (%s)
            insert into ledger.transfer (region_id, key, debit_id, credit_id, amount_minor, currency, kind, order_id, reason, at)
            select sold.region_id, cause || '/CHARGEBACK', d.id, c.id, amount_minor, 'CNY', 'CHARGEBACK', order_id, cause,
                cast(:at as timestamptz)
            from sold
            cross join lateral (select 'chargeback ' || :id || ' of ' || order_id as cause) named
            join ledger.account d on (d.region_id, d.kind, d.currency) = (sold.region_id, 'DISPUTES', 'CNY')
            join ledger.account c on (c.region_id, c.kind, c.currency) = (sold.region_id, 'GATEWAY_CLEARING', 'CNY')
            """);
    }

    private void difference(UUID id) {
        run(id, """
            insert into reconciliation.difference (region_id, id, gateway, day, kind, movement, reference, theirs_minor, currency,
                found_at, state)
            select :region, :id, 'sandbox', (cast(:at as timestamptz) at time zone 'UTC')::date - 1, 'MISSING_HERE', 'PAYMENT',
                'pay_of_nobody', 8800, 'CNY', cast(:at as timestamptz), 'OPEN'
            """);
    }

    private void run(UUID id, String sql) {
        jdbc.sql(sql.formatted(SOLD)).params(facts()).param("id", id).update();
    }

    private Map<String, Object> facts() {
        return Map.of(
                "region", shop.region().number(),
                "place", shop.id(),
                "before", Timestamp.from(now.minus(Duration.ofHours(4))),
                "people",
                        new UUID[] {
                            people.resident().id(), people.secondResident().id()
                        },
                "at", Timestamp.from(now.minus(Duration.ofHours(3))),
                "until", Timestamp.from(now.plus(Duration.ofDays(5))));
    }
}
