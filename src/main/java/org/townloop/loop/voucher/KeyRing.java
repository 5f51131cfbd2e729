package org.townloop.loop.voucher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
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

    private final Path file;
    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final Map<String, PublicKey> known = new ConcurrentHashMap<>();
    private volatile @Nullable SigningKey own;

    KeyRing(DataFolder data, JdbcTemplate jdbc, JsonMapper json, Clock clock) {
        this.file = data.keys().resolve("voucher.key");
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
        try {
            if (!Files.exists(file)) {
                create();
            }
            var lines = Files.readAllLines(file);
            var secret = KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(1))));
            var jwk = json.readValue(lines.get(0), SigningKey.Jwk.class);
            publish(jwk);
            var key = new SigningKey(jwk.kid(), secret);
            own = key;
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the signing key in " + file + " cannot be read", e);
        }
    }

    /** Two lines: the public half as a JWK, the private one as PKCS #8. Whoever comes second takes the first's. */
    private void create() throws IOException, GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var pair = generator.generateKeyPair();
        Files.createDirectories(file.getParent());
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            return;
        }
        Files.writeString(
                file,
                json.writeValueAsString(SigningKey.Jwk.of((ECPublicKey) pair.getPublic()))
                        + "\n"
                        + Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded())
                        + "\n",
                StandardOpenOption.SYNC);
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
