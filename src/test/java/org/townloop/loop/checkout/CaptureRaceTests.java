package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.Rounds;
import org.townloop.TownTest;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.EventLog;
import org.townloop.loop.coupon.CouponUses;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.ordering.UnlockedOrders;
import org.townloop.loop.payment.Intent;
import org.townloop.loop.payment.Intents;
import org.townloop.loop.payment.Refunds;
import org.townloop.supply.booking.Bookings;
import tools.jackson.databind.JsonNode;

/**
 * The money of a basket arrives while one of its orders is called off. The lock on the orders makes one wait for the other;
 * without it only the guard of the states sees that the order is not any more what it was read as.
 */
@TownTest
class CaptureRaceTests extends TwoSalons {

    @Autowired
    ApplicationContext town;

    @Autowired
    Checkouts checkouts;

    @Autowired
    Intents intents;

    @Autowired
    Orders orders;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Rounds
    void whoCallsOffWaitsForTheMoneyAndGetsItBack() throws IOException {
        var basket = held(item(haircut, SATURDAY), item(otherHaircut, SATURDAY));
        var intent = opened(basket);
        var cancelling = cancelling(orders(basket).getFirst());
        capture(intent, true, cancelling);
        join(cancelling, 20_000);
        assertThat(state(basket, 0)).isIn("CANCELLED", "REFUNDED");
        assertThat(state(basket, 1)).isEqualTo("PAID");
        assertThat(ledger.of(orders(basket).getFirst()).orElseThrow().held().isZero())
                .isTrue();
        assertThat(audit.run()).isEqualTo(before);
    }

    /** The control: the whole capture is undone, and has to be told again. */
    @Test
    void withoutTheLockOnlyTheGuardSeesThatItWasCalledOff() throws IOException {
        var basket = held(item(haircut, SATURDAY), item(otherHaircut, SATURDAY));
        var intent = opened(basket);
        assertThatThrownBy(
                        () -> capture(intent, false, cancelling(orders(basket).getFirst())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("changed its state");
        assertThat(state(basket, 1)).isEqualTo("HELD");
        capture(intent, true, new Thread(() -> {}));
        assertThat(state(basket, 0)).isIn("CANCELLED", "REFUNDED");
        assertThat(state(basket, 1)).isEqualTo("PAID");
        assertThat(audit.run()).isEqualTo(before);
    }

    /** As the gateway's word is taken; when the orders are read, the other one goes as far as they get. */
    private void capture(Intent intent, boolean locked, Thread other) {
        var captured = new CapturedOrders(
                UnlockedOrders.of(town, locked, () -> {
                    other.start();
                    join(other, 500);
                }),
                offers,
                town.getBean(Bookings.class),
                town.getBean(StillFree.class),
                town.getBean(CardsAtCapture.class),
                town.getBean(CouponUses.class),
                town.getBean(Refunds.class),
                ledger,
                town.getBean(PaidOrders.class),
                town.getBean(EventLog.class),
                town.getBean(Clock.class));
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.update(
                    "update payment.intent set state = 'CAPTURED' where id = ?",
                    intent.id().value());
            captured.settle(List.of(intent));
        });
    }

    private Thread cancelling(UUID order) {
        var owner = new Actor(new PersonId(resident.id()), "Li", here.region(), Locale.ENGLISH, List.of());
        return Thread.ofVirtual().unstarted(() -> checkouts.cancel(owner, new OrderId(order), "off " + order));
    }

    private Intent opened(JsonNode basket) throws IOException {
        open(basket);
        return intents.of(orders(basket).getFirst()).getFirst();
    }

    private String state(JsonNode basket, int order) {
        return orders.get(new OrderId(orders(basket).get(order))).state().name();
    }

    private static void join(Thread thread, long millis) {
        try {
            thread.join(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
