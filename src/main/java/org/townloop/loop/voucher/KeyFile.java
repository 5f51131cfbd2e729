package org.townloop.loop.voucher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.townloop.base.kernel.DataFolder;
import org.townloop.base.kernel.SecretFile;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file of the key that signs vouchers, readable by its owner only. Two lines: the public half as a JWK, the private
 * one as PKCS #8.
 */
public record KeyFile(Path path) {

    private static final JsonMapper JSON = JsonMapper.shared();

    record Stored(SigningKey.Jwk jwk, PrivateKey secret) {}

    public static KeyFile in(DataFolder data) {
        return new KeyFile(data.keys().resolve("voucher.key"));
    }

    public boolean exists() {
        return Files.exists(path);
    }

    /**
     * Makes a key where there is none. Whoever comes second finds the first's.
     *
     * @return whether it was made now
     */
    public boolean make() {
        try {
            return SecretFile.make(path, () -> generated().getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes the key: it was cut off, and what it signs is good for nothing. */
    void forget() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The name under which the public half is published.
     *
     * @throws IllegalStateException if the file holds no key
     */
    public String kid() {
        return read().jwk().kid();
    }

    Stored read() {
        try {
            var lines = Files.readAllLines(path);
            var secret = KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(1))));
            return new Stored(JSON.readValue(lines.get(0), SigningKey.Jwk.class), secret);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IllegalStateException("the signing key in " + path + " cannot be read", e);
        }
    }

    private static String generated() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            return JSON.writeValueAsString(SigningKey.Jwk.of((ECPublicKey) pair.getPublic()))
                    + "\n"
                    + Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded())
                    + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java makes no P-256 keys", e);
        }
    }
}
