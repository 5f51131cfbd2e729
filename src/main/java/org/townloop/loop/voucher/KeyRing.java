package org.townloop.loop.voucher;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.DataFolder;
import tools.jackson.databind.json.JsonMapper;

/**
 * The keys that sign vouchers. The private half is a file that only its owner may read; the public halves stand in the
 * database, so that every process can verify what any of them signed.
 */
@Component
class KeyRing {

    /** A key that was cut off in another process is refused here after so long. */
    private static final long TRUSTED_NANOS = Duration.ofSeconds(1).toNanos();

    /** The keys that are good, as they were read at a moment of the process. */
    private record Known(Map<String, PublicKey> keys, long readAtNanos) {

        static final Known NOTHING = new Known(Map.of(), System.nanoTime() - TRUSTED_NANOS);

        boolean isFresh() {
            return System.nanoTime() - readAtNanos < TRUSTED_NANOS;
        }
    }

    private final KeyFile file;
    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private volatile Known known = Known.NOTHING;
    private volatile @Nullable SigningKey own;

    KeyRing(DataFolder data, JdbcTemplate jdbc, JsonMapper json, Clock clock) {
        this.file = KeyFile.in(data);
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** The key to sign with, made at first use, and anew when the last one was cut off. */
    SigningKey signing() {
        var key = own;
        return key != null && good().containsKey(key.kid()) ? key : load();
    }

    /** The public key of that name, or null if nobody here ever signed with it or it was cut off. */
    @Nullable
    PublicKey verifying(String kid) {
        return good().get(kid);
    }

    /** @return false if there is no such key, or it was cut off before */
    boolean cutOff(String kid) {
        var cut = jdbc.update(
                "update voucher.key set retired_at = ? where kid = ? and retired_at is null",
                Timestamp.from(clock.instant()),
                kid);
        known = Known.NOTHING;
        return cut == 1;
    }

    List<SigningKey.Jwk> published() {
        signing();
        return jdbc.query(
                "select jwk from voucher.key where retired_at is null order by created_at",
                (row, number) -> json.readValue(row.getString("jwk"), SigningKey.Jwk.class));
    }

    private synchronized SigningKey load() {
        file.make();
        if (isCutOff(file.kid())) {
            file.forget();
            file.make();
        }
        var stored = file.read();
        publish(stored.jwk());
        known = Known.NOTHING;
        var key = new SigningKey(stored.jwk().kid(), stored.secret());
        own = key;
        return key;
    }

    private void publish(SigningKey.Jwk jwk) {
        jdbc.update(
                "insert into voucher.key (kid, jwk, created_at) values (?, ?::jsonb, ?) on conflict do nothing",
                jwk.kid(),
                json.writeValueAsString(jwk),
                Timestamp.from(clock.instant()));
    }

    private boolean isCutOff(String kid) {
        return !jdbc.queryForList(
                        "select kid from voucher.key where kid = ? and retired_at is not null", String.class, kid)
                .isEmpty();
    }

    /** A handful of rows, read again each second in which somebody asks. */
    private Map<String, PublicKey> good() {
        var last = known;
        if (last.isFresh()) {
            return last.keys();
        }
        var read = jdbc
                .query(
                        "select jwk from voucher.key where retired_at is null",
                        (row, number) -> json.readValue(row.getString("jwk"), SigningKey.Jwk.class))
                .stream()
                .collect(Collectors.toMap(SigningKey.Jwk::kid, KeyRing::publicKey));
        known = new Known(read, System.nanoTime());
        return read;
    }

    private static PublicKey publicKey(SigningKey.Jwk jwk) {
        try {
            return jwk.publicKey();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no P-256 key: " + jwk, e);
        }
    }
}
