package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.Race;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ledger.Broken;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.payment.Intent;
import org.townloop.loop.payment.Intents;
import org.townloop.loop.voucher.ScanAnswer;
import org.townloop.loop.voucher.ScanOutcome;
import org.townloop.loop.voucher.Scanner;
import org.townloop.loop.voucher.Voucher;
import org.townloop.loop.voucher.Vouchers;

/** Scans of many counters that are judged in one transaction, one after the other. */
@TownTest
class ScannedTogetherTests extends HeldInOneBatch {

    @Autowired
    ScanBatches batches;

    @Autowired
    ScanCombiner combiner;

    @Autowired
    CapturedOrders captured;

    @Autowired
    Intents intents;

    @Autowired
    Orders orders;

    @Autowired
    Vouchers vouchers;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient jdbc;

    private List<Broken> before;
    private ScanBatches.From till;
    private ScanBatches.From otherTill;
    private ScanBatches.From kitchen;

    @BeforeEach
    void counters() {
        before = audit.run();
        till = counter(TestPeople.counterOf(salon), true);
        otherTill = counter(TestPeople.counterOf(salon), true);
        kitchen = counter(TestPeople.counterOf(house), false);
    }

    /** A batch comes to what its scans come to one after another. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void eachCounterHearsWhatItWouldHearAlone(boolean together) {
        var cut = token(paid(bought(cut(THREE, 1))));
        var dinner = token(paid(bought(dinner(3))));
        var answers = judged(
                together,
                read(till, cut, "a", 1),
                read(otherTill, cut, "a", 1),
                read(till, cut, "a", 1),
                read(kitchen, cut, "b", 1),
                read(kitchen, dinner, "c", 2),
                read(kitchen, dinner, "d", 2),
                read(kitchen, dinner, "e", 1),
                read(till, "no token at all", "f", 1));

        assertThat(answers)
                .extracting(ScanAnswer::outcome)
                .containsExactly(
                        ScanOutcome.REDEEMED,
                        ScanOutcome.ALREADY_REDEEMED,
                        ScanOutcome.REDEEMED,
                        ScanOutcome.WRONG_PLACE,
                        ScanOutcome.REDEEMED,
                        answers.get(5).outcome(),
                        ScanOutcome.REDEEMED,
                        ScanOutcome.BAD_SIGNATURE);
        assertThat(answers.get(5).outcome()).as("one is left of three").isNotEqualTo(ScanOutcome.REDEEMED);
        assertThat(answers.get(2)).as("the same nonce of the same counter").isEqualTo(answers.get(0));
        assertThat(Objects.requireNonNull(answers.get(1).first()).counter())
                .isEqualTo(till.scanner().id());
        assertThat(count("visit.visit where place_id = any (?)")).isEqualTo(3);
        assertThat(count("voucher.scan where place_id = any (?)")).isEqualTo(7);
        assertThat(count("voucher.voucher where place_id = any (?) and state = 'REDEEMED' and redeemed_by is not null"))
                .isEqualTo(2);
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void theFirstScanThatIsStoredWinsAlsoAmongManyCountersAtOnce() {
        var tokens = IntStream.range(0, 4)
                .mapToObj(i -> token(paid(bought(cut(THREE.plusSeconds(3600L * (i / 2)), 1)))))
                .toList();
        var counters = IntStream.range(0, 6)
                .mapToObj(i -> counter(TestPeople.counterOf(salon), true))
                .toList();
        var outcomes = new ArrayList<Queue<ScanOutcome>>();
        var scans = new ArrayList<Runnable>();
        for (var token : tokens) {
            var heard = new ConcurrentLinkedQueue<ScanOutcome>();
            outcomes.add(heard);
            counters.forEach(counter -> scans.add(() ->
                    heard.add(asked(counter, token, "of " + token.hashCode()).outcome())));
        }
        Race.of(scans.stream());
        assertThat(outcomes)
                .allSatisfy(heard -> assertThat(heard)
                        .hasSize(6)
                        .containsOnlyOnce(ScanOutcome.REDEEMED)
                        .containsOnly(ScanOutcome.REDEEMED, ScanOutcome.ALREADY_REDEEMED));
        assertThat(audit.run()).isEqualTo(before);
    }

    /** The books know less of an order than its voucher is worth: its redemption fails, and no other with it. */
    @Test
    void aBadOneFailsAlone() {
        var bad = paid(bought(cut(THREE, 1)));
        var good = IntStream.range(0, 6)
                .mapToObj(i -> paid(bought(cut(THREE.minusSeconds(3600L * (1 + i / 2)), 1))))
                .toList();
        var asked = new ArrayList<>(good.stream().map(this::token).toList());
        asked.add(3, token(bad));
        booked(bad, -1);
        var redeemed = new ConcurrentLinkedQueue<ScanOutcome>();
        Race.of(asked.stream().map(token -> () -> {
            try {
                redeemed.add(asked(till, token, "of " + token.hashCode()).outcome());
            } catch (RuntimeException e) {
                assertThat(token).isEqualTo(asked.get(3));
            }
        }));
        booked(bad, 1);
        assertThat(redeemed).hasSize(6).containsOnly(ScanOutcome.REDEEMED);
        assertThat(orders.get(bad.id()).state()).isEqualTo(OrderState.PAID);
        assertThat(asked(till, asked.get(3), "again").outcome()).isEqualTo(ScanOutcome.REDEEMED);
        assertThat(audit.run()).isEqualTo(before);
    }

