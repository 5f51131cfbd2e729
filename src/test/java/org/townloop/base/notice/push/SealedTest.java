package org.townloop.base.notice.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.ECPrivateKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SealedTest {

    /** Section 5 of RFC 8291. */
    private static final byte[] RECEIVER =
            bytes("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4");

    private static final byte[] AUTH = bytes("BTBZMqHH6r4Tts7J_aSIgg");
    private static final byte[] SALT = bytes("DGv6ra1nlYgDCS1FRnbzlw");

    @Test
    void theExampleOfTheStandardComesOut() throws Exception {
        var sender = pair(
                "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8",
                "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw");
        var message = "When I grow up, I want to be a watermelon".getBytes(StandardCharsets.UTF_8);
        assertThat(Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(Sealed.of(message, RECEIVER, AUTH, sender, SALT)))
                .isEqualTo("DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmY"
                               + "WAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj"
                               + "_Qulcy4a-fN");
    }

    @Test
    void aKeyThatIsNoPointOfTheCurveIsRefused() {
        var off = RECEIVER.clone();
        off[64] ^= 1;
        assertThatThrownBy(() -> Sealed.of(new byte[1], off, AUTH, PushKey.fresh(), SALT))
                .isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> Sealed.of(new byte[1], new byte[65], AUTH, PushKey.fresh(), SALT))
                .isInstanceOf(GeneralSecurityException.class);
    }

    private static KeyPair pair(String open, String secret) throws GeneralSecurityException {
        var number = new ECPrivateKeySpec(new BigInteger(1, bytes(secret)), PushKey.curve());
        return new KeyPair(
                PushKey.read(bytes(open)), KeyFactory.getInstance("EC").generatePrivate(number));
    }

    private static byte[] bytes(String base64url) {
        return Base64.getUrlDecoder().decode(base64url);
    }
}
