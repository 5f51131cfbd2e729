package org.townloop.loop.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.townloop.TestClock;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;

/** FAULTS 2 and 3 at the wire: whatever is no clear answer is silence, and says nothing about the payment. */
class SandboxGatewayTest {

    @RegisterExtension
    static final WireMockExtension WIRE = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private static final UUID ORDER = Ids.next(PaymentTown.WILLOW_CREEK, TestClock.START);
    private static final Intent INTENT = new Intent(
            new IntentId(Ids.next(PaymentTown.WILLOW_CREEK, TestClock.START)),
            List.of(new Share(ORDER, PaymentTown.PRICE)),
            PaymentTown.RESIDENT,
            "sandbox",
            PaymentTown.PRICE,
            IntentState.UNKNOWN,
            null,
            null,
            "http://town.example/orders/1",
            TestClock.START,
            TestClock.START,
            null);
    private static final Refund REFUND = new Refund(
            new RefundId(Ids.next(PaymentTown.WILLOW_CREEK, TestClock.START)),
            INTENT.id(),
            ORDER,
            Money.of(5_000, "CNY"),
            RefundState.UNKNOWN,
            null,
            "cancelled",
            TestClock.START,
            null,
            null);
    private static final String PAGE = "http://pay.example/pay_1";

    private SandboxGateway gateway = Envelope.gateway();

    @BeforeEach
    void connect() {
        gateway = Envelope.gateway(WIRE.baseUrl(), Duration.ofSeconds(10));
    }

    @Test
    void anOpenPaymentWaitsForThePayerOnItsPage() {
        answer(aResponse().withStatus(201).withBody(payment("OPEN", 12_800, "CNY", PAGE)));
        assertThat(gateway.open(INTENT, "Haircut")).isEqualTo(new Answer.Waiting("pay_1", PAGE, PaymentTown.PRICE));
        WIRE.verify(postRequestedFor(urlEqualTo("/sandbox/api/payments"))
                .withHeader("Authorization", equalTo("Bearer sk_town"))
                .withRequestBody(matchingJsonPath(
                        "$.reference", equalTo(INTENT.id().value().toString())))
                .withRequestBody(matchingJsonPath("$.amountMinor", equalTo("12800")))
                .withRequestBody(matchingJsonPath("$.description", equalTo("Haircut"))));
    }

    @Test
    void aCapturedPaymentSaysHowMuch() {
        answer(aResponse().withBody(payment("CAPTURED", 12_700, "CNY", PAGE)));
        assertThat(gateway.ask(INTENT)).isEqualTo(new Answer.Captured("pay_1", Money.of(12_700, "CNY")));
    }

