package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.Race;
import org.townloop.TownTest;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ordering.GivenBack;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;
import org.townloop.supply.TestSalon;

/**
 * A merchant gives money back while the counter scans and the resident calls off, or twice at once. The lock on the order
 * lets one of them be first; without it they all believe that they are, and only the books stop them.
 */
@TownTest
class RefundRaceTests extends RefundDay {

    private static final int RACES = 8;

    @Autowired
    GivingBack givingBack;

    @Autowired
    Cancelling cancelling;

    @Autowired
    Orders orders;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void givingBackAgainstTheScanAgainstCallingOff() throws IOException {
        for (int race = 0; race < RACES; race++) {
            var order = haircut();
            var token = client.tokens(resident, order).getFirst();
            Race.of(Stream.of(
                    () -> quietly(() -> giveBack(order, HAIRCUT, "g").status()),
                    () -> quietly(() -> client.redeem(counter, token, "n").size()),
                    () -> quietly(() -> client.cancel(resident, order, "c").status())));
            assertThat(money(order)).isEqualTo(List.of(HAIRCUT, 0L, HAIRCUT));
            at(TestSalon.with(1, 1));
        }
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void noMoreGoesBackThanWasPaidHoweverManyGiveAtOnce() throws IOException {
        var order = haircut();
        var answers = Race.of(
                8, hand -> quietly(() -> giveBack(order, 5_000, "g" + hand).status()));
        assertThat(answers).containsOnly(201, 409);
        assertThat(answers.stream().filter(status -> status == 201)).hasSize(2);
        assertThat(money(order)).isEqualTo(List.of(HAIRCUT, 0L, 10_000L));
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void withTheLockWhoComesSecondIsToldSo() throws IOException {
        assertThat(both(new OrderId(haircut()), orders::lock))
                .hasSize(1)
                .allMatch(said -> said instanceof CheckoutReason);
        assertThat(audit.run()).isEqualTo(before);
    }

    /** The control: the books alone keep the money right, but sooner or later somebody is not told why. */
    @Test
    void withoutTheLockBothGoAheadUntilTheBooksRefuse() throws IOException {
        var isToldWhy = true;
        for (int race = 0; race < 2 * RACES && isToldWhy; race++) {
            var order = haircut();
            isToldWhy = both(new OrderId(order), orders::get).stream().allMatch(said -> said instanceof CheckoutReason);
            assertThat(money(order).get(2)).isIn(0L, HAIRCUT);
            at(TestSalon.with(1, 1));
        }
        assertThat(isToldWhy).isFalse();
        assertThat(audit.run()).isEqualTo(before);
    }

    /** What those were told who did not succeed: a reason, or what was thrown. */
    private List<Object> both(OrderId id, Function<OrderId, Order> read) {
        var ready = new CyclicBarrier(2);
        var refused = new ConcurrentLinkedQueue<Object>();
        Race.of(IntStream.range(0, 2).mapToObj(hand -> () -> attempt(id, read, ready, refused)));
        return List.copyOf(refused);
    }

    private void attempt(
            OrderId id, Function<OrderId, Order> read, CyclicBarrier ready, ConcurrentLinkedQueue<Object> refused) {
        try {
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                var order = read.apply(id);
                var most = givingBack.most(order);
                Barriers.meet(ready);
                var wish = new GivingBack.Wish(
                        GivenBack.Cause.BY_MERCHANT,
                        Money.of(HAIRCUT, "CNY"),
                        Money.zero(most.currency()),
                        Map.of(),
                        "twice",
                        new PersonId(owner.id()));
                if (givingBack.give(order, wish) instanceof Outcome.Refused<GivenBack>(var why)) {
                    refused.add(why.reason());
                    status.setRollbackOnly();
                }
            });
        } catch (RuntimeException e) {
            refused.add(e);
        }
    }

    private interface Call {
        int answer() throws IOException;
    }

    private static int quietly(Call call) {
        try {
            return call.answer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
