package org.townloop.loop.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    private static final byte[] BODY = "{\"id\":\"evt_1\"}".getBytes(StandardCharsets.UTF_8);
    private static final long NOW = 1_795_658_400;

    /** Computed by openssl: printf '1795658400.{"id":"evt_1"}' | openssl dgst -sha256 -hmac secret. */
    private static final String KNOWN = "8a459695448b3f4884130526b4084e09002d2ddfb92f5cd3fba2d9ff6eb87a39";

    @Test
    void theSignatureIsTheHmacOfTimeAndBody() {
        var signature = Signature.parse("t=" + NOW + ",v1=" + KNOWN).orElseThrow();
        assertThat(signature.isOf(BODY, "secret")).isTrue();
        assertThat(signature.isOf(BODY, "Secret")).isFalse();
    }

    @Test
    void itDoesNotFitAnotherBodyOrAnotherTime() {
        var signature = new Signature(NOW, Signature.sign(BODY, "secret", NOW));
        assertThat(signature.isOf(BODY, "secret")).isTrue();
        for (int i = 0; i < BODY.length; i++) {
            var altered = BODY.clone();
            altered[i] ^= 1;
            assertThat(signature.isOf(altered, "secret")).isFalse();
        }
        assertThat(new Signature(NOW + 1, signature.mac()).isOf(BODY, "secret")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, true", "-300, true", "300, true", "-301, false", "301, false", "-86400, false", "86400, false"})
    void itIsGoodForFiveMinutesInEitherDirection(long secondsAway, boolean recent) {
        var signature = new Signature(NOW + secondsAway, new byte[32]);
        assertThat(signature.isRecent(Instant.ofEpochSecond(NOW))).isEqualTo(recent);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "v1=" + KNOWN,
                "t=,v1=" + KNOWN,
                "t=1795658400",
                "t=-5,v1=" + KNOWN,
                "t=99999999999999,v1=" + KNOWN,
                "t=1795658400,v1=" + KNOWN + "0",
                "t=1795658400,v1=",
                "t=1795658400,v0=" + KNOWN,
                "t=1795658400, v1=" + KNOWN
            })
    void whatIsNoSignatureIsNotReadAsOne(@Nullable String header) {
        assertThat(Signature.parse(header)).isEmpty();
    }
}
