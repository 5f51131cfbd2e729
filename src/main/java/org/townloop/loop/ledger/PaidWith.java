package org.townloop.loop.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;

/** With what an order was paid, as the transfers say: by gateways, and by cards. */
@Component
public class PaidWith {

    /**
     * One of them.
     *
     * @param card null for the gateways, all together
     * @param paid what it brought, all together
     * @param left what of that has not gone back, nor was promised back
     */
    public record Source(@Nullable UUID card, Money paid, Money left) {

        public Money back() {
            return paid.minus(left);
        }
    }

    /**
     * What moved between a card and the order.
     *
     * @param isBack whether it went back onto the card
     */
    public record Move(UUID card, boolean isBack, Money amount, Instant at) {}

    /**
     * What the platform paid of an order by a coupon.
     *
     * @param back what of that it has again
     * @param refunded what of the order has gone back in all, to whomever
     */
    public record Coupon(long paid, long back, long refunded) {}

    private final JdbcClient jdbc;

    PaidWith(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The gateways first, if they brought anything, and then each card by its id. */
    public List<Source> of(UUID order) {
        return jdbc.sql("""
            select case
                    when t.kind = 'STORED_USED' then d.owner_id
                    when t.kind in ('STORED_BACK', 'STORED_GOODWILL') then c.owner_id end as card_id,
                t.currency,
                sum(case when t.kind in ('CAPTURE', 'STORED_USED') then t.amount_minor else 0 end) as paid,
                sum(case when t.kind in ('CAPTURE', 'STORED_USED') then t.amount_minor else -t.amount_minor end) as left_minor
            from ledger.transfer t
            join ledger.account d on (d.region_id, d.id) = (t.region_id, t.debit_id)
            join ledger.account c on (c.region_id, c.id) = (t.region_id, t.credit_id)
            where t.region_id = ? and t.order_id = ? and t.kind in ('CAPTURE', 'REFUND', 'GOODWILL', 'CHARGEBACK_LOST',
                'STORED_USED', 'STORED_BACK', 'STORED_GOODWILL')
            group by 1, 2
            order by 1 nulls first
            """)
                .params(RegionId.of(order).number(), order)
                .query(PaidWith::read)
                .list();
    }

    /** What the platform paid of it. */
    public Coupon coupon(UUID order) {
        return jdbc.sql("""
            select coalesce(sum(amount_minor) filter (where kind = 'COUPON'), 0) as paid,
                coalesce(sum(amount_minor) filter (where kind = 'COUPON_BACK'), 0) as back,
                coalesce(sum(amount_minor) filter (where kind in (%s)), 0) as refunded
            from ledger.transfer where region_id = ? and order_id = ?
            """.formatted(TransferKind.with(Effect.REFUNDS)))
                .params(RegionId.of(order).number(), order)
                .query((row, number) -> new Coupon(row.getLong("paid"), row.getLong("back"), row.getLong("refunded")))
                .single();
    }

    /** What cards paid and got back, the earliest first. */
    public List<Move> moves(UUID order) {
        return jdbc.sql("""
            select case when t.kind = 'STORED_USED' then d.owner_id else c.owner_id end as card_id,
                t.kind <> 'STORED_USED' as is_back, t.amount_minor, t.currency, t.at
            from ledger.transfer t
            join ledger.account d on (d.region_id, d.id) = (t.region_id, t.debit_id)
            join ledger.account c on (c.region_id, c.id) = (t.region_id, t.credit_id)
            where t.region_id = ? and t.order_id = ? and t.kind in ('STORED_USED', 'STORED_BACK', 'STORED_GOODWILL')
            order by t.at, t.id
            """)
                .params(RegionId.of(order).number(), order)
                .query((row, number) -> new Move(
                        row.getObject("card_id", UUID.class),
                        row.getBoolean("is_back"),
                        Money.of(row.getLong("amount_minor"), row.getString("currency")),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    private static Source read(ResultSet row, int number) throws SQLException {
        var currency = row.getString("currency");
        return new Source(
                row.getObject("card_id", UUID.class),
                Money.of(row.getLong("paid"), currency),
                Money.of(row.getLong("left_minor"), currency));
    }
}
