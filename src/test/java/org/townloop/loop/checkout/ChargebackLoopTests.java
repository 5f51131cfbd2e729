package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.LoopClient;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ledger.Broken;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.ledger.Payee;
import org.townloop.loop.ledger.PayoutBook;
import org.townloop.loop.payment.Chargebacks;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** FAULTS 16: a payer objects at the bank, before anything was had, afterwards, and when the merchant has the money. */
@TownTest
class ChargebackLoopTests {

    private static final Instant SATURDAY = Instant.parse("2026-11-28T07:00:00Z");
    private static final Money PRICE = Money.of(12_800, "CNY");

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Chargebacks chargebacks;

    @Autowired
    Ledger ledger;

    @Autowired
    PayoutBook payouts;

    @Autowired
    Atomically atomically;

    @Autowired
    Audit audit;

    @Autowired
    TestClock clock;

    private List<Broken> before;
    private LoopClient client;
    private TestSalon salon;
    private TestPeople resident;
    private TestPeople counter;
    private UUID haircut;
    private UUID order;
    private String page = "";

    @BeforeEach
    void aPaidHaircut() throws IOException {
        clock.set(TestClock.START);
        before = audit.run();
        client = new LoopClient(port);
        salon = TestSalon.with(1, 1);
        resident = TestPeople.resident(salon.region());
        counter = TestPeople.counterOf(salon);
        haircut = switch (offers.write(salon.haircut())) {
            case Outcome.Done<Offer>(var written) -> written.id().value();
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
        order = paid(SATURDAY);
    }

    @Test
    void whatIsObjectedToStandsStillAndIsRefundedOnceIfThePayerIsRight() throws Exception {
        var token = client.tokens(resident, order).getFirst();
        objects("open");
        client.order(resident, order, "DISPUTED");
        assertThat(client.redeem(counter, token, "n1").path("outcome").asString())
                .isEqualTo("REVOKED");
        assertThat(client.cancel(resident, order, "c1").status()).isEqualTo(409);
        objects("lost");
        client.order(resident, order, "REFUNDED");
        var money = ledger.of(order).orElseThrow();
        assertThat(money.refunded()).isEqualTo(PRICE);
        assertThat(money.held().isZero()).isTrue();
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void whatIsDecidedForTheMerchantGoesOnAsBefore() throws Exception {
        var token = client.tokens(resident, order).getFirst();
        objects("open");
        client.order(resident, order, "DISPUTED");
        objects("won");
        client.order(resident, order, "PAID");
        assertThat(client.redeem(counter, token, "n1").path("outcome").asString())
                .isEqualTo("REDEEMED");
        client.order(resident, order, "SETTLED");
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void whatWasReleasedIsTakenBackFromThoseWhoHaveIt() throws Exception {
        redeemed(order);
        var earned = balance();
        assertThat(earned).isPositive();
        objects("open");
        client.order(resident, order, "DISPUTED");
        assertThat(balance()).as("nothing is taken before it is decided").isEqualTo(earned);
        objects("lost");
        client.order(resident, order, "REFUNDED");
        assertThat(balance()).isZero();
        assertThat(ledger.of(order).orElseThrow().released().isZero()).isTrue();
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void whatWasReleasedAndIsDecidedForTheMerchantStays() throws Exception {
        redeemed(order);
        var earned = balance();
        objects("open");
        client.order(resident, order, "DISPUTED");
        objects("won");
        client.order(resident, order, "SETTLED");
        assertThat(balance()).isEqualTo(earned);
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void whatWasPaidOutIsTakenOffWhatTheMerchantEarnsNext() throws Exception {
        redeemed(order);
        var earned = balance();
        atomically.run(() -> Outcome.done(payouts.payOut(List.of(new PayoutBook.Payout(
                Ids.next(salon.region(), clock.instant()),
                new Payee.Merchant(salon.merchant().value()),
                new Money(earned, PRICE.currency()),
                "payout of a test " + UUID.randomUUID())))));
        assertThat(balance()).isZero();
        objects("open");
        objects("lost");
        client.order(resident, order, "REFUNDED");
        assertThat(balance()).isEqualTo(-earned);
        redeemed(paid(SATURDAY.plusSeconds(86_400)));
        assertThat(balance()).as("the next release nets it").isZero();
        assertThat(audit.run()).isEqualTo(before);
    }

    private UUID paid(Instant start) throws IOException {
        var id = client.hold(resident, haircut, start, UUID.randomUUID().toString())
                .id();
        page = client.pay(resident, id, UUID.randomUUID().toString()).text("redirectUrl");
        client.press(page, "succeed");
        client.order(resident, id, "PAID");
        return id;
    }

    private void redeemed(UUID id) throws IOException {
        var token = client.tokens(resident, id).getFirst();
        assertThat(client.redeem(counter, token, "n-" + id).path("outcome").asString())
                .isEqualTo("REDEEMED");
        client.order(resident, id, "SETTLED");
    }

    /** On the page of the payment of {@link #order}. */
    private void objects(String act) throws Exception {
        var known = chargebacks.of(order).stream().toList();
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(page + "/dispute"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("reason=not_received&act=" + act))
                                .build(),
                        BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(303);
        await().until(() -> !chargebacks.of(order).equals(known));
    }

    private long balance() {
        return ledger.statement(
                        salon.merchant().value(),
                        salon.region(),
                        PRICE.currency(),
                        TestClock.START.minusSeconds(86_400),
                        clock.instant().plusSeconds(86_400))
                .closing()
                .minor();
    }
}