    @Test
    void aPaymentTheGatewayHasNotHeardOfIsTold() {
        answer(aResponse().withStatus(404));
        assertThat(gateway.ask(INTENT)).isEqualTo(new Answer.NeverHeard());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 422})
    void aPaymentTheGatewayWillNotOpenIsDeclined(int status) {
        answer(aResponse().withStatus(status).withBody("{\"error\":\"no\"}"));
        assertThat(gateway.open(INTENT, "")).isEqualTo(new Answer.Declined(null));
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 301, 408, 418, 425, 429, 500, 502, 503, 504})
    void aGatewayThatIsBusyOrBrokenHasDecidedNothing(int status) {
        answer(aResponse()
                .withStatus(status)
                .withHeader("Location", WIRE.baseUrl() + "/elsewhere")
                .withBody(payment("DECLINED", 12_800, "CNY", PAGE)));
        assertAllSilent();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aConnectionThatBreaksHasDecidedNothing(Fault fault) {
        answer(aResponse().withFault(fault));
        assertAllSilent();
    }

    @Test
    void aGatewayThatTakesTooLongHasDecidedNothing() {
        gateway = Envelope.gateway(WIRE.baseUrl(), Duration.ofMillis(300));
        answer(aResponse().withFixedDelay(2_000).withBody(payment("CAPTURED", 12_800, "CNY", PAGE)));
        assertAllSilent();
    }

    @Test
    void anAnswerThatDripsHasDecidedNothing() {
        gateway = Envelope.gateway(WIRE.baseUrl(), Duration.ofMillis(300));
        answer(aResponse().withChunkedDribbleDelay(20, 3_000).withBody(payment("CAPTURED", 12_800, "CNY", PAGE)));
        assertAllSilent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>Welcome</html>",
                "null",
                "[]",
                "{}",
                "{\"id\":\"pay_1\",\"reference\":\"REFERENCE\",\"state\":\"CAPTURED\"}",
                "{\"id\":\"pay_1\",\"reference\":\"REFERENCE\",\"merchant\":\"m\",\"state\":\"PERHAPS\","
                        + "\"amountMinor\":12800,\"currency\":\"CNY\"}",
                "{\"id\":\"pay_1\",\"reference\":\"REFERENCE\",\"merchant\":\"m\",\"state\":\"CAPTURED\","
                        + "\"amountMinor\":12800,\"currency\":\"YUAN\"}",
                "{\"id\":\"pay_1\",\"reference\":\"another\",\"merchant\":\"m\",\"state\":\"CAPTURED\","
                        + "\"amountMinor\":12800,\"currency\":\"CNY\"}",
                "{\"id\":\"pay_1\",\"reference\":\"REFERENCE\",\"merchant\":\"m\",\"state\":\"OPEN\","
                        + "\"amountMinor\":12800,\"currency\":\"CNY\",\"redirectUrl\":\"javascript:alert(1)\"}",
                "{\"id\":\"pay_1\",\"reference\":\"REFERENCE\",\"merchant\":\"m\",\"state\":\"OPEN\","
                        + "\"amountMinor\":12800,\"currency\":\"CNY\",\"redirectUrl\":\"not an address\"}",
                "{\"id\":\"pay_1\",\"reference\":\"REFERENCE\",\"merchant\":\"m\",\"state\":\"OPEN\","
                        + "\"amountMinor\":12800,\"currency\":\"CNY\"}"
            })
    void garbageHasDecidedNothing(String body) {
        answer(aResponse()
                .withBody(body.replace("REFERENCE", INTENT.id().value().toString())));
        assertAllSilent();
    }

    @Test
    void anEndlessAnswerHasDecidedNothing() {
        answer(aResponse().withBody(new byte[1_000_000]));
        assertAllSilent();
    }

    @Test
    void nobodyThereHasDecidedNothing() {
        gateway = Envelope.gateway();
        assertAllSilent();
    }

    @Test
    void aRefundIsAskedForUnderOurOwnReference() {
        answer(aResponse().withStatus(201).withBody("""
            {"id":"ref_1","reference":"%s","state":"SUCCEEDED","amountMinor":5000,"currency":"CNY"}
            """.formatted(REFUND.id().value())));
        assertThat(gateway.refund(REFUND, INTENT))
                .isEqualTo(new RefundAnswer.Succeeded("ref_1", Money.of(5_000, "CNY")));
        WIRE.verify(postRequestedFor(
                        urlEqualTo("/sandbox/api/payments/" + INTENT.id().value() + "/refunds"))
                .withRequestBody(matchingJsonPath(
                        "$.reference", equalTo(REFUND.id().value().toString()))));
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 409, 422})
    void aRefundTheGatewayWillNotMakeHasFailed(int status) {
        answer(aResponse().withStatus(status));
        assertThat(gateway.refund(REFUND, INTENT)).isInstanceOf(RefundAnswer.Failed.class);
    }

    @Test
    void aTitleOfAnyLengthMayBePaidFor() {
        answer(aResponse().withStatus(201).withBody(payment("OPEN", 12_800, "CNY", PAGE)));
        gateway.open(INTENT, "剪".repeat(500));
        WIRE.verify(postRequestedFor(anyUrl())
                .withRequestBody(matchingJsonPath("$.description", equalTo("剪".repeat(199) + "…"))));
    }

    private void assertAllSilent() {
        assertThat(gateway.open(INTENT, "Haircut")).isInstanceOf(Answer.Silent.class);
        assertThat(gateway.ask(INTENT)).isInstanceOf(Answer.Silent.class);
        assertThat(gateway.refund(REFUND, INTENT)).isInstanceOf(RefundAnswer.Silent.class);
    }

    private static void answer(ResponseDefinitionBuilder response) {
        WIRE.stubFor(any(anyUrl()).willReturn(response));
    }

    private static String payment(String state, long minor, String currency, String page) {
        return """
            {"id":"pay_1","reference":"%s","merchant":"mch_town","state":"%s","amountMinor":%d,"currency":"%s",
             "refundedMinor":0,"redirectUrl":"%s"}\
            """.formatted(INTENT.id().value(), state, minor, currency, page);
    }
}
