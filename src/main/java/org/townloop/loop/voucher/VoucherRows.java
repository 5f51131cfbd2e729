package org.townloop.loop.voucher;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
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

    /** The moment, then a column for each. */
    static Object[] columns(Collection<Voucher> vouchers, Instant now) {
        return new Object[] {
            Timestamp.from(now),
            column(vouchers, voucher -> voucher.id().region().number(), new Integer[0]),
            column(vouchers, voucher -> voucher.id().value(), new UUID[0]),
            column(vouchers, voucher -> voucher.order().value(), new UUID[0]),
            column(vouchers, Voucher::line, new Integer[0]),
            column(vouchers, Voucher::unit, new Integer[0]),
            column(vouchers, voucher -> voucher.place().value(), new UUID[0]),
            column(vouchers, voucher -> voucher.offer().value(), new UUID[0]),
            column(vouchers, voucher -> voucher.resident().value(), new UUID[0]),
            column(vouchers, voucher -> voucher.value().minor(), new Long[0]),
            column(vouchers, voucher -> voucher.value().currency().getCurrencyCode(), new String[0]),
            column(vouchers, Voucher::units, new Integer[0]),
            column(vouchers, voucher -> text(voucher.startsAt()), new String[0]),
            column(vouchers, voucher -> text(voucher.validUntil()), new String[0])
        };
    }

    private static <T extends @Nullable Object> T[] column(
            Collection<Voucher> vouchers, Function<Voucher, T> value, T[] type) {
        return vouchers.stream().map(value).toList().toArray(type);
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
