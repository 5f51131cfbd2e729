package org.townloop.loop.ordering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;

/** What places have noted as paid to them. Those that were undone do not count, and stay as a trace. */
@Component
public class BalanceReceipts {

    private final JdbcClient jdbc;

    BalanceReceipts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that count, in the order in which they were noted. */
    public List<BalanceReceipt> of(OrderId order) {
        return of(List.of(order)).getOrDefault(order, List.of());
    }

    /** The same of many; those of which nothing was noted are left out. */
    public Map<OrderId, List<BalanceReceipt>> of(Collection<OrderId> orders) {
        return orders.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("""
                            select r.id, r.order_id, r.number, r.amount_minor, o.currency, r.means, r.noted_by, r.noted_at
                            from ordering.balance_receipt r
                            join ordering.orders o on o.region_id = r.region_id and o.id = r.order_id
                            where r.region_id = any (?) and r.order_id = any (?) and r.undone_at is null
                            order by r.number
                            """)
                        .params(
                                orders.stream()
                                        .map(order -> order.region().number())
                                        .distinct()
                                        .toArray(Integer[]::new),
                                orders.stream().map(OrderId::value).toArray(UUID[]::new))
                        .query(BalanceReceipts::receipt)
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(BalanceReceipt::order));
    }

    /**
     * What is open of an order, for a counter that may know some of its vouchers only.
     *
     * @param received what was noted as paid, less than the balance
     * @param units how many were bought with it
     */
    public record Open(Money balance, Money received, int units) {

        /**
         * What is open for so many of them: their share of the balance, and never more than their share of what nobody
         * has paid. Rounding favours the resident.
         *
         * @param left how many of the order are still good, with these
         */
        public Money of(int some, int left) {
            var share = Math.multiplyExact(balance.minor(), (long) some) / units;
            var unpaid = Math.multiplyExact(balance.minus(received).minor(), (long) some) / left;
            return new Money(Math.min(share, unpaid), balance.currency());
        }
    }

    /** Of those of which something is paid at the place, and of which not all was noted, by one statement. */
    public Map<OrderId, Open> open(Collection<OrderId> orders) {
        return orders.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("""
                            select o.id, p.due_minor, r.received_minor, o.currency, l.units
                            from ordering.orders o
                            cross join lateral (select sum(quantity) as units from ordering.line l
                                where l.region_id = o.region_id and l.order_id = o.id) l
                            cross join lateral (select coalesce(sum(amount_minor), 0) as received_minor
                                from ordering.balance_receipt r
                                where r.region_id = o.region_id and r.order_id = o.id and r.undone_at is null) r
                            cross join lateral (select case
                                when o.pays = 'SHOP' and jsonb_typeof(o.terms -> 'atShop') = 'object' then o.total_minor
                                else o.balance_minor end as due_minor) p
                            where o.region_id = any (?) and o.id = any (?) and p.due_minor > r.received_minor
                            """)
                        .params(
                                orders.stream()
                                        .map(order -> order.region().number())
                                        .distinct()
                                        .toArray(Integer[]::new),
                                orders.stream().map(OrderId::value).toArray(UUID[]::new))
                        .query((row, number) -> Map.entry(
                                new OrderId(row.getObject("id", UUID.class)),
                                new Open(
                                        Money.of(row.getLong("due_minor"), row.getString("currency")),
                                        Money.of(row.getLong("received_minor"), row.getString("currency")),
                                        row.getInt("units"))))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** @return false if one of this number counts already: then nothing is written */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean insert(BalanceReceipt receipt) {
        return jdbc.sql("""
            insert into ordering.balance_receipt (
                region_id, id, order_id, number, amount_minor, means, noted_by, noted_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """)
                        .params(Arrays.<@Nullable Object>asList(
                                receipt.order().region().number(),
                                receipt.id(),
                                receipt.order().value(),
                                receipt.number(),
                                receipt.amount().minor(),
                                receipt.means().name(),
                                receipt.by() == null ? null : receipt.by().value(),
                                Timestamp.from(receipt.at())))
                        .update()
                == 1;
    }

    /** @return false if it was undone already */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean undo(BalanceReceipt receipt, PersonId by, Instant now) {
        return jdbc.sql("""
            update ordering.balance_receipt set undone_by = ?, undone_at = ?
            where region_id = ? and id = ? and undone_at is null
            """)
                        .params(
                                by.value(),
                                Timestamp.from(now),
                                receipt.order().region().number(),
                                receipt.id())
                        .update()
                == 1;
    }

    private static BalanceReceipt receipt(ResultSet row, int number) throws SQLException {
        return new BalanceReceipt(
                row.getObject("id", UUID.class),
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getInt("number"),
                Money.of(row.getLong("amount_minor"), row.getString("currency")),
                BalanceReceipt.Means.valueOf(row.getString("means")),
                by(row.getObject("noted_by", UUID.class)),
                row.getTimestamp("noted_at").toInstant());
    }

    private static @Nullable PersonId by(@Nullable UUID person) {
        return person == null ? null : new PersonId(person);
    }
}
