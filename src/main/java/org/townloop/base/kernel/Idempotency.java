package org.townloop.base.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The same key and request get the same answer, the same key with another request is refused, a concurrent duplicate
 * waits. The answer is stored in the transaction of its effect; a refusal rolls both back, so that it may be tried
 * again.
 */
@Component
public class Idempotency {

    /**
     * What makes two requests the same one.
     *
     * @param route the call, without its parameters
     * @param key the caller's, at most 200 characters
     * @param request everything that the effect depends on
     */
    public record Call(UUID person, String route, String key, Object request) {}

    /** The only reason of this module. */
    public enum KeyReason implements Reason {
        KEY_REUSED,
        KEY_MISSING;

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final Atomically atomically;

    Idempotency(JdbcClient jdbc, JsonMapper json, Clock clock, Atomically atomically) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.atomically = atomically;
    }

    /**
     * Runs the effect in a transaction of its own unless the call was answered before.
     *
     * @param type a record that Jackson can write and read back
     */
    public <T> Outcome<T> once(Call call, Class<T> type, Supplier<Outcome<T>> effect) {
        var hash = sha256(json.writeValueAsString(call.request()));
        if (call.key().isBlank() || call.key().length() > 200) {
            return Outcome.refused(Refusal.of(KeyReason.KEY_MISSING, "Idempotency-Key"));
        }
        return atomically.run(() -> claim(call, hash) ? first(call, effect) : earlier(call, hash, type));
    }

    /** Whether the call was answered before, or another with its key. */
    public boolean isAnswered(Call call) {
        return jdbc.sql("select exists (select from kernel.idempotency where person_id = ? and route = ? and key = ?)")
                .params(call.person(), call.route(), call.key())
                .query(Boolean.class)
                .single();
    }

    /**
     * Forgets answers that nobody will ask for again.
     *
     * @param limit how many at most
     * @return how many
     */
    public int forget(Duration olderThan, int limit) {
        return jdbc.sql("""
            delete from kernel.idempotency
            where (person_id, route, key) in (
                select person_id, route, key from kernel.idempotency where created_at < ? order by created_at limit ?)
            """)
                .params(clock.instant().minus(olderThan).atOffset(ZoneOffset.UTC), limit)
                .update();
    }

    /** Forgets all answers that were given to these people. */
    public void forget(Collection<UUID> people) {
        jdbc.sql("delete from kernel.idempotency where person_id = any (?)")
                .param(people.toArray(UUID[]::new))
                .update();
    }

    private <T> Outcome<T> first(Call call, Supplier<Outcome<T>> effect) {
        var outcome = effect.get();
        if (outcome instanceof Outcome.Done<T>(var value)) {
            store(call, json.writeValueAsString(value));
        }
        return outcome;
    }

    private boolean claim(Call call, byte[] hash) {
        return jdbc.sql("""
            insert into kernel.idempotency (person_id, route, key, request_hash, answer, created_at)
            values (?, ?, ?, ?, 'null', ?)
            on conflict do nothing
            """)
                        .params(
                                call.person(),
                                call.route(),
                                call.key(),
                                hash,
                                clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private <T> Outcome<T> earlier(Call call, byte[] hash, Class<T> type) {
        record Earlier(byte[] requestHash, String answer) {}
        var earlier = jdbc.sql("""
            select request_hash, answer::text as answer
            from kernel.idempotency
            where person_id = ? and route = ? and key = ?
            """)
                .params(call.person(), call.route(), call.key())
                .query(Earlier.class)
                .single();
        return Arrays.equals(earlier.requestHash(), hash)
                ? Outcome.done(json.readValue(earlier.answer(), type))
                : Outcome.refused(Refusal.of(KeyReason.KEY_REUSED, "Idempotency-Key"));
    }

    private void store(Call call, String answer) {
        jdbc.sql("update kernel.idempotency set answer = ?::jsonb where person_id = ? and route = ? and key = ?")
                .params(answer, call.person(), call.route(), call.key())
                .update();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
