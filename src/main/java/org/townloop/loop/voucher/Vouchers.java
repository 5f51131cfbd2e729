package org.townloop.loop.voucher;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.OfferId;

/** The vouchers and their tokens. */
@Component
public class Vouchers {

    private static final String COLUMNS = """
        region_id, id, order_id, line, unit, place_id, offer_id, resident_id, value_minor, currency, state,
        starts_at, valid_until, redeemed_at
        """;

    private final JdbcTemplate jdbc;
    private final TokenSigner signer;
    private final KeyRing keys;

    Vouchers(JdbcTemplate jdbc, TokenSigner signer, KeyRing keys) {
        this.jdbc = jdbc;
        this.signer = signer;
        this.keys = keys;
    }

    public List<Voucher> of(OrderId order) {
        return jdbc.query(
                "select " + COLUMNS + " from voucher.voucher where region_id = ? and order_id = ? order by line, unit",
                Vouchers::voucher,
                order.region().number(),
                order.value());
    }

    /** The vouchers of many orders, in their order. */
    public List<Voucher> of(Collection<OrderId> orders) {
        return jdbc.query(
                "select " + COLUMNS
                        + " from voucher.voucher where region_id = any (?) and order_id = any (?) order by line, unit",
                Vouchers::voucher,
                orders.stream().map(id -> id.region().number()).distinct().toArray(Integer[]::new),
                orders.stream().map(OrderId::value).toArray(UUID[]::new));
    }

    /** What the QR code holds: signed when it is first asked for, and the same in meaning each time. */
    public String token(Voucher voucher) {
        return signer.sign(new VoucherToken(voucher.id(), voucher.place(), voucher.validUntil()));
    }

    /** The public keys as a JSON Web Key Set (RFC 7517) has them. */
    public List<? extends Map<String, String>> keySet() {
        return keys.published().stream().map(SigningKey.Jwk::members).toList();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void issue(Collection<Voucher> vouchers, Instant now) {
        jdbc.batchUpdate(
                """
                insert into voucher.voucher (region_id, id, order_id, line, unit, place_id, offer_id, resident_id,
                    value_minor, currency, state, starts_at, valid_until, issued_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'ISSUED', ?, ?, ?)
                """, vouchers.stream().map(voucher -> columns(voucher, now)).toList());
    }

    /** Revokes what is not redeemed; gives those that were revoked now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Voucher> revoke(OrderId order) {
        return jdbc.query(
                "update voucher.voucher set state = 'REVOKED' where region_id = ? and order_id = ?"
                        + " and state = 'ISSUED' returning " + COLUMNS,
                Vouchers::voucher,
                order.region().number(),
                order.value());
    }

    private static Object[] columns(Voucher voucher, Instant now) {
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
            timestamp(voucher.startsAt()),
            Timestamp.from(voucher.validUntil()),
            Timestamp.from(now)
        };
    }

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
                VoucherState.valueOf(row.getString("state")),
                instant(row, "starts_at"),
                row.getTimestamp("valid_until").toInstant(),
                instant(row, "redeemed_at"));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
