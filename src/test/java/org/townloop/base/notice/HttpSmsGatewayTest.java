package org.townloop.base.notice;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class HttpSmsGatewayTest {

    private static final Sms SMS = new Sms("m-1", "+8613800138000", "验证码 \"123456\"\n好");

    @RegisterExtension
    static final WireMockExtension PEER =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    @Test
    void aMessageIsPostedAsTheOperatorDescribedIt() {
        answers(aResponse().withStatus(200).withBody("{\"code\":\"OK\"}"));
        var came = gateway("{\"phone\":[\"{to}\"],\"params\":{\"content\":\"{text}\"},\"ref\":\"{id}\"}", "\"OK\"")
                .send(SMS);
        assertThat(came).isInstanceOf(Handover.Accepted.class);
        PEER.verify(postRequestedFor(urlEqualTo("/send"))
                .withHeader("X-Key", equalTo("Bearer s3cret"))
                .withHeader("Idempotency-Key", equalTo("m-1"))
                .withRequestBody(equalToJson("{\"phone\":[\"+8613800138000\"],\"params\":{\"content\":\"验证码"
                        + " \\\"123456\\\"\\n"
                        + "好\"},\"ref\":\"m-1\"}")));
    }

    @Test
    void anAnswerThatSaysNothingOfSuccessIsNone() {
        answers(aResponse().withStatus(200).withBody("{\"code\":\"LIMIT\"}"));
        assertThat(gateway(usual(), "\"OK\"").send(SMS)).isInstanceOf(Handover.Later.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 401, 403, 408, 429, 500, 502, 503, 504})
    void whatMayPassIsTriedAgain(int status) {
        answers(aResponse().withStatus(status).withHeader("Location", PEER.baseUrl() + "/other"));
        assertThat(gateway(usual(), "").send(SMS)).isInstanceOf(Handover.Later.class);
        PEER.verify(0, postRequestedFor(urlEqualTo("/other")));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 422})
    void whatWillNeverBeTakenIsNot(int status) {
        answers(aResponse().withStatus(status));
        assertThat(gateway(usual(), "").send(SMS)).isInstanceOf(Handover.Never.class);
    }

    @Test
    void theGatewayMaySayWhenToComeAgain() {
        answers(aResponse().withStatus(429).withHeader("Retry-After", "90"));
        assertThat(gateway(usual(), "").send(SMS)).isEqualTo(new Handover.Later("HTTP 429", Duration.ofSeconds(90)));
    }

    @Test
    void aSilentGatewayIsNotWaitedForLong() {
        answers(aResponse().withFixedDelay(3_000));
        assertThat(gateway(usual(), "", Duration.ofMillis(500)).send(SMS))
                .isEqualTo(Handover.later("no answer in time"));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void garbageAndBrokenConnectionsAreTriedAgainAndNameNobody(Fault fault) {
        answers(aResponse().withFault(fault));
        var came = gateway(usual(), "").send(SMS);
        if (came instanceof Handover.Later(var reason, var after)) {
            assertThat(reason).doesNotContain("138").doesNotContain("123456");
            assertThat(after).isNull();
        } else {
            assertThat(fault).isEqualTo(Fault.MALFORMED_RESPONSE_CHUNK); // 200 was said before
        }
    }

    @Test
    void aBodyThatIsNoJsonStopsTheStart() {
        assertThatThrownBy(() -> gateway("{to} {text}", "")).hasMessageContaining("townloop.sms.body");
        assertThatThrownBy(() -> gateway("{\"text\":\"{text}\"}", "")).hasMessageContaining("{to}");
    }

    private static void answers(ResponseDefinitionBuilder answer) {
        PEER.stubFor(post("/send").willReturn(answer));
    }

    private static String usual() {
        return "{\"to\":\"{to}\",\"text\":\"{text}\",\"id\":\"{id}\"}";
    }

    private static HttpSmsGateway gateway(String body, String success) {
        return gateway(body, success, Duration.ofSeconds(20));
    }

    private static HttpSmsGateway gateway(String body, String success, Duration patience) {
        return new HttpSmsGateway(
                new SmsSettings(PEER.baseUrl() + "/send", "X-Key", "Bearer s3cret", body, success, patience),
                JsonMapper.shared());
    }
}
