package org.townloop.base.notice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Seals paths that open something by themselves, so that who reads the database, or a backup of it, cannot use them: they
 * are opened when a letter is written, with a key that is in this instance's folder only (AES-256-GCM, NIST SP 800-38D).
 */
@Component
public class SealedPaths {

    /** The fact of a notice that says where its letter leads, in place of {@code path}. */
    public static final String FACT = "sealed";

    private static final Logger LOG = LoggerFactory.getLogger(SealedPaths.class);
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final InstanceSecret secret;
    private final SecureRandom random = new SecureRandom();

    SealedPaths(InstanceSecret secret) {
        this.secret = secret;
    }

    public String seal(String path) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(path.getBytes(StandardCharsets.UTF_8));
            var whole = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
            return Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty if another instance sealed it: the folder with its key was not brought along. */
    public Optional<String> open(String sealed) {
        try {
            var whole = Base64.getDecoder().decode(sealed);
            var nonce = Arrays.copyOf(whole, NONCE);
            var path = cipher(Cipher.DECRYPT_MODE, nonce).doFinal(whole, NONCE, whole.length - NONCE);
            return Optional.of(new String(path, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            LOG.warn("a link was sealed by another instance and is left out");
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.bytes(), "HmacSHA256"));
        var key = mac.doFinal("sealed paths".getBytes(StandardCharsets.US_ASCII));
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
