package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.Race;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Turns;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.payment.Intent;
import org.townloop.loop.payment.Intents;
import org.townloop.loop.voucher.ScanAnswer;
import org.townloop.loop.voucher.ScanOutcome;
import org.townloop.loop.voucher.Scanner;
import org.townloop.loop.voucher.Vouchers;

/** One order of a batch is in somebody else's hands: the others are served at once, and that one when it is free. */
@TownTest
class LockedOrderTests extends HeldInOneBatch {

    private static final int MANY = 64;
    private static final int LOCKED = 7;

    @Autowired
    BegunPayments payments;

    @Autowired
    PayCombiner payCombiner;

    @Autowired
    Payments listener;

    @Autowired
    CapturedOrders captured;

    @Autowired
    ScanBatches batches;

    @Autowired
    ScanCombiner scanCombiner;

    @Autowired
    FreeScans freeScans;

    @Autowired
    Orders orders;

    @Autowired
    Intents intents;

    @Autowired
    Vouchers vouchers;

    @Autowired
    Turns turns;

    @Autowired
    JdbcClient jdbc;

    private List<Order> bought;

    @BeforeEach
    void manyDinners() {
        var dinner = written(house.setMenu(MANY));
        var asked = IntStream.range(0, MANY)
                .mapToObj(i -> asked(resident(), dinner, DAY, 1))
                .toList();
        bought = heldAtLast(asked).stream().map(HeldInOneBatch::order).toList();
    }

    @Test
    void whoBeginsToPayForAnotherDoesNotWaitForIt() {
        var asked = bought.stream().map(LockedOrderTests::asks).toList();
        var begun = whileOneIsLocked(
                () -> assertThat(inOne(() -> payments.beginFree(asked))).hasSize(MANY - 1),
                i -> payCombiner.begin(asked.get(i)));
        assertThat(begun).hasSize(MANY).allMatch(each -> each instanceof Outcome.Done<Intent>);
        assertThat(bought).allMatch(order -> intents.of(order.id().value()).size() == 1);
    }

    /** The control: a batch that waits for all of them is over for all of them. */
    @Test
    void withoutLeavingItOutNobodyBeginsToPay() {
        var asked = bought.stream().map(LockedOrderTests::asks).toList();
        whileOneIsLocked(
                () -> assertThatThrownBy(() -> inOne(() -> {
                            turns.waitAtMost(Duration.ofMillis(200));
                            return payments.begin(asked);
                        }))
                        .hasMessageContaining("lock timeout"),
                i -> i);
    }

    @Test
    void moneyForOthersDoesNotWaitForIt() {
        var paid = bought.stream().map(this::captured).toList();
        whileOneIsLocked(
                () -> {
                    var free = inOne(() -> listener.lockFree(paid));
                    assertThat(free)
                            .hasSize(MANY - 1)
                            .doesNotContain(paid.get(LOCKED).id());
                },
                i -> i);
        assertThat(inOne(() -> listener.lockFree(paid))).hasSize(MANY);
    }

    @Test
    void whoeverScansAnotherDoesNotWaitForIt() {
        inOne(() -> {
            captured.settle(bought.stream().map(this::captured).toList());
            return 0;
        });
        var kitchen = TestPeople.counterOf(house);
        var from = new ScanBatches.From(Scanner.of(house.place(), new PersonId(kitchen.id())), null, null);
        var scans = bought.stream()
                .map(order -> vouchers.token(vouchers.of(order.id()).getFirst()))
                .map(token -> List.of(new Scan(token, "of " + token.hashCode(), 1, null, null)))
                .toList();
        var heard = whileOneIsLocked(
                () -> assertThat(inOne(() -> freeScans.of(scans.stream()
                                .map(scan -> batches.read(from, scan))
                                .toList())))
                        .hasSize(MANY - 1),
                i -> scanned(from, scans.get(i)));
        assertThat(heard).hasSize(MANY).containsOnly(ScanOutcome.REDEEMED);
    }

    /** All of them come at once; those who want another order have their answer while the one is still locked. */
    private <T> List<T> whileOneIsLocked(Runnable first, IntFunction<T> act) {
        var isLocked = new CountDownLatch(1);
        var isOver = new CountDownLatch(1);
        var answers = new ConcurrentHashMap<Integer, T>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(() -> inOne(() -> {
                orders.lock(bought.get(LOCKED).id());
                isLocked.countDown();
                return await(isOver);
            }));
            try {
                await(isLocked);
                first.run();
                threads.execute(() ->
                        Race.of(IntStream.range(0, MANY).mapToObj(i -> () -> answers.put(i, act.apply(i)))));
                Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> answers.size() >= MANY - 1);
            } finally {
                isOver.countDown();
            }
        }
        return List.copyOf(answers.values());
    }

    private <T> T inOne(Supplier<T> work) {
        return Objects.requireNonNull(transaction().execute(status -> work.get()));
    }

    private ScanOutcome scanned(ScanBatches.From from, List<Scan> scan) {
        return switch (scanCombiner.judge(from, scan).orElseGet(() -> batches.judge(from, scan))) {
            case Outcome.Done<List<ScanAnswer>>(var answers) ->
                answers.getFirst().outcome();
            case Outcome.Refused<List<ScanAnswer>>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    private static PayAsked asks(Order order) {
        var id = order.id();
        var by = new Actor(order.resident(), "Lin", order.place().region(), Locale.CHINA, List.of());
        return new PayAsked(
                Paying.Payer.of(by),
                List.of(id),
                "sandbox",
                "http://town.example/orders/" + id.value(),
                new Idempotency.Call(order.resident().value(), "pay", "key", List.of(id, "sandbox")));
    }

    private Intent captured(Order order) {
        var id = inOne(() -> {
            var begun = intents.record(
                    order.id().value(), order.resident(), "sandbox", order.total(), "http://town.example/orders");
            jdbc.sql("update payment.intent set state = 'CAPTURED', closed_at = now() where id = ?")
                    .param(begun.id().value())
                    .update();
            return begun.id();
        });
        return intents.get(id);
    }
}
