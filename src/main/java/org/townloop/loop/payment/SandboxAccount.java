package org.townloop.loop.payment;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Our account at the sandbox gateway, as it was given to us.
 *
 * @param merchant who we are there
 * @param key what we prove it with
 * @param webhookSecret what it proves itself with to us
 */
record SandboxAccount(String merchant, String key, String webhookSecret) {

    /** @throws IllegalStateException if the file lacks one of the three */
    static SandboxAccount read(Path file) {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            var entries = new Properties();
            entries.load(reader);
            return new SandboxAccount(
                    entry(entries, "merchant", file),
                    entry(entries, "key", file),
                    entry(entries, "webhookSecret", file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String entry(Properties entries, String name, Path file) {
        var value = entries.getProperty(name, "").strip();
        if (value.isEmpty()) {
            throw new IllegalStateException(file + " has no entry " + name);
        }
        return value;
    }

    @Override
    public String toString() {
        return "SandboxAccount[" + merchant + "]";
    }
}
