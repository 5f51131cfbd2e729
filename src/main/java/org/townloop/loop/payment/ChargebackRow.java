package org.townloop.loop.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;

/** A row of {@code payment.chargeback} as a chargeback. */
final class ChargebackRow {

    static final String COLUMNS = """
        id, intent_id, gateway, gateway_ref, amount_minor, currency, why, state, opened_at, answer_until, answer,
        answered_by, answered_at, sent, decided_at,
        array(select s.order_id from payment.chargeback_share s
            where s.region_id = chargeback.region_id and s.chargeback_id = chargeback.id
            order by s.order_id) as share_orders,
        array(select s.amount_minor from payment.chargeback_share s
            where s.region_id = chargeback.region_id and s.chargeback_id = chargeback.id
            order by s.order_id) as share_amounts
        """;

    static final String SELECT = "select " + COLUMNS + " from payment.chargeback";

    private ChargebackRow() {}

    static Chargeback read(ResultSet row, int number) throws SQLException {
        var currency = row.getString("currency");
        return new Chargeback(
                new ChargebackId(row.getObject("id", UUID.class)),
                new IntentId(row.getObject("intent_id", UUID.class)),
                row.getString("gateway"),
                row.getString("gateway_ref"),
                Money.of(row.getLong("amount_minor"), currency),
                shares(row, currency),
                Chargeback.Why.valueOf(row.getString("why")),
                ChargebackState.valueOf(row.getString("state")),
                row.getTimestamp("opened_at").toInstant(),
                row.getTimestamp("answer_until").toInstant(),
                row.getString("answer"),
                Optional.ofNullable(row.getObject("answered_by", UUID.class))
                        .map(PersonId::new)
                        .orElse(null),
                IntentRow.instant(row, "answered_at"),
                sent(row.getString("sent")),
                IntentRow.instant(row, "decided_at"));
    }

    private static Chargeback.@Nullable Sent sent(@Nullable String name) {
        return name == null ? null : Chargeback.Sent.valueOf(name);
    }

    private static List<Share> shares(ResultSet row, String currency) throws SQLException {
        var orders = (UUID[]) row.getArray("share_orders").getArray();
        var amounts = (Long[]) row.getArray("share_amounts").getArray();
        return IntStream.range(0, orders.length)
                .mapToObj(i -> new Share(orders[i], Money.of(amounts[i], currency)))
                .toList();
    }
}
