package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.Race;
import org.townloop.TownTest;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ledger.BottomlessBook;
import org.townloop.loop.ledger.Overdrawn;
import org.townloop.loop.ledger.StoredValueBook;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.stored.Card;
import org.townloop.loop.stored.Reservations;
import org.townloop.loop.stored.UnlockedCards;

/**
 * The gateway's parts of two payments come late and at once, and both need the same unit of a card, which has it again. Who
 * takes it locks the card and looks what is left; and the book lets nobody below zero. Either keeps the card; without both
 * it is used twice.
 */
@TownTest
class CardCaptureRaceTests extends CardPaymentDay {

    private static final String USED = "used";
    private static final String NOT_LEFT = "not left";

    private record Late(Order order, CardPayment payment) {}

    @Autowired
    ApplicationContext town;

    @Test
    void withTheLockAloneTheSecondDoesNotGetIt() {
        assertThat(both(true, false, true)).containsExactlyInAnyOrder(USED, NOT_LEFT);
    }

    @Test
    void withTheFloorAloneTheBookRefusesTheSecond() {
        assertThat(both(false, true, true)).containsExactlyInAnyOrder(USED, Overdrawn.class);
    }

    /** The control: what both believed is taken back at the end. */
    @Test
    void withoutBothItIsUsedTwice() {
        assertThat(both(false, false, false)).containsExactly(USED, USED);
    }

    private List<Object> both(boolean locked, boolean floor, boolean alone) {
        var gift = gift(6_000);
        var late = List.of(begun(0, gift), begun(60, gift));
        var ready = new CyclicBarrier(2);
        var done = new CyclicBarrier(2);
        var captures = new CardsAtCapture(
                UnlockedCards.of(town, locked, () -> Barriers.meet(ready)),
                town.getBean(Reservations.class),
                floor ? town.getBean(StoredValueBook.class) : BottomlessBook.of(town));
        var answers = Race.of(2, hand -> attempt(captures, late.get(hand), alone, done));
        assertThat(on(gift)).isEqualTo(alone ? 0 : 6_000);
        isSound();
        return answers;
    }

    /** Declined, so that the card has its part again until the money comes all the same. */
    private Late begun(int minutesLater, Card gift) {
        var order = held(minutesLater);
        var payment = done(pay(order, "sandbox", gift));
        new TransactionTemplate(transactions)
                .executeWithoutResult(status ->
                        new CardsAtCapture(cards, town.getBean(Reservations.class), book).declined(payment.id()));
        return new Late(order, payment);
    }

    private Object attempt(CardsAtCapture captures, Late late, boolean kept, CyclicBarrier done) {
        try {
            return new TransactionTemplate(transactions).execute(status -> {
                var said = used(captures, late);
                if (!kept) {
                    Barriers.meet(done);
                    status.setRollbackOnly();
                }
                return said;
            });
        } catch (Overdrawn e) {
            return Overdrawn.class;
        }
    }

    private String used(CardsAtCapture captures, Late late) {
        var order = orders.lock(late.order().id());
        var wanted = Map.of(order.id(), late.payment().id());
        var planned = captures.planned(new ArrayList<>(wanted.values()));
        var taken = captures.take(wanted, planned, clock.instant());
        if (!taken.contains(order.id())) {
            return NOT_LEFT;
        }
        captures.use(List.of(order), wanted, planned);
        paid(order);
        return USED;
    }

    /** As if the platform had brought the rest, so that the books are sound when it is over. */
    private void paid(Order order) {
        var now = clock.instant();
        var due = List.of(order);
        var sold = Sold.in(due, offers);
        var stillFree = town.getBean(StillFree.class);
        stillFree.lockCalendars(due, Set.of(), now);
        stillFree.confirm(due, sold, now);
        var rest = Money.of(HAIRCUT - 6_000, "CNY");
        ledger.coupon(order.id().value(), rest, "rest of " + order.id().value());
        town.getBean(PaidOrders.class).write(due, sold, now);
    }
}
