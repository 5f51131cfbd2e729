package org.townloop.loop.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.TestClock;
import org.townloop.TownTest;
import org.townloop.base.kernel.Money;

/** The gateway's contract held by the sandbox, and what its API and page do besides; all over HTTP. */
@TownTest
class SandboxContractTests extends GatewayBooksContract {

    private final Payer payer = new Payer();
    private final int port;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final SandboxTown town;

    SandboxContractTests(@LocalServerPort int port, @Autowired TestClock clock, @Autowired JdbcClient jdbc)
            throws IOException {
        this.jdbc = jdbc;
        this.port = port;
        this.clock = clock;
        this.town = new SandboxTown(url(), clock);
    }

    @AfterEach
    void close() {
        town.close();
    }

    private String url() {
        return "http://localhost:" + port;
    }

    @Override
    Gateway gateway() {
        return town.gateway;
    }

    @Override
    void pays(Intent intent) {
        assertThat(payer.chooses(intent, "succeed").statusCode()).isEqualTo(303);
    }

    @Override
    void declines(Intent intent) {
        assertThat(payer.chooses(intent, "decline").statusCode()).isEqualTo(200);
    }

    @Override
    void objects(Intent intent) {
        assertThat(payer.disputes(intent, "open").statusCode()).isEqualTo(303);
    }

    @Override
    void isDecided(Intent intent, boolean forUs) {
        assertThat(payer.disputes(intent, forUs ? "won" : "lost").statusCode()).isEqualTo(303);
    }

    @Override
    LocalDate today() {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    @Test
    void aLongReportComesInPagesAndEachLineOnce() {
        var day = LocalDate.of(1999, 12, 31);
        var prefix = "old_" + UUID.randomUUID();
        jdbc.sql("""
            insert into sandbox.entry (day, kind, id, reference, amount_minor, currency, at)
            select :day, 'PAYMENT', :prefix || n, :prefix || n, n, 'CNY', :day::date
            from generate_series(1, 450) n
            """).param("day", day).param("prefix", prefix).update();
        assertThat(reported(day).stream()
                        .filter(line -> line.gatewayRef().startsWith(prefix))
                        .map(line -> line.amount().minor()))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 450).boxed().toList());
    }

    @Test
    void aReferenceIsNotUsedForAnotherAmount() {
        var intent = opened();
        var dearer = new Intent(
                intent.id(),
                List.of(new Share(intent.order(), Money.of(1, "CNY"))),
                intent.person(),
                intent.gateway(),
                Money.of(1, "CNY"),
                IntentState.UNKNOWN,
                null,
                null,
                intent.returnUrl(),
                intent.createdAt(),
                intent.askedAt(),
                null);
        assertThat(gateway().open(dearer, "")).isEqualTo(new Answer.Declined(null));
    }

    @Test
    void whoHasNotTheKeyLearnsAndDoesNothing() {
        var intent = opened();
        pays(intent);
        var stranger = town.gateway(
                url(), new SandboxAccount(town.account.merchant(), "sk_wrong", town.account.webhookSecret()));
        assertThat(stranger.open(anIntent(), "")).isEqualTo(new Answer.Declined(null));
        assertThat(stranger.ask(intent)).isInstanceOf(Answer.Silent.class);
        assertThat(stranger.refund(aRefund(intent, 1), intent)).isInstanceOf(RefundAnswer.Silent.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | 400",
                "[] | 400",
                "{} | 422",
                "{'reference':'r 1','amountMinor':1,'currency':'CNY','returnUrl':'http://a/','webhookUrl':'http://a/'}"
                        + " | 422",
                "{'reference':'r1','amountMinor':0,'currency':'CNY','returnUrl':'http://a/','webhookUrl':'http://a/'}"
                        + " | 422",
                "{'reference':'r1','amountMinor':-5,'currency':'CNY','returnUrl':'http://a/','webhookUrl':'http://a/'}"
                        + " | 422",
                "{'reference':'r1','amountMinor':1,'currency':'YUAN','returnUrl':'http://a/','webhookUrl':'http://a/'}"
                        + " | 422",
                "{'reference':'r1','amountMinor':1,'currency':'CNY','returnUrl':'javascript:x','webhookUrl':'http://a/'}"
                    + " | 422",
                "{'reference':'r1','amountMinor':1,'currency':'CNY','returnUrl':'http://a/','webhookUrl':'/a'} | 422",
            })
    void aRequestThatIsWrongIsRefusedWithASentence(String body, int status) {
        var answer = payer.send(HttpRequest.newBuilder(URI.create(url() + "/sandbox/api/payments"))
                .header("Authorization", "Bearer " + town.account.key())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("\"error\":");
    }

    @Test
    void thePageSpeaksThePayersLanguageAndPretendsNothing() {
        var intent = opened();
        var english = payer.looksAt(intent, "en-GB,en;q=0.9");
        assertThat(english.statusCode()).isEqualTo(200);
        assertThat(english.body()).contains("no real money", "CN¥128.00", "Haircut · 剪发", "lang=\"en\"");
        var chinese = payer.looksAt(intent, "zh-CN,zh;q=0.9,en;q=0.8");
        assertThat(chinese.body()).contains("不会产生真实扣款", "¥128.00", "lang=\"zh-CN\"");
        assertThat(english.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("form-action 'self' http://localhost"));
    }

    @Test
    void aDeclinedPaymentShowsTheWayBackAndStaysDeclined() {
        var intent = opened();
        assertThat(payer.chooses(intent, "decline").body()).contains("declined", intent.returnUrl());
        assertThat(payer.chooses(intent, "succeed").statusCode()).isEqualTo(200);
        assertThat(gateway().ask(intent)).isInstanceOf(Answer.Declined.class);
    }

    @Test
    void paidIsPaidWhateverIsChosenAfterwards() {
        var intent = opened();
        pays(intent);
        assertThat(payer.chooses(intent, "succeed").headers().firstValue("Location"))
                .hasValue(intent.returnUrl());
        payer.chooses(intent, "decline");
        assertThat(gateway().ask(intent)).isInstanceOf(Answer.Captured.class);
    }

    @Test
    void aChoiceThatIsNoneChangesNothing() {
        var intent = opened();
        assertThat(payer.chooses(intent, "perhaps").statusCode()).isEqualTo(422);
        assertThat(payer.chooses(intent, "").statusCode()).isEqualTo(422);
        assertThat(gateway().ask(intent)).isInstanceOf(Answer.Waiting.class);
    }

    @Test
    void aPageOfNoPaymentSaysSo() {
        var answer = payer.send(HttpRequest.newBuilder(URI.create(url() + "/sandbox/pay/pay_none")));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no such payment");
    }

    @Test
    void anAmountThatEndsIn41IsDeclinedWhateverThePayerDoes() {
        var intent = opened(Money.of(12_841, "CNY"));
        payer.chooses(intent, "succeed");
        assertThat(gateway().ask(intent)).isInstanceOf(Answer.Declined.class);
    }

    @Test
    void anAmountThatEndsIn08TimesOutWhenItIsOpenedAndIsThereWhenAsked() {
        var intent = anIntent(Money.of(12_808, "CNY"));
        assertThat(gateway().open(intent, "")).isInstanceOf(Answer.Silent.class);
        assertThat(gateway().ask(intent)).isInstanceOf(Answer.Waiting.class);
    }

    @Test
    void anAmountThatEndsIn09IsPaidLate() {
        var intent = opened(Money.of(12_809, "CNY"));
        payer.chooses(intent, "succeed");
        assertThat(gateway().ask(intent)).isInstanceOf(Answer.Waiting.class);
    }
}
