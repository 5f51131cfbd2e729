package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.Race;
import org.townloop.TownTest;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ledger.BottomlessBook;
import org.townloop.loop.ledger.Overdrawn;
import org.townloop.loop.ledger.StoredValueBook;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.PassPrices;
import org.townloop.loop.payment.Intents;
import org.townloop.loop.stored.Card;
import org.townloop.loop.stored.Reservations;
import org.townloop.loop.stored.UnlockedCards;

/**
 * Two orders want the same unit of a card at once. Who pays locks the card and looks what is left; and the book lets nobody
 * below zero. Either keeps the card; without both it is spent twice.
 */
@TownTest
class CardRaceTests extends CardPaymentDay {

    private static final String PAID = "paid";

    @Autowired
    ApplicationContext town;

    @Test
    void twoDevicesNeverSpendTheSameUnit() throws IOException {
        for (int race = 0; race < 6; race++) {
            var gift = gift(HAIRCUT + 5_000);
            var first = held(0);
            var second = held(60);
            var answers = new ConcurrentLinkedQueue<Object>();
            Race.of(Stream.of(first, second).map(order -> () -> answers.add(reason(pay(order, race(order), gift)))));
            assertThat(on(gift))
                    .as("what is paid is off, what waits is set aside")
                    .isBetween(0L, HAIRCUT + 5_000);
            assertThat(left(gift)).isNotNegative();
            open();
        }
    }

    /** One of both asks a gateway for the rest, so that what is set aside races with what is used. */
    private static @Nullable String race(Order order) {
        return order.startsAt() != null && order.startsAt().equals(THREE) ? "sandbox" : null;
    }

    @Test
    void withTheLockAloneWhoComesSecondIsToldSo() {
        var gift = gift(HAIRCUT);
        assertThat(both(gift, true, false, true)).containsExactlyInAnyOrder(PAID, CheckoutReason.CARD_HAS_LESS);
        assertThat(on(gift)).isZero();
    }

    @Test
    void withTheFloorAloneTheBookRefusesWhoComesSecond() {
        var gift = gift(HAIRCUT);
        assertThat(both(gift, false, true, true)).hasSize(2).contains(PAID).anyMatch(said -> said instanceof Overdrawn);
        assertThat(on(gift)).isZero();
        assertThat(audit.run()).isEqualTo(before);
    }

    /** The control: what both believed is taken back at the end. */
    @Test
    void withoutBothTheCardIsSpentTwice() {
        var gift = gift(HAIRCUT);
        assertThat(both(gift, false, false, false)).containsExactly(PAID, PAID);
        assertThat(on(gift)).isEqualTo(HAIRCUT);
    }

    private List<Object> both(Card gift, boolean locked, boolean floor, boolean kept) {
        var ready = new CyclicBarrier(2);
        var done = new CyclicBarrier(2);
        var answers = new ConcurrentLinkedQueue<Object>();
        var rivals = Stream.of(held(0), held(60)).toList();
        Race.of(rivals.stream()
                .map(order -> () -> answers.add(attempt(order, gift, locked, floor, kept, ready, done))));
        assertThat(rivals.stream()
                        .filter(order -> orders.get(order.id()).state() == OrderState.PAID)
                        .count())
                .isEqualTo(kept ? 1 : 0);
        return List.copyOf(answers);
    }

    private Object attempt(
            Order order,
            Card gift,
            boolean locked,
            boolean floor,
            boolean kept,
            CyclicBarrier ready,
            CyclicBarrier done) {
        var asked = new BegunCardPayments.Asked(
                resident, List.of(order.id()), List.of(new ChosenCard(gift.id(), null)), null, "https://town.example");
        var begun = begun(locked, floor, ready);
        try {
            return new TransactionTemplate(transactions).execute(status -> {
                var said = begun.begin(asked, any -> Optional.empty());
                if (!kept) {
                    Barriers.meet(done);
                }
                if (!kept || said instanceof Outcome.Refused<?>) {
                    status.setRollbackOnly();
                }
                return said instanceof Outcome.Done<?> ? PAID : reason(said);
            });
        } catch (Overdrawn e) {
            return e;
        }
    }

    private BegunCardPayments begun(boolean locked, boolean floor, CyclicBarrier ready) {
        var paidByCards = new PaidByCards(
                offers,
                town.getBean(StillFree.class),
                town.getBean(PassPrices.class),
                town.getBean(Reservations.class),
                floor ? town.getBean(StoredValueBook.class) : BottomlessBook.of(town),
                town.getBean(PaidOrders.class),
                town.getBean(Clock.class));
        return new BegunCardPayments(
                orders,
                UnlockedCards.of(town, locked, () -> Barriers.meet(ready)),
                town.getBean(Reservations.class),
                town.getBean(Intents.class),
                paidByCards,
                town.getBean(Clock.class));
    }
}
