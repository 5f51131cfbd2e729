package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.TownTest;
import org.townloop.base.kernel.AnsweredCalls;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Together;
import org.townloop.base.kernel.Turns;
import org.townloop.loop.deal.DealSales;
import org.townloop.loop.ordering.HoldCounts;
import org.townloop.loop.ordering.OrderState;
import org.townloop.supply.booking.Bookings;
import org.townloop.supply.booking.KnownOffers;
import org.townloop.supply.booking.SoldOut;

/** Holds that could not be held together. */
@TownTest
class HoldCombinerTests extends HeldInOneBatch {

    @Autowired
    HoldQueue queue;

    @Autowired
    Holds holds;

    @Autowired
    Idempotency idempotency;

    @Autowired
    HoldLimits limits;

    @Autowired
    HoldCounts holdCounts;

    @Autowired
    Turns turns;

    @Autowired
    Bookings bookings;

    @Autowired
    Custody custody;

    @Autowired
    Drafts drafts;

    @Autowired
    DealSales sales;

    @Autowired
    HeldOrders heldOrders;

    @Autowired
    SoldOut soldOut;

    @Autowired
    KnownOffers knownOffers;

    @Autowired
    AnsweredCalls answered;

    @Test
    void whatCannotBeCombinedIsHeldApart() {
        var broken = new HoldCombiner(
                new HoldBatch(
                        turns,
                        idempotency,
                        offers,
                        drafts,
                        limits,
                        bookings,
                        custody,
                        sales,
                        heldOrders,
                        soldOut,
                        clock) {
                    @Override
                    Answered hold(List<Wanted> wanted) {
                        super.hold(wanted);
                        throw new IllegalStateException("a bad one is among them");
                    }
                },
                queue,
                holds,
                knownOffers,
                soldOut,
                answered,
                idempotency,
                new Together.Lines(transactions, 64));
        assertThat(broken.hold(cut(THREE, 1))).isInstanceOf(Outcome.Done.class);
        assertThat(count("ordering.orders where place_id = any (?)"))
                .as("what was written together is rolled back")
                .isOne();
    }

    @Test
    void ofOnePersonNoMoreIsHeldThanTheyMayHave() {
        var person = resident();
        var asked = new ArrayList<HoldAsked>();
        for (int i = 0; i < 4; i++) {
            asked.add(asked(person, haircut, THREE.plusSeconds(3600L * i), 1));
        }
        var careful = limited();
        var answers = held(careful, asked);
        assertThat(states(answers, 0, 1, 2)).containsOnly(OrderState.HELD);
        assertThat(answers.get(3)).as("depends on the others: later").isEmpty();
        assertThat(why(held(careful, asked.subList(3, 4)).getFirst())).isEqualTo(CheckoutReason.HOLDS_TOO_MANY_HERE);
    }

    /** Three at a place, ten in all. */
    private HoldBatch limited() {
        var few = new HoldLimits(holdCounts, turns, clock, 10, 3);
        return new HoldBatch(
                turns, idempotency, offers, drafts, few, bookings, custody, sales, heldOrders, soldOut, clock);
    }
}
