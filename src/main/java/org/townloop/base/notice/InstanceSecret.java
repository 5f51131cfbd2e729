package org.townloop.base.notice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.DataFolder;
import org.townloop.base.kernel.SecretFile;

/** 32 random bytes of this instance, made on first use and kept in the data folder. */
@Component
class InstanceSecret {

    private static final int BYTES = 32;

    private final Path file;
    private byte @Nullable [] read;

    InstanceSecret(DataFolder folder) {
        file = folder.keys().resolve("messages.secret");
    }

    synchronized byte[] bytes() {
        var known = read;
        if (known == null) {
            known = readOrMake();
            read = known;
        }
        return known;
    }

    private byte[] readOrMake() {
        try {
            SecretFile.make(file, InstanceSecret::fresh);
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] fresh() {
        var fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        return fresh;
    }
}
