package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ledger.Broken;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.payment.Intent;
import org.townloop.loop.payment.Intents;
import org.townloop.loop.payment.Refund;
import org.townloop.loop.payment.Refunds;
import org.townloop.loop.payment.RefusedRefunds;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** An order whose money came twice: the second goes back at once, the first stays the one that was paid with. */
@TownTest
class PaidTwiceTests {

    private static final Instant SATURDAY = Instant.parse("2026-11-28T07:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Intents intents;

    @Autowired
    Refunds refunds;

    @Autowired
    RefusedRefunds refused;

    @Autowired
    Payments payments;

    @Autowired
    Orders orders;

    @Autowired
    Cancelling cancelling;

    @Autowired
    Atomically atomically;

    @Autowired
    Audit audit;

    @Autowired
    TestClock clock;

    private List<Broken> before;
    private LoopClient client;
    private TestPeople resident;
    private UUID order;

    @BeforeEach
    void aPaidHaircut() throws IOException {
        clock.set(TestClock.START);
        before = audit.run();
        client = new LoopClient(port);
        var salon = TestSalon.with(1, 1);
        resident = TestPeople.resident(salon.region());
        var haircut = switch (offers.write(salon.haircut())) {
            case Outcome.Done<Offer>(var written) -> written.id().value();
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
        order = client.hold(resident, haircut, SATURDAY, UUID.randomUUID().toString())
                .id();
        var payment = client.pay(resident, order, UUID.randomUUID().toString());
        client.press(payment.text("redirectUrl"), "succeed");
        client.order(resident, order, "PAID");
    }

    @Test
    void whoCancelsAnOrderThatWasPaidTwiceGetsBothBack() throws IOException {
        var paidBy = intents.of(order).getFirst();
        var late = capturedLate();
        assertThat(client.cancel(resident, order, "c1").status()).isEqualTo(200);
        assertThat(refunds.of(order)).extracting(Refund::intent).containsExactlyInAnyOrder(paidBy.id(), late.id());
        assertThat(refunds.of(order))
                .extracting(refund -> refund.amount().minor())
                .containsOnly(12_800L);
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void theOrderIsRefundedWhenTheLastOfItsPaymentsHasGoneBack() throws IOException {
        var late = capturedLate();
        var id = new OrderId(order);
        done(atomically.run(() -> cancelling.cancel(orders.lock(id))));
        var second = refunds.of(order).stream()
                .filter(refund -> refund.intent().equals(late.id()))
                .findFirst()
                .orElseThrow();
        paidBack(second);
        assertThat(orders.get(id).state()).isEqualTo(OrderState.CANCELLED);
        refunds.of(order).stream()
                .filter(refund -> !refund.id().equals(second.id()))
                .forEach(this::paidBack);
        assertThat(orders.get(id).state()).isEqualTo(OrderState.REFUNDED);
    }

    @Test
    void anOrderOfWhichAPartIsOwedIsNotCalledRefundedWhicheverCameFirst() throws IOException {
        var late = capturedLate();
        var id = new OrderId(order);
        done(atomically.run(() -> cancelling.cancel(orders.lock(id))));
        var failed = refunds.of(order).stream()
                .filter(refund -> refund.intent().equals(late.id()))
                .findFirst()
                .orElseThrow();
        became(failed, "FAILED");
        done(atomically.run(() -> {
            payments.refundFailed(refunds.get(failed.id()));
            return Outcome.done(failed);
        }));
        refunds.of(order).stream()
                .filter(refund -> !refund.id().equals(failed.id()))
                .forEach(this::paidBack);
        assertThat(orders.get(id).state()).isEqualTo(OrderState.CANCELLED);

        var operator = new PersonId(UUID.randomUUID());
        var again = done(atomically.run(() -> refused.again(refunds.get(failed.id()), operator)));
        paidBack(again);
        assertThat(orders.get(id).state()).as("by another attempt").isEqualTo(OrderState.REFUNDED);
        assertThat(audit.run()).isEqualTo(before);
    }

    /** A payment of the same order that its gateway had lost from sight, and now says was captured. */
    private Intent capturedLate() {
        var intent = done(atomically.run(() -> Outcome.done(intents.record(
                order,
                new PersonId(resident.id()),
                "sandbox",
                Money.of(12_800, "CNY"),
                "http://town.example/orders/" + order))));
        TestTown.jdbc()
                .sql("update payment.intent set state = 'CAPTURED', closed_at = now() where id = ?")
                .param(intent.id().value())
                .update();
        return done(atomically.run(() -> {
            payments.captured(List.of(intents.get(intent.id())));
            return Outcome.done(intent);
        }));
    }

    private void paidBack(Refund refund) {
        became(refund, "SUCCEEDED");
        done(atomically.run(() -> {
            payments.refunded(refunds.get(refund.id()));
            return Outcome.done(refund);
        }));
    }

    private static void became(Refund refund, String state) {
        TestTown.jdbc()
                .sql("update payment.refund set state = ?, closed_at = now(),"
                        + " failure = case when ? = 'FAILED' then 'OTHER' end where id = ?")
                .params(state, state, refund.id().value())
                .update();
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
