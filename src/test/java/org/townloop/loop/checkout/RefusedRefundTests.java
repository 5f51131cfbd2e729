package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Grant;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.Role;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.payment.PaymentReason;
import org.townloop.loop.payment.Reconciler;
import org.townloop.loop.payment.Refund;
import org.townloop.loop.payment.RefundFailure;
import org.townloop.loop.payment.RefundState;
import org.townloop.loop.payment.Refunds;
import org.townloop.loop.stored.Card;

/**
 * A gateway refuses what it was to pay back, of an order that was paid with a card as well: what goes back onto the card is
 * there, the rest is owed until it went on in one way.
 */
@TownTest
class RefusedRefundTests extends CardPaymentDay {

    @Autowired
    private RefusedRefundDesk desk;

    @Autowired
    private Refunds refunds;

    @Autowired
    private Reconciler reconciler;

    private Actor first;
    private Actor second;
    private @Nullable CardPayment payment;

    @BeforeEach
    void twoOperators() {
        first = operator();
        second = operator();
    }

    /** The gateway's part ends in 51: it is always refused. */
    @Test
    void whatTheGatewayRefusesIsOwedUntilASecondOperatorConfirmsThatItWasPaidOtherwise() throws IOException {
        var gift = gift(6_049);
        var order = calledOff(gift);
        var refused = only(order, RefundState.FAILED);
        assertThat(refused.failure()).isEqualTo(RefundFailure.ACCOUNT_CLOSED);
        assertThat(refused.amount().minor()).isEqualTo(6_751);
        assertThat(on(gift)).isEqualTo(6_049);
        assertThat(payable(order)).isEqualTo(6_751);
        isSound();

        assertThat(reason(desk.enter(first, refused.id(), "  ", key())))
                .isEqualTo(CheckoutReason.REFUND_REFERENCE_INVALID);
        done(desk.enter(first, refused.id(), "BANK-76", key()));
        done(desk.withdraw(first, refused.id(), key()));
        done(desk.enter(first, refused.id(), "BANK-77", key()));
        assertThat(reason(desk.enter(second, refused.id(), "BANK-78", key()))).isEqualTo(PaymentReason.REFUND_SETTLED);
        assertThat(reason(desk.askAgain(second, refused.id(), key()))).isEqualTo(PaymentReason.REFUND_SETTLED);
        assertThat(reason(desk.confirm(first, refused.id(), key()))).isEqualTo(CheckoutReason.REFUND_NOT_CONFIRMED);
        assertThat(payable(order)).as("nothing moves before it is confirmed").isEqualTo(6_751);
        isSound();

        var pressed = key();
        done(desk.confirm(second, refused.id(), pressed));
        done(desk.confirm(second, refused.id(), pressed));
        settled(order, OrderState.REFUNDED);
        assertThat(payable(order)).isZero();
        assertThat(reason(desk.withdraw(first, refused.id(), key()))).isEqualTo(PaymentReason.REFUND_SETTLED);
        await().untilAsserted(() -> assertThat(told(order)).contains("REFUND_REFUSED", "REFUNDED"));
        isSound();
    }

    /** It ends in 52: the first attempt is refused, the second is not. */
    @Test
    void askedAgainItIsAnotherAttemptAndADoubleClickAsksOnce() throws IOException {
        var order = calledOff(gift(6_048));
        var refused = only(order, RefundState.FAILED);
        assertThat(refused.failure()).isEqualTo(RefundFailure.BALANCE);
        var pressed = key();
        var attempt = done(desk.askAgain(first, refused.id(), pressed));
        assertThat(done(desk.askAgain(first, refused.id(), pressed))).isEqualTo(attempt);
        assertThat(reason(desk.askAgain(second, refused.id(), key()))).isEqualTo(PaymentReason.REFUND_SETTLED);
        settled(order, OrderState.REFUNDED);
        assertThat(states(order)).containsExactlyInAnyOrder(RefundState.ASKED_AGAIN, RefundState.SUCCEEDED);
        assertThat(payable(order)).isZero();
        isSound();
    }

    @Test
    void whatIsRefusedOnceMoreGoesOnFromThere() throws IOException {
        var order = calledOff(gift(6_049));
        var attempt = done(desk.askAgain(first, only(order, RefundState.FAILED).id(), key()));
        assertThat(refunds.get(attempt).state()).isEqualTo(RefundState.FAILED);
        assertThat(payable(order)).isEqualTo(6_751);
        done(desk.enter(first, attempt, "BANK-80", key()));
        done(desk.confirm(second, attempt, key()));
        settled(order, OrderState.REFUNDED);
        assertThat(states(order)).containsExactlyInAnyOrder(RefundState.ASKED_AGAIN, RefundState.PAID_OTHERWISE);
        isSound();
    }

