package org.townloop.loop.voucher;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ordering.OrderId;

/** The vouchers and their tokens. */
@Component
public class Vouchers {

    private static final String COLUMNS = VoucherRows.COLUMNS;

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
                VoucherRows::voucher,
                order.region().number(),
                order.value());
    }

    /** The vouchers of many orders, in their order. */
    public List<Voucher> of(Collection<OrderId> orders) {
        return jdbc.query(
                "select " + COLUMNS
                        + " from voucher.voucher where region_id = any (?) and order_id = any (?) order by line, unit",
                VoucherRows::voucher,
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

    /** Those of them that there are. */
    public List<Voucher> get(Collection<VoucherId> ids) {
        return jdbc.query(
                "select " + COLUMNS + " from voucher.voucher where region_id = any (?) and id = any (?)",
                VoucherRows::voucher,
                ids.stream().map(id -> id.region().number()).distinct().toArray(Integer[]::new),
                ids.stream().map(VoucherId::value).toArray(UUID[]::new));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void issue(Collection<Voucher> vouchers, Instant now) {
        jdbc.update("""
            insert into voucher.voucher (region_id, id, order_id, line, unit, place_id, offer_id, resident_id,
                value_minor, currency, units, starts_at, valid_until, state, issued_at)
            select v.*, 'ISSUED', ?
            from unnest(?::int[], ?::uuid[], ?::uuid[], ?::int[], ?::int[], ?::uuid[], ?::uuid[], ?::uuid[],
                ?::bigint[], ?::text[], ?::int[], ?::timestamptz[], ?::timestamptz[]) as v
            """, VoucherRows.columns(vouchers, now));
    }

    /** Calls off what was not used: counters with a network refuse it from now on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(OrderId order, Instant now) {
        jdbc.update("""
            update voucher.voucher set state = 'WITHDRAWN', withdrawn_at = ?
            where region_id = ? and order_id = ? and state = 'ISSUED'
            """, Timestamp.from(now), order.region().number(), order.value());
    }

    /** Puts back what was called off, because a counter had redeemed some of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void restore(Collection<OrderId> orders) {
        jdbc.update(
                """
                update voucher.voucher set state = 'ISSUED', withdrawn_at = null
                where region_id = any (?) and order_id = any (?) and state = 'WITHDRAWN'
                """,
                orders.stream().map(id -> id.region().number()).distinct().toArray(Integer[]::new),
                orders.stream().map(OrderId::value).toArray(UUID[]::new));
    }

    /** From now on the order's vouchers are another's. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void handTo(PersonId resident, OrderId order) {
        jdbc.update(
                "update voucher.voucher set resident_id = ? where region_id = ? and order_id = ?",
                resident.value(),
                order.region().number(),
                order.value());
    }

    /** Makes an order's vouchers good at another time. Codes that were shown before keep their last day. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void move(OrderId order, Instant startsAt, Instant validUntil) {
        jdbc.update(
                "update voucher.voucher set starts_at = ?, valid_until = ? where region_id = ? and order_id = ?",
                Timestamp.from(startsAt),
                Timestamp.from(validUntil),
                order.region().number(),
                order.value());
    }

    /**
     * Makes an order's only voucher worth less: some of what was bought was not there. Nobody has had any of it.
     *
     * @return false if it is not as it was: then it is worth what it was
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lower(OrderId order, Money before, Money after) {
        return jdbc.update("""
            update voucher.voucher set value_minor = ?
            where region_id = ? and order_id = ? and value_minor = ? and units_redeemed = 0 and state = 'ISSUED'
              and ? between 0 and value_minor
            """, after.minor(), order.region().number(), order.value(), before.minor(), after.minor())
                == 1;
    }

    /**
     * Makes vouchers of an order worth less: some of its money went back. Nobody has had any of them.
     *
     * @param worth what each is worth from now on
     * @return false if one is not as it was: then nothing may come of it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lower(OrderId order, Map<VoucherId, Money> worth) {
        var ids = List.copyOf(worth.keySet());
        return jdbc.update(
                        """
                        update voucher.voucher v set value_minor = w.value_minor
                        from unnest(?::uuid[], ?::bigint[]) as w (id, value_minor)
                        where v.region_id = ? and v.order_id = ? and v.id = w.id and v.units_redeemed = 0
                          and v.state = 'ISSUED' and w.value_minor between 0 and v.value_minor
                        """,
                        ids.stream().map(VoucherId::value).toArray(UUID[]::new),
                        ids.stream()
                                .map(id -> Objects.requireNonNull(worth.get(id)).minor())
                                .toArray(Long[]::new),
                        order.region().number(),
                        order.value())
                == ids.size();
    }

    /** Revokes what is not redeemed; gives those that were revoked now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Voucher> revoke(OrderId order) {
        return jdbc.query(
                "update voucher.voucher set state = 'REVOKED' where region_id = ? and order_id = ?"
                        + " and state in ('ISSUED', 'WITHDRAWN') returning " + COLUMNS,
                VoucherRows::voucher,
                order.region().number(),
                order.value());
    }

    /**
     * Cuts a signing key off: what it signed is good no longer, here within a second and at counters with their next
     * bundle. Residents' codes carry a new key when they are next looked at.
     *
     * @return false if there is no such key, or it was cut off before
     */
    public boolean cutOff(String kid) {
        return keys.cutOff(kid);
    }

    /** The names of the keys that are good, the one that signs here last. */
    public List<String> keyNames() {
        return keys.published().stream().map(SigningKey.Jwk::kid).toList();
    }
}
