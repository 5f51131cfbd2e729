package org.townloop.loop.voucher;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.OfferId;

/** How vouchers stand in their table. */
final class VoucherRows {

    static final String COLUMNS = """
        region_id, id, order_id, line, unit, place_id, offer_id, resident_id, value_minor, currency, units,
        units_redeemed, state, starts_at, valid_until, redeemed_at
        """;

    private VoucherRows() {}

    static Voucher voucher(ResultSet row, int number) throws SQLException {
        return new Voucher(
                new VoucherId(row.getObject("id", UUID.class)),
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getInt("line"),
                row.getInt("unit"),
                new PlaceId(row.getObject("place_id", UUID.class)),
                new OfferId(row.getObject("offer_id", UUID.class)),
                new PersonId(row.getObject("resident_id", UUID.class)),
                Money.of(row.getLong("value_minor"), row.getString("currency")),
                row.getInt("units"),
                row.getInt("units_redeemed"),
                VoucherState.valueOf(row.getString("state")),
                instant(row, "starts_at"),
                row.getTimestamp("valid_until").toInstant(),
                instant(row, "redeemed_at"));
    }

    static Object[] columns(Voucher voucher, Instant now) {
        return new Object[] {
            voucher.id().region().number(),
            voucher.id().value(),
            voucher.order().value(),
            voucher.line(),
            voucher.unit(),
            voucher.place().value(),
            voucher.offer().value(),
            voucher.resident().value(),
            voucher.value().minor(),
            voucher.value().currency().getCurrencyCode(),
            voucher.units(),
            timestamp(voucher.startsAt()),
            Timestamp.from(voucher.validUntil()),
            Timestamp.from(now)
        };
    }

    static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
