package org.townloop.loop.ordering;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.identity.PersonId;

/**
 * Secret addresses at which orders are paid that staff took for somebody: whoever has the address may pay the order and
 * show its voucher. Only a hash of the secret is kept here.
 */
@Component
public class PayLinks {

    private static final int BYTES = 32;

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PayLinks(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes a new secret for the order; an earlier one opens nothing any more. */
    @Transactional
    public String renew(OrderId order, PersonId by) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.update(
                """
                insert into ordering.pay_link (region_id, order_id, secret_hash, made_by, made_at)
                values (?, ?, ?, ?, ?)
                on conflict (region_id, order_id) do update
                set secret_hash = excluded.secret_hash, made_by = excluded.made_by, made_at = excluded.made_at
                """, order.region().number(), order.value(), hash(secret), by.value(), Timestamp.from(clock.instant()));
        return secret;
    }

    /** The order that the secret opens. */
    public Optional<OrderId> order(String secret) {
        return jdbc
                .query(
                        "select order_id from ordering.pay_link where secret_hash = ?",
                        (row, number) -> new OrderId(row.getObject("order_id", UUID.class)),
                        hash(secret))
                .stream()
                .findFirst();
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
