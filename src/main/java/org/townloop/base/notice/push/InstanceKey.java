package org.townloop.base.notice.push;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.DataFolder;

/**
 * The key by which push services know this instance (RFC 8292). Browsers subscribe for it: if it is lost, everybody has
 * to subscribe again. It is made on first use.
 */
@Component
public class InstanceKey {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Path file;
    private @Nullable KeyPair read;

    InstanceKey(DataFolder folder) {
        file = folder.keys().resolve("push.key");
    }

    /** What a browser subscribes for: base64url, 65 bytes. */
    public String publicKey() {
        return BASE64.encodeToString(PushKey.bytes((ECPublicKey) pair().getPublic()));
    }

    /** The value of the header Authorization for a push service. */
    String authorization(String origin, String subject, Instant expires) {
        var head = encoded("{\"typ\":\"JWT\",\"alg\":\"ES256\"}");
        var claims = encoded(
                "{\"aud\":\"%s\",\"exp\":%d,\"sub\":\"%s\"}".formatted(origin, expires.getEpochSecond(), subject));
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(pair().getPrivate());
            signature.update((head + "." + claims).getBytes(StandardCharsets.US_ASCII));
            return "vapid t=" + head + "." + claims + "." + BASE64.encodeToString(signature.sign()) + ", k="
                    + publicKey();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized KeyPair pair() {
        var known = read;
        if (known == null) {
            known = readOrMake();
            read = known;
        }
        return known;
    }

    private KeyPair readOrMake() {
        try {
            if (!Files.exists(file)) {
                make();
            }
            var lines = Files.readAllLines(file);
            var secret = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(0)));
            return new KeyPair(
                    PushKey.read(Base64.getDecoder().decode(lines.get(1))),
                    KeyFactory.getInstance("EC").generatePrivate(secret));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(file + " holds no key", e);
        }
    }

    private void make() throws IOException {
        Files.createDirectories(file.getParent());
        var fresh = PushKey.fresh();
        var encoder = Base64.getEncoder();
        var lines = List.of(
                encoder.encodeToString(fresh.getPrivate().getEncoded()),
                encoder.encodeToString(PushKey.bytes((ECPublicKey) fresh.getPublic())));
        var draft = Files.createTempFile(file.getParent(), "push", ".draft");
        try {
            if (Files.getFileStore(draft).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
            }
            Files.write(draft, lines);
            Files.createLink(file, draft); // fails if another process was first: then its key counts
        } catch (FileAlreadyExistsException e) {
            assert Files.exists(file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
