package org.townloop.surface.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Addresses of the files under {@code static} that change with their content, so that browsers may keep them. */
@Component
public class Assets {

    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    public String address(String file) {
        return addresses.computeIfAbsent(file, Assets::hashed);
    }

    /** Whether the address has been given out, so that what it leads to never changes. */
    boolean isKnown(String address) {
        return addresses.containsValue(address);
    }

    private static String hashed(String file) {
        try (var content = new ClassPathResource("static/" + file).getInputStream()) {
            var hash = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
            return "/" + file + "?v=" + HexFormat.of().formatHex(hash, 0, 5);
        } catch (IOException e) {
            throw new UncheckedIOException("no file static/" + file, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
