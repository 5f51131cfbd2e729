package org.townloop.base.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
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

    private record Earlier(byte[] requestHash, String answer) {}

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
        var hash = hash(call);
        var wrong = wrong(call);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        return atomically.run(() -> claim(call, hash) ? first(call, effect) : earlier(call, hash, type));
    }

    /** What is wrong with the key itself. */
    public Optional<Refusal> wrong(Call call) {
        return call.key().isBlank() || call.key().length() > 200
                ? Optional.of(Refusal.of(KeyReason.KEY_MISSING, "Idempotency-Key"))
                : Optional.empty();
    }

    /**
     * What calls were answered before, by one statement, in the caller's transaction; those that were not are left out. A call
     * that is being answered elsewhere at this moment is not seen: {@link #store} finds it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T> Map<Call, Outcome<T>> answered(Collection<Call> calls, Class<T> type) {
        record Slot(UUID person, String route, String key) {}
        var bySlot = calls.stream()
                .collect(Collectors.groupingBy(call -> new Slot(call.person(), call.route(), call.key())));
        var answers = new HashMap<Call, Outcome<T>>();
        jdbc.sql("""
            select person_id, route, key, request_hash, answer::text as answer
            from kernel.idempotency
            join unnest(?::uuid[], ?::text[], ?::text[]) as c (person_id, route, key) using (person_id, route, key)
            """)
                .params(columns(calls))
                .query((row, number) -> {
                    var slot = new Slot(
                            row.getObject("person_id", UUID.class), row.getString("route"), row.getString("key"));
                    var before = new Earlier(row.getBytes("request_hash"), row.getString("answer"));
                    return Map.entry(slot, before);
                })
                .list()
                .forEach(found -> bySlot.getOrDefault(found.getKey(), List.of())
                        .forEach(call -> answers.put(call, again(found.getValue(), hash(call), type))));
        return answers;
    }

    /**
     * Stores first answers, by one statement, in the transaction of their effect.
     *
     * @throws OptimisticLockingFailureException if one of the calls has been answered meanwhile: roll back
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void store(Map<Call, ?> answers) {
        var calls = List.copyOf(answers.keySet());
        var stored = jdbc.sql("""
            insert into kernel.idempotency (person_id, route, key, request_hash, answer, created_at)
            select person_id, route, key, request_hash, answer, ?
            from unnest(?::uuid[], ?::text[], ?::text[], ?::bytea[], ?::jsonb[])
                as c (person_id, route, key, request_hash, answer)
            order by person_id, route, key
            on conflict do nothing
            """)
                .params(Stream.of(
                                Stream.of(clock.instant().atOffset(ZoneOffset.UTC)),
                                columns(calls).stream(),
                                Stream.of(
                                        calls.stream().map(this::hash).toArray(byte[][]::new),
                                        calls.stream()
                                                .map(call -> json.writeValueAsString(answers.get(call)))
                                                .toArray(String[]::new)))
                        .flatMap(each -> each)
                        .toList())
                .update();
        if (stored < calls.size()) {
            throw new OptimisticLockingFailureException("a call was answered meanwhile");
        }
    }

    private static List<Object> columns(Collection<Call> calls) {
        return List.of(
                calls.stream().map(Call::person).toArray(UUID[]::new),
                calls.stream().map(Call::route).toArray(String[]::new),
                calls.stream().map(Call::key).toArray(String[]::new));
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
        var earlier = jdbc.sql("""
            select request_hash, answer::text as answer
            from kernel.idempotency
            where person_id = ? and route = ? and key = ?
            """)
                .params(call.person(), call.route(), call.key())
                .query(Earlier.class)
                .single();
        return again(earlier, hash, type);
    }

    private <T> Outcome<T> again(Earlier earlier, byte[] hash, Class<T> type) {
        return Arrays.equals(earlier.requestHash(), hash)
                ? Outcome.done(json.readValue(earlier.answer(), type))
                : Outcome.refused(Refusal.of(KeyReason.KEY_REUSED, "Idempotency-Key"));
    }

    private void store(Call call, String answer) {
        jdbc.sql("update kernel.idempotency set answer = ?::jsonb where person_id = ? and route = ? and key = ?")
                .params(answer, call.person(), call.route(), call.key())
                .update();
    }

    private byte[] hash(Call call) {
        return sha256(json.writeValueAsString(call.request()));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
