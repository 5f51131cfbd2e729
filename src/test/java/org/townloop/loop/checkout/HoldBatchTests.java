package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.TownTest;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.supply.booking.BookingReason;
import org.townloop.supply.offer.NewOffer;

/** Holds that are written together are judged one by one. */
@TownTest
class HoldBatchTests extends HeldInOneBatch {

    @Autowired
    Orders orders;

    @Autowired
    JdbcClient jdbc;

    @Test
    void eachGetsAnAnswerOfItsOwnAndWhoIsRefusedLeavesNothing() {
        var past = THREE.minusSeconds(864_000);
        var asked = List.of(
                cut(THREE, 1),
                dinner(2),
                cut(past, 1),
                cut(THREE, 1),
                dinner(2),
                cut(THREE, 1),
                dinner(1),
                cut(THREE.plusSeconds(60), 1));
        var answers = held(asked);

        assertThat(states(answers, 0, 1, 3, 6)).containsOnly(OrderState.HELD);
        assertThat(why(answers.get(2))).isEqualTo(BookingReason.START_PAST);
        assertThat(why(answers.get(4))).isEqualTo(BookingReason.TOO_FEW_LEFT);
        assertThat(why(answers.get(5))).isEqualTo(BookingReason.SLOT_TAKEN);
        assertThat(why(answers.get(7))).isEqualTo(BookingReason.START_OFF_GRID);
        assertThat(count("ordering.orders where place_id = any (?)")).isEqualTo(4);
        assertThat(count("booking.claim where place_id = any (?)"))
                .as("two cuts: a person and a chair")
                .isEqualTo(4);
        assertThat(count("booking.day_claim where place_id = any (?)")).isEqualTo(2);
        assertThat(asked.stream().filter(this::hasKey).count()).isEqualTo(4);
    }

    @Test
    void whatWasHeldIsReadAsItWasAnswered() {
        var answers = held(List.of(cut(THREE, 1), dinner(2)));
        answers.forEach(answer -> {
            var order = order(answer);
            assertThat(orders.get(order.id())).isEqualTo(order);
        });
    }

    @Test
    void theSameKeyGetsTheSameAnswerInItsBatchAndLater() {
        var mine = cut(THREE, 1);
        var first = held(List.of(mine, mine));
        assertThat(first.getLast()).as("a moment later").isEmpty();
        assertThat(held(List.of(mine)).getFirst()).isEqualTo(first.getFirst());

        var other = new HoldAsked(
                mine.actor(),
                wish(haircut, THREE, 2),
                haircut,
                THREE,
                call(mine.actor(), wish(haircut, THREE, 2), mine.call().key()));
        assertThat(why(held(List.of(other)).getFirst())).isEqualTo(Idempotency.KeyReason.KEY_REUSED);
    }

    @Test
    void nobodyIsWaitedForAndTheOthersGoOn() throws Exception {
        held(List.of(cut(THREE, 1)));
        var locked = new CountDownLatch(1);
        var over = new CountDownLatch(1);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var desk = people.submit(() -> transaction().execute(status -> {
                jdbc.sql("select 1 from booking.calendar where place_id = ? for update")
                        .param(salon.place().value())
                        .query(Integer.class)
                        .single();
                locked.countDown();
                return await(over);
            }));
            assertThat(locked.await(20, TimeUnit.SECONDS)).isTrue();
            var answers = held(List.of(cut(THREE.plusSeconds(3600), 1), dinner(1)));
            assertThat(answers.getFirst()).isEmpty();
            assertThat(order(answers.getLast()).state()).isEqualTo(OrderState.HELD);

            var waits = people.submit(() -> checkouts.hold(resident(), wish(haircut, THREE.plusSeconds(3600), 1), "k"));
            over.countDown();
            assertThat(desk.get(20, TimeUnit.SECONDS)).isTrue();
            assertThat(waits.get(20, TimeUnit.SECONDS))
                    .as("apart, when it is free")
                    .isInstanceOf(Outcome.Done.class);
        }
    }

    @Test
    void anOfferThatWasWrittenSinceItWasReadIsAskedAboutAgain() {
        var before = salon.haircut();
        var asked = cut(THREE, 1);
        offers.write(new NewOffer(
                haircut.id(),
                before.place(),
                before.pack(),
                before.title(),
                before.description(),
                before.price().plus(before.price()),
                before.duration(),
                before.bufferBefore(),
                before.bufferAfter(),
                before.resourceKind(),
                before.attributes(),
                before.staff(),
                true));
        var answer = order(held(List.of(asked)).getFirst());
        assertThat(answer.total())
                .as("the price of now")
                .isEqualTo(before.price().plus(before.price()));
    }
}
