package org.townloop.surface.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import org.springframework.http.HttpStatus;

/**
 * The one merchant of this gateway.
 *
 * @param merchant its id
 * @param key it proves itself to us with this
 * @param webhookSecret we prove ourselves to it with this
 */
record MerchantAccount(String merchant, String key, String webhookSecret) {

    /** Reads the account from the file, or opens one and writes it there for its owner's eyes only. */
    static MerchantAccount in(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                var written = Files.createTempFile(file.getParent(), "account", ".properties");
                Files.writeString(written, """
                    # The account at the sandbox gateway: delete this file to get another.
                    merchant=mch_%s
                    key=sk_%s
                    webhookSecret=whsec_%s
                    """.formatted(random(9), random(24), random(24)));
                Files.move(written, file);
            }
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean opensWith(String authorization) {
        return MessageDigest.isEqual(
                ("Bearer " + key).getBytes(StandardCharsets.UTF_8), authorization.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Unacceptable unless the caller proves to be the merchant */
    void require(String authorization) {
        if (!opensWith(authorization)) {
            throw new Unacceptable(HttpStatus.UNAUTHORIZED, "the key is missing or wrong");
        }
    }

    private static MerchantAccount read(Path file) throws IOException {
        var entries = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            entries.load(reader);
        }
        return new MerchantAccount(
                entries.getProperty("merchant", ""),
                entries.getProperty("key", ""),
                entries.getProperty("webhookSecret", ""));
    }

    private static String random(int bytes) {
        var random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    @Override
    public String toString() {
        return "MerchantAccount[" + merchant + "]";
    }
}
