package org.townloop.loop.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;

/** A row of {@code payment.intent} as an intent. */
final class IntentRow {

    static final String COLUMNS = """
        id, person_id, gateway, amount_minor, currency, state, gateway_ref, redirect_url, return_url,
        created_at, asked_at, closed_at,
        array(select s.order_id from payment.share s
            where s.region_id = intent.region_id and s.intent_id = intent.id order by s.order_id) as share_orders,
        array(select s.amount_minor from payment.share s
            where s.region_id = intent.region_id and s.intent_id = intent.id order by s.order_id) as share_amounts
        """;

    static final String SELECT = "select " + COLUMNS + " from payment.intent";

    private IntentRow() {}

    static Intent read(ResultSet row, int number) throws SQLException {
        return new Intent(
                new IntentId(row.getObject("id", UUID.class)),
                shares(row),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("gateway"),
                Money.of(row.getLong("amount_minor"), row.getString("currency")),
                IntentState.valueOf(row.getString("state")),
                row.getString("gateway_ref"),
                row.getString("redirect_url"),
                row.getString("return_url"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("asked_at").toInstant(),
                instant(row, "closed_at"));
    }

    /** Column by column, and then their shares so. */
    static List<Object> columns(List<Intent> drafts) {
        var shares = drafts.stream()
                .flatMap(intent -> intent.shares().stream().map(share -> Map.entry(intent.id(), share)))
                .toList();
        return List.of(
                drafts.stream().map(intent -> intent.id().region().number()).toArray(Integer[]::new),
                drafts.stream().map(intent -> intent.id().value()).toArray(UUID[]::new),
                drafts.stream().map(intent -> intent.person().value()).toArray(UUID[]::new),
                drafts.stream().map(Intent::gateway).toArray(String[]::new),
                drafts.stream().map(intent -> intent.amount().minor()).toArray(Long[]::new),
                drafts.stream()
                        .map(intent -> intent.amount().currency().getCurrencyCode())
                        .toArray(String[]::new),
                drafts.stream().map(Intent::returnUrl).toArray(String[]::new),
                drafts.stream().map(intent -> intent.createdAt().toString()).toArray(String[]::new),
                shares.stream().map(each -> each.getKey().value()).toArray(UUID[]::new),
                shares.stream().map(each -> each.getValue().order()).toArray(UUID[]::new),
                shares.stream().map(each -> each.getValue().amount().minor()).toArray(Long[]::new));
    }

    private static List<Share> shares(ResultSet row) throws SQLException {
        var orders = (UUID[]) row.getArray("share_orders").getArray();
        var amounts = (Long[]) row.getArray("share_amounts").getArray();
        var currency = row.getString("currency");
        return IntStream.range(0, orders.length)
                .mapToObj(i -> new Share(orders[i], Money.of(amounts[i], currency)))
                .toList();
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
