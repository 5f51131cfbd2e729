package org.townloop.loop.voucher;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

    private final KeyFile file;
    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final Map<String, PublicKey> known = new ConcurrentHashMap<>();
    private volatile @Nullable SigningKey own;

    KeyRing(DataFolder data, JdbcTemplate jdbc, JsonMapper json, Clock clock) {
        this.file = KeyFile.in(data);
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** The key to sign with, made at first use. */
    SigningKey signing() {
        var key = own;
        return key != null ? key : load();
    }

    /** The public key of that name, or null if nobody here ever signed with it or it was retired. */
    @Nullable
    PublicKey verifying(String kid) {
        return known.computeIfAbsent(kid, this::find);
    }

    List<SigningKey.Jwk> published() {
        signing();
        return jdbc.query(
                "select jwk from voucher.key where retired_at is null order by created_at",
                (row, number) -> json.readValue(row.getString("jwk"), SigningKey.Jwk.class));
    }

    private synchronized SigningKey load() {
        file.make();
        var stored = file.read();
        publish(stored.jwk());
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

    private @Nullable PublicKey find(String kid) {
        return jdbc
                .query(
                        "select jwk from voucher.key where kid = ? and retired_at is null",
                        (row, number) -> publicKey(json.readValue(row.getString("jwk"), SigningKey.Jwk.class)),
                        kid)
                .stream()
                .findFirst()
                .orElse(null);
    }

    private static PublicKey publicKey(SigningKey.Jwk jwk) {
        try {
            return jwk.publicKey();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no P-256 key: " + jwk, e);
        }
    }
}