    /** It ends in 53: the gateway pays back, and its answer is lost. */
    @Test
    void whatTheGatewayDidNotAnswerIsFoundByAsking() throws IOException {
        var order = calledOff(gift(6_047));
        only(order, RefundState.UNKNOWN);
        clock.move(Duration.ofMinutes(1));
        await().untilAsserted(() -> {
            reconciler.resolve();
            assertThat(states(order)).containsExactly(RefundState.SUCCEEDED);
        });
        settled(order, OrderState.REFUNDED);
        isSound();
    }

    @Test
    void whoseMoneyItIsSeesToItNotThemselves() throws IOException {
        var refused = only(calledOff(gift(6_049)), RefundState.FAILED);
        var own = operator(resident.person());
        assertThat(reason(desk.enter(own, refused.id(), "BANK-77", key()))).isEqualTo(CheckoutReason.REFUND_IS_OWN);
    }

    /** The bank has given it to the payer meanwhile: it is not owed any more, and the platform is out of nothing. */
    @Test
    void whatThePayerHasByAChargebackIsOwedNoMore() throws Exception {
        var order = calledOff(gift(6_049));
        var refused = only(order, RefundState.FAILED);
        objects("open");
        await().until(() -> chargebacks(order, "OPEN") == 1);
        assertThat(reason(desk.enter(first, refused.id(), "BANK-77", key()))).isEqualTo(PaymentReason.PAYMENT_DISPUTED);
        assertThat(reason(desk.askAgain(first, refused.id(), key()))).isEqualTo(PaymentReason.PAYMENT_DISPUTED);
        objects("lost");
        await().until(() -> chargebacks(order, "LOST") == 1);
        only(order, RefundState.CHARGED_BACK);
        settled(order, OrderState.REFUNDED);
        assertThat(payable(order)).isZero();
        isSound();
    }

    /** Of the haircut the card pays so much, the gateway the rest; both are to go back. */
    private Order calledOff(Card gift) throws IOException {
        var order = held(0);
        var paying = done(pay(order, "sandbox", gift));
        payment = paying;
        press(paying, "succeed");
        settled(order, OrderState.PAID);
        checkouts.cancel(resident, order.id(), "off");
        return order;
    }

    private Refund only(Order order, RefundState state) {
        var found = refunds.of(order.id().value());
        assertThat(found)
                .singleElement()
                .satisfies(refund -> assertThat(refund.state()).isEqualTo(state));
        return found.getFirst();
    }

    private List<RefundState> states(Order order) {
        return refunds.of(order.id().value()).stream().map(Refund::state).toList();
    }

    private long payable(Order order) {
        return TestTown.jdbc()
                .sql("""
                    select coalesce(sum(case when t.credit_id = a.id then t.amount_minor else -t.amount_minor end), 0)
                    from ledger.account a
                    join ledger.transfer t on t.region_id = a.region_id and a.id in (t.credit_id, t.debit_id)
                    where a.region_id = ? and a.kind = 'REFUNDS_PAYABLE' and t.order_id = ?
                    """)
                .params(salon.region().number(), order.id().value())
                .query(Long.class)
                .single();
    }

    private long chargebacks(Order order, String state) {
        return TestTown.jdbc()
                .sql("""
                    select count(*) from payment.chargeback c join payment.share s
                        on (s.region_id, s.intent_id) = (c.region_id, c.intent_id)
                    where s.order_id = ? and c.state = ?
                    """)
                .params(order.id().value(), state)
                .query(Long.class)
                .single();
    }

    private List<String> told(Order order) {
        return TestTown.jdbc()
                .sql("select kind from notice.notice where subject_id = ? and person_id = ?")
                .params(order.id().value(), person.id())
                .query((row, number) -> row.getString("kind"))
                .list();
    }

    private void objects(String act) throws Exception {
        var page = URI.create(
                Objects.requireNonNull(Objects.requireNonNull(payment).intent()).redirectUrl() + "/dispute");
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(page)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("reason=not_received&act=" + act))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(303);
    }

    private Actor operator() {
        return operator(new PersonId(TestPeople.inRole("OPERATOR", salon).id()));
    }

    private Actor operator(PersonId person) {
        return new Actor(
                person,
                "Op",
                salon.region(),
                Locale.CHINA,
                List.of(new Grant(Role.OPERATOR, salon.region(), null, null)));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
