package org.townloop.loop.voucher;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.loop.ordering.OrderId;

/** Which scans there were of an order, whatever came of them. */
@Component
public class OrderScans {

    private static final int MOST = 100;

    private final JdbcClient jdbc;

    OrderScans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The earliest first. */
    public List<OrderScan> of(OrderId order) {
        return jdbc.sql("""
            select s.at, s.scanned_at, s.outcome, s.offline, s.units
            from voucher.voucher v
            join voucher.scan s on (s.region_id, s.voucher_id) = (v.region_id, v.id)
            where v.region_id = ? and v.order_id = ? order by s.at, s.nonce limit ?
            """)
                .params(order.region().number(), order.value(), MOST)
                .query((row, number) -> {
                    var scannedAt = row.getTimestamp("scanned_at");
                    return new OrderScan(
                            row.getTimestamp("at").toInstant(),
                            scannedAt == null ? null : scannedAt.toInstant(),
                            ScanOutcome.valueOf(row.getString("outcome")),
                            row.getBoolean("offline"),
                            row.getInt("units"));
                })
                .list();
    }
}
