package org.townloop.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The rows that a checkout leaves behind, written once more by themselves: one paid order's again under other ids, 64 orders a
 * transaction, one statement a table. What is written is laid out beforehand.
 */
final class SameRows {

    private static final int BATCH = 64;

    /**
     * A table, and which of its rows belong to the order.
     *
     * @param other what is different in each copy, as {@code jsonb_build_object} takes it
     */
    private record Rows(String table, String which, String other) {}

    private static final List<Rows> ROWS = List.of(
            new Rows("ordering.orders", "id = '%1$s'", "'id', c.order_id"),
            new Rows("ordering.line", "order_id = '%1$s'", "'order_id', c.order_id"),
            new Rows("booking.day_claim", "order_id = '%1$s'", "'order_id', c.order_id"),
            new Rows(
                    "payment.intent",
                    "id in (select s.intent_id from payment.share s where s.order_id = '%1$s')",
                    "'id', c.intent_id"),
            new Rows("payment.share", "order_id = '%1$s'", "'intent_id', c.intent_id, 'order_id', c.order_id"),
            new Rows(
                    "payment.webhook",
                    "body like '%%' || (select s.intent_id::text from payment.share s where s.order_id = '%1$s') ||"
                            + " '%%' and event_id not like 'copy %%'",
                    "'event_id', 'copy ' || c.order_id"),
            new Rows("ledger.order_total", "order_id = '%1$s'", "'order_id', c.order_id"),
            new Rows(
                    "ledger.transfer",
                    "order_id = '%1$s'",
                    "'order_id', c.order_id, 'key', t.key || ' ' || c.order_id,"
                            + " 'id', nextval(pg_get_serial_sequence('ledger.transfer', 'id'))"),
            new Rows("voucher.voucher", "order_id = '%1$s'", "'id', c.voucher_id, 'order_id', c.order_id"),
            new Rows(
                    "kernel.event",
                    "subject = '%1$s'",
                    "'position', nextval(pg_get_serial_sequence('kernel.event', 'position')), 'subject', c.order_id"),
            new Rows(
                    "kernel.idempotency",
                    "answer::text like '%%%1$s%%' and route in ('hold', 'pay') and key not like 'copy %%'",
                    "'key', 'copy ' || c.order_id || t.route"));

    private static final Set<String> OF_A_HOLD =
            Set.of("ordering.orders", "ordering.line", "booking.day_claim", "kernel.event", "kernel.idempotency");

    private final Path data;
    private final UUID model;
    private final List<Rows> rows;

    private SameRows(Path data, UUID model, List<Rows> rows) {
        this.data = data;
        this.model = model;
        this.rows = rows;
    }

    /** Those of an order that is paid. */
    static SameRows ofCheckout(Path data, UUID paid) {
        return new SameRows(data, paid, ROWS);
    }

    /** Those of an order that is held. */
    static SameRows ofHold(Path data, UUID held) {
        return new SameRows(
                data,
                held,
                ROWS.stream().filter(each -> OF_A_HOLD.contains(each.table())).toList());
    }

    /** @return orders a second */
    double perSecond(int orders) throws IOException, SQLException {
        try (var connection = new CrowdedTown(data).connect();
                var statement = connection.createStatement()) {
            lay(statement, orders);
            var inserts = inserts(statement);
            connection.setAutoCommit(false);
            var start = System.nanoTime();
            for (int from = 0; from < orders; from += BATCH) {
                write(connection, inserts, from);
            }
            var seconds = (System.nanoTime() - start) / 1e9;
            connection.rollback();
            return orders / seconds;
        }
    }

    private void lay(Statement statement, int orders) throws SQLException {
        statement.execute("drop table if exists pg_temp.copy");
        statement.execute("""
            create temporary table copy as
            select n, %1$s as order_id, %1$s as voucher_id, %1$s as intent_id
            from generate_series(0, %2$d) n
            """.formatted(newId(), orders - 1));
        for (int i = 0; i < rows.size(); i++) {
            var each = rows.get(i);
            statement.execute("drop table if exists pg_temp.laid" + i);
            statement.execute(
                    """
                    create temporary table laid%1$d as
                    select c.n, (jsonb_populate_record(t, jsonb_build_object(%2$s))).* from %3$s t cross join copy c
                    where t.%4$s
                    """.formatted(i, each.other(), each.table(), each.which().formatted(model)));
            statement.execute("create index on laid%d (n)".formatted(i));
        }
        statement.execute("analyze");
    }

    private String newId() {
        return "(left(gen_random_uuid()::text, 30) || right('%s', 6))::uuid".formatted(model);
    }

    private static void write(Connection connection, List<String> inserts, int from) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var insert : inserts) {
                statement.execute(insert + " where n >= " + from + " and n < " + (from + BATCH));
            }
        }
        connection.commit();
    }

    private List<String> inserts(Statement statement) throws SQLException {
        var inserts = new ArrayList<String>();
        for (int i = 0; i < rows.size(); i++) {
            var columns = String.join(", ", columns(statement, i));
            inserts.add("insert into %1$s (%2$s) overriding system value select %2$s from laid%3$d"
                    .formatted(rows.get(i).table(), columns, i));
        }
        return inserts;
    }

    /** Those that can be written. */
    private List<String> columns(Statement statement, int i) throws SQLException {
        var columns = new ArrayList<String>();
        try (var names = statement.executeQuery("""
            select attname from pg_attribute
            where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = ''
            order by attnum
            """.formatted(rows.get(i).table()))) {
            while (names.next()) {
                columns.add(names.getString(1));
            }
        }
        return columns;
    }
}
