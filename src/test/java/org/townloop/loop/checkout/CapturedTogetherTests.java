package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.LoopClient;
import org.townloop.Race;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ledger.Broken;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.ledger.OrderMoney;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.payment.Intent;
import org.townloop.loop.payment.IntentState;
import org.townloop.loop.payment.Intents;
import org.townloop.loop.payment.Refund;
import org.townloop.loop.payment.Refunds;
import org.townloop.loop.voucher.Voucher;
import org.townloop.loop.voucher.Vouchers;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offer;

/** Money that arrives for many orders at one moment: each of them is judged by itself. */
@TownTest
class CapturedTogetherTests extends HeldInOneBatch {

    @LocalServerPort
    int port;

    @Autowired
    CapturedOrders captured;

    @Autowired
    Orders orders;

    @Autowired
    Intents intents;

    @Autowired
    Refunds refunds;

    @Autowired
    Vouchers vouchers;

    @Autowired
    Ledger ledger;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient jdbc;

    private List<Broken> before;

    @BeforeEach
    void audit() {
        before = audit.run();
    }

    /** A batch comes to what its captures come to one after another. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void eachOrderIsPaidOrItsMoneyGoesBack(boolean together) {
        var late = hold(haircut, 0, 1);
        var tooLate = hold(haircut, 0, 1);
        clock.move(Holds.KEPT.plusMinutes(1));
        var inTime = hold(haircut, 0, 1);
        var dinner = hold(menu, 0, 2);
        var twice = hold(haircut, 1, 1);
        var off = hold(haircut, 2, 1);
        checkouts.cancel(actor(off), off.id(), "off " + off.id());

        arrived(List.of(late, tooLate, inTime, dinner, twice, twice, off), together);

        assertThat(List.of(late, tooLate, inTime, dinner, twice, off))
                .extracting(order -> orders.get(order.id()).state())
                .containsExactly(
                        OrderState.PAID,
                        OrderState.EXPIRED,
                        OrderState.PAID,
                        OrderState.PAID,
                        OrderState.PAID,
                        OrderState.CANCELLED);
        assertThat(List.of(late, tooLate, inTime, dinner, twice, off))
                .extracting(order -> vouchers.of(order.id()).stream()
                        .mapToInt(Voucher::units)
                        .sum())
                .containsExactly(1, 0, 1, 2, 1, 0);
        assertThat(List.of(late, inTime, dinner))
                .allMatch(order -> held(order) == order.total().minor());
        assertThat(refunds.of(twice.id().value())).extracting(Refund::reason).containsExactly("paid twice");
        assertThat(held(twice)).isEqualTo(twice.total().minor());
        assertThat(List.of(tooLate, off))
                .allMatch(order -> held(order) == 0)
                .allMatch(order -> refunds.of(order.id().value()).size() == 1);
        assertThat(count("booking.claim where place_id = any (?) and expires_at is null"))
                .as("three cuts: a person and a chair each")
                .isEqualTo(6);
        assertThat(count("booking.day_claim where place_id = any (?) and expires_at is null"))
                .isOne();
        assertThat(audit.run()).isEqualTo(before);
    }

    /** They pay at once, and half of them call off at once: whichever comes first, nobody loses both. */
    @Test
    void whoCallsOffWhileMoneyArrivesForManyHasOneOrTheOther() throws IOException {
        var client = new LoopClient(port);
        var large = TestSalon.with(12, 12);
        var cut = written(large.haircut()).id().value();
        var people = IntStream.range(0, 12)
                .mapToObj(i -> TestPeople.resident(large.region()))
                .toList();
        var held = new ArrayList<UUID>();
        var pages = new ArrayList<String>();
        for (int i = 0; i < people.size(); i++) {
            held.add(client.hold(people.get(i), cut, THREE, "hold").id());
            pages.add(client.pay(people.get(i), held.get(i), "pay").text("redirectUrl"));
        }
        var acts = new ArrayList<Runnable>();
        for (int i = 0; i < people.size(); i++) {
            var mine = i;
            acts.add(() -> io(() -> client.press(pages.get(mine), "succeed")));
            if (i % 2 == 0) {
                acts.add(() -> io(() -> client.cancel(people.get(mine), held.get(mine), "off")));
            }
        }
        Race.of(acts.stream());

        for (int i = 0; i < people.size(); i++) {
            var order = held.get(i);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> intents.of(order).getFirst().state() == IntentState.CAPTURED);
            var isPaid = orders.get(new OrderId(order)).state() == OrderState.PAID;
            var money = ledger.of(order).orElseThrow();
            assertThat(isPaid || i % 2 == 0).as("nobody else called it off").isTrue();
            assertThat(isPaid ? money.held() : money.refunded()).isEqualTo(money.captured());
        }
        assertThat(audit.run()).isEqualTo(before);
    }

    private interface Call {
        Object make() throws IOException;
    }

    private static void io(Call call) {
        try {
            call.make();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Order hold(Offer offer, int hour, int quantity) {
        var resident = resident();
        var start = offer.isWalkIn() ? DAY : THREE.plus(Duration.ofHours(hour));
        return switch (checkouts.hold(resident, wish(offer, start, quantity), "hold")) {
            case Outcome.Done<Order>(var order) -> order;
            case Outcome.Refused<Order>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    private Actor actor(Order order) {
        return new Actor(order.resident(), "Lin", salon.region(), Locale.CHINA, List.of());
    }

    /** A payment for each, in that order. */
    private void arrived(List<Order> paid, boolean together) {
        var arrived = transaction().execute(status -> {
            var begun = paid.stream().map(this::captured).toList();
            if (together) {
                captured.settle(begun);
            }
            return begun;
        });
        if (!together) {
            Objects.requireNonNull(arrived)
                    .forEach(intent -> transaction().executeWithoutResult(status -> captured.settle(List.of(intent))));
        }
    }

    private Intent captured(Order order) {
        var begun = intents.record(
                order.id().value(), order.resident(), "sandbox", order.total(), "http://town.example/orders");
        jdbc.sql("update payment.intent set state = 'CAPTURED', closed_at = now() where id = ?")
                .param(begun.id().value())
                .update();
        return intents.get(begun.id());
    }

    private long held(Order order) {
        return ledger.of(order.id().value()).map(OrderMoney::held).orElseThrow().minor();
    }
}