    private void booked(Order order, int more) {
        JdbcClient.create(TestTown.owner())
                .sql("update ledger.order_total set captured = captured + ? where order_id = ?")
                .params(more, order.id().value())
                .update();
    }

    private ScanAnswer asked(ScanBatches.From from, String token, String nonce) {
        var scan = List.of(new Scan(token, nonce, 1, null, null));
        return switch (combiner.judge(from, scan).orElseGet(() -> batches.judge(from, scan))) {
            case Outcome.Done<List<ScanAnswer>>(var answers) -> answers.getFirst();
            case Outcome.Refused<List<ScanAnswer>>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    private List<ScanAnswer> judged(boolean together, ScanBatches.Read... reads) {
        if (together) {
            return inOne(List.of(reads));
        }
        return List.of(reads).stream()
                .flatMap(read -> inOne(List.of(read)).stream())
                .toList();
    }

    private List<ScanAnswer> inOne(List<ScanBatches.Read> reads) {
        var judged = Objects.requireNonNull(transaction().execute(status -> batches.judgeEach(reads)));
        return switch (judged) {
            case Outcome.Done<List<List<ScanAnswer>>>(var answers) ->
                answers.stream().map(List::getFirst).toList();
            case Outcome.Refused<List<List<ScanAnswer>>>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    private ScanBatches.Read read(ScanBatches.From from, String token, String nonce, int units) {
        return batches.read(from, List.of(new Scan(token, nonce, units, null, null)));
    }

    private ScanBatches.From counter(TestPeople person, boolean atSalon) {
        var place = (atSalon ? salon : house).place();
        return new ScanBatches.From(Scanner.of(place, new PersonId(person.id())), null, null);
    }

    private String token(Order order) {
        Voucher voucher = vouchers.of(order.id()).getFirst();
        return vouchers.token(voucher);
    }

    private Order bought(HoldAsked asked) {
        return switch (checkouts.hold(
                asked.actor(), asked.wish(), UUID.randomUUID().toString())) {
            case Outcome.Done<Order>(var order) -> order;
            case Outcome.Refused<Order>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    private Order paid(Order order) {
        transaction().executeWithoutResult(status -> {
            Intent begun = intents.record(
                    order.id().value(), order.resident(), "sandbox", order.total(), "http://town.example/orders");
            jdbc.sql("update payment.intent set state = 'CAPTURED', closed_at = now() where id = ?")
                    .param(begun.id().value())
                    .update();
            captured.settle(List.of(intents.get(begun.id())));
        });
        return order;
    }
}
