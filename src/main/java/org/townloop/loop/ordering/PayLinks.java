package org.townloop.loop.ordering;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.identity.PersonId;

/**
 * Secret addresses of orders that staff took for somebody. By the one that the staff hand over the order is paid; the
 * guest's own, which stands in the letters to them only, shows the voucher too. Of both a hash is kept, and the guest's
 * besides sealed by whoever writes the letters.
 */
@Component
public class PayLinks {

    /**
     * Where a secret leads.
     *
     * @param forGuest whether it is the guest's own
     */
    public record Lead(OrderId order, boolean forGuest) {}

    private static final int BYTES = 32;

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PayLinks(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes a new secret for the staff to hand over; an earlier one opens nothing any more. */
    @Transactional
    public String renew(OrderId order, PersonId by) {
        var secret = secret();
        write(order, by, secret, null);
        return secret;
    }

    /** Makes the guest's own secret, and forgets it but for what the seal makes of it. */
    @Transactional
    public void makeForGuest(OrderId order, PersonId by, UnaryOperator<String> seal) {
        var secret = secret();
        write(order, by, secret, seal.apply(secret));
    }

    /** Where the secret leads. */
    public Optional<Lead> lead(String secret) {
        return jdbc
                .query(
                        "select order_id, for_guest from ordering.pay_link where secret_hash = ?",
                        (row, number) -> new Lead(
                                new OrderId(row.getObject("order_id", UUID.class)), row.getBoolean("for_guest")),
                        hash(secret))
                .stream()
                .findFirst();
    }

    /** The guest's own link as it was sealed; empty if the order has none. */
    public Optional<String> sealed(OrderId order) {
        return Optional.ofNullable(sealed(List.of(order)).get(order));
    }

    /** The guests' own links of those of the orders that have one. */
    public Map<OrderId, String> sealed(Collection<OrderId> orders) {
        record Link(OrderId order, String sealed) {}
        return jdbc
                .query(
                        """
                        select order_id, sealed from ordering.pay_link
                        where region_id = any (?) and order_id = any (?) and for_guest
                        """,
                        (row, number) ->
                                new Link(new OrderId(row.getObject("order_id", UUID.class)), row.getString("sealed")),
                        orders.stream()
                                .map(id -> id.region().number())
                                .distinct()
                                .toArray(Integer[]::new),
                        orders.stream().map(OrderId::value).toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toMap(Link::order, Link::sealed));
    }

    /** The order is from now on of somebody who was shown it by the guest's own link, and that opens nothing any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void handOver(OrderId order, PersonId resident) {
        jdbc.update(
                "update ordering.orders set resident_id = ? where region_id = ? and id = ?",
                resident.value(),
                order.region().number(),
                order.value());
        endForGuest(order);
    }

    /** The guest's own link opens nothing any more. */
    public void endForGuest(OrderId order) {
        jdbc.update(
                "delete from ordering.pay_link where region_id = ? and order_id = ? and for_guest",
                order.region().number(),
                order.value());
    }

    private void write(OrderId order, PersonId by, String secret, @Nullable String sealed) {
        jdbc.update(
                """
                insert into ordering.pay_link (region_id, order_id, for_guest, secret_hash, sealed, made_by, made_at)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (region_id, order_id, for_guest) do update
                set secret_hash = excluded.secret_hash, sealed = excluded.sealed, made_by = excluded.made_by,
                    made_at = excluded.made_at
                """,
                order.region().number(),
                order.value(),
                sealed != null,
                hash(secret),
                sealed,
                by.value(),
                Timestamp.from(clock.instant()));
    }

    private String secret() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
