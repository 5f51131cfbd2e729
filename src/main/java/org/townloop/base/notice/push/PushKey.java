package org.townloop.base.notice.push;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import javax.crypto.KeyAgreement;

/** Keys on the curve P-256 as Web Push writes them: 65 bytes, uncompressed (SEC 1, section 2.3.3). */
final class PushKey {

    static final int LENGTH = 65;

    private PushKey() {}

    static KeyPair fresh() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] bytes(ECPublicKey key) {
        var bytes = new byte[LENGTH];
        bytes[0] = 4;
        copy(key.getW().getAffineX(), bytes, 1);
        copy(key.getW().getAffineY(), bytes, 33);
        return bytes;
    }

    /** @throws GeneralSecurityException if it is no point of the curve */
    static ECPublicKey read(byte[] bytes) throws GeneralSecurityException {
        if (bytes.length != LENGTH || bytes[0] != 4) {
            throw new GeneralSecurityException("no uncompressed point");
        }
        var point = new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(bytes, 1, 33)),
                new BigInteger(1, Arrays.copyOfRange(bytes, 33, LENGTH)));
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, curve()));
    }

    /** ECDH; it refuses what does not lie on the curve. */
    static byte[] agree(KeyPair own, ECPublicKey other) throws GeneralSecurityException {
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(own.getPrivate());
        agreement.doPhase(other, true);
        return agreement.generateSecret();
    }

    static ECParameterSpec curve() throws GeneralSecurityException {
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    private static void copy(BigInteger coordinate, byte[] bytes, int at) {
        var number = coordinate.toByteArray();
        var length = Math.min(32, number.length);
        System.arraycopy(number, number.length - length, bytes, at + 32 - length, length);
    }
}
