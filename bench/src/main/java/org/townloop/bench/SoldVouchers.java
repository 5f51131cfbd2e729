package org.townloop.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

/**
 * Paid orders with a voucher each, by the thousand: one is bought as anybody buys it, the others are its rows again under
 * other ids, money and all, so that the books still balance.
 */
final class SoldVouchers {

    private final Api api;
    private final Path data;
    private final UUID template;

    private SoldVouchers(Api api, Path data, UUID template) {
        this.api = api;
        this.data = data;
        this.template = template;
    }

    static SoldVouchers boughtOnce(Api api, Path data) throws InterruptedException {
        var place = api.get("demo-counter", "/api/me").get("placeId").asString();
        var offers =
                api.get("demo-resident", "/api/offers?q=haircut&place=" + place).get("offers");
        var offer = offers.get(0);
        var slots = offer.get("nextSlots");
        var order = api.post(
                        "demo-resident",
                        "/api/orders",
                        Map.of(
                                "offerId", offer.get("id").asString(),
                                "slotStart", slots.get(slots.size() - 1).asString(),
                                "quantity", 1))
                .get("id")
                .asString();
        var page = api.post("demo-resident", "/api/orders/" + order + "/payments", Map.of("gateway", "sandbox"))
                .get("redirectUrl")
                .asString();
        api.form(page, "outcome=succeed");
        for (int i = 0; i < 100; i++) {
            if (api.get("demo-resident", "/api/orders/" + order)
                    .get("state")
                    .asString()
                    .equals("PAID")) {
                return new SoldVouchers(api, data, UUID.fromString(order));
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("the order was not paid within ten seconds");
    }

    /** The tokens of that many new ones. */
    List<String> tokens(int count) throws Exception {
        var orders = sell(count);
        var tokens = new String[count];
        new Crowd(8)
                .perSecond(
                        count,
                        i -> tokens[i] = api.get("demo-resident", "/api/orders/" + orders.get(i) + "/vouchers")
                                .get("vouchers")
                                .get(0)
                                .get("token")
                                .asString());
        return List.of(tokens);
    }

    private List<UUID> sell(int count) throws IOException, SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("""
                create temporary table copy on commit drop as
                select (left(gen_random_uuid()::text, 30) || right('%1$s', 6))::uuid as order_id,
                       (left(gen_random_uuid()::text, 30) || right('%1$s', 6))::uuid as voucher_id,
                       (left(gen_random_uuid()::text, 30) || right('%1$s', 6))::uuid as intent_id
                from generate_series(1, %2$d)
                """.formatted(template, count));
            again(statement, "ordering.orders", "id", "'id', c.order_id");
            again(statement, "ordering.line", "order_id", "'order_id', c.order_id");
            again(
                    statement,
                    "payment.intent",
                    "id in (select s.intent_id from payment.share s where s.order_id = '%s')".formatted(template),
                    "'id', c.intent_id");
            again(statement, "payment.share", "order_id", "'intent_id', c.intent_id, 'order_id', c.order_id");
            again(statement, "ledger.order_total", "order_id", "'order_id', c.order_id");
            again(
                    statement,
                    "ledger.transfer",
                    "order_id",
                    "'order_id', c.order_id, 'key', t.key || ' ' || c.order_id,"
                            + " 'id', nextval(pg_get_serial_sequence('ledger.transfer', 'id')),"
                            + " 'xid', pg_current_xact_id()::text");
            again(statement, "voucher.voucher", "order_id", "'id', c.voucher_id, 'order_id', c.order_id");
            var orders = new ArrayList<UUID>();
            try (var rows = statement.executeQuery("select order_id from copy")) {
                while (rows.next()) {
                    orders.add(rows.getObject(1, UUID.class));
                }
            }
            connection.commit();
            return orders;
        }
    }

    /** @param which the column that says of which order it is, or a condition */
    private void again(java.sql.Statement statement, String table, String which, String other) throws SQLException {
        statement.execute("""
            insert into %1$s overriding system value
            select (jsonb_populate_record(t, jsonb_build_object(%3$s))).*
            from %1$s t cross join copy c
            where t.%2$s
            """.formatted(table, which.contains(" ") ? which : which + " = '" + template + "'", other));
    }

    /** As the owner of the tables. */
    Connection connect() throws IOException, SQLException {
        var access = new Properties();
        try (var file = Files.newBufferedReader(data.resolve("postgres-access.properties"))) {
            access.load(file);
        }
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + access.getProperty("port") + "/townloop",
                "townloop_owner",
                access.getProperty("owner"));
    }
}
