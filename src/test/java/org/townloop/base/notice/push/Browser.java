package org.townloop.base.notice.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A browser that subscribed: it can read what was sealed for it. */
record Browser(KeyPair keys, byte[] auth) {

    static Browser fresh() {
        var auth = new byte[16];
        new SecureRandom().nextBytes(auth);
        return new Browser(PushKey.fresh(), auth);
    }

    byte[] publicKey() {
        return PushKey.bytes((ECPublicKey) keys.getPublic());
    }

    /** The reader's half of RFC 8291. */
    String read(byte[] sealed) throws GeneralSecurityException {
        var buffer = ByteBuffer.wrap(sealed);
        var salt = new byte[16];
        buffer.get(salt);
        var recordSize = buffer.getInt();
        var sender = new byte[buffer.get()];
        buffer.get(sender);
        var rest = new byte[buffer.remaining()];
        buffer.get(rest);
        if (rest.length > recordSize) {
            throw new GeneralSecurityException("more than one record");
        }
        var shared = PushKey.agree(keys, PushKey.read(sender));
        var key = Sealed.derive(auth, shared, Sealed.joined("WebPush: info\0", publicKey(), sender), 32);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(Sealed.derive(salt, key, Sealed.joined("Content-Encoding: aes128gcm\0"), 16), "AES"),
                new GCMParameterSpec(128, Sealed.derive(salt, key, Sealed.joined("Content-Encoding: nonce\0"), 12)));
        var padded = cipher.doFinal(rest);
        int end = padded.length - 1;
        while (padded[end] == 0) {
            end--;
        }
        return new String(Arrays.copyOf(padded, end), StandardCharsets.UTF_8);
    }
}
