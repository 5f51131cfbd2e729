package org.townloop.base.notice.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts a message so that only the browser that subscribed can read it: RFC 8291 over RFC 8188, in one record. */
final class Sealed {

    /** The longest message that every push service takes: 4,096 bytes with what is added here. */
    static final int LONGEST = 3_993;

    private static final int RECORD_SIZE = 4_096;
    private static final int SALT = 16;
    private static final byte LAST_RECORD = 2;

    private Sealed() {}

    /**
     * @param receiver the browser's public key
     * @param auth the browser's secret, 16 bytes
     * @param sender a pair of keys made for this message
     * @param salt 16 random bytes
     */
    static byte[] of(byte[] message, byte[] receiver, byte[] auth, KeyPair sender, byte[] salt)
            throws GeneralSecurityException {
        if (message.length > LONGEST || salt.length != SALT) {
            throw new GeneralSecurityException("at most " + LONGEST + " bytes, with a salt of " + SALT);
        }
        var own = PushKey.bytes((ECPublicKey) sender.getPublic());
        var shared = PushKey.agree(sender, PushKey.read(receiver));
        var key = derive(auth, shared, joined("WebPush: info\0", receiver, own), 32);
        var content = derive(salt, key, joined("Content-Encoding: aes128gcm\0"), 16);
        var nonce = derive(salt, key, joined("Content-Encoding: nonce\0"), 12);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(content, "AES"), new GCMParameterSpec(128, nonce));
        var padded = Arrays.copyOf(message, message.length + 1);
        padded[message.length] = LAST_RECORD;
        var sealed = cipher.doFinal(padded);
        return ByteBuffer.allocate(SALT + 5 + own.length + sealed.length)
                .put(salt)
                .putInt(RECORD_SIZE)
                .put((byte) own.length)
                .put(own)
                .put(sealed)
                .array();
    }

    /** HKDF (RFC 5869) with SHA-256. */
    static byte[] derive(byte[] salt, byte[] input, byte[] info, int length) throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(HKDFParameterSpec.ofExtract()
                        .addSalt(salt)
                        .addIKM(input)
                        .thenExpand(info, length));
    }

    static byte[] joined(String text, byte[]... parts) {
        var begin = text.getBytes(StandardCharsets.US_ASCII);
        var whole = ByteBuffer.allocate(begin.length
                + Arrays.stream(parts).mapToInt(part -> part.length).sum());
        whole.put(begin);
        for (var part : parts) {
            whole.put(part);
        }
        return whole.array();
    }
}
