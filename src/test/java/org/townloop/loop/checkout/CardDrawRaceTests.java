package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.Race;
import org.townloop.TownTest;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ledger.BottomlessBook;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.ledger.Overdrawn;
import org.townloop.loop.ledger.StoredValueBook;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.stored.Card;
import org.townloop.loop.stored.CardCodes;
import org.townloop.loop.stored.Draws;
import org.townloop.loop.stored.EndlessCodes;
import org.townloop.loop.stored.UnlockedCards;
import org.townloop.supply.merchant.Workplaces;

/**
 * Two counters take the last visit of the same pass at once. The lock of the card, the code that is good once, and the book
 * that lets nobody below zero each keep it; without the three it is had twice.
 */
@TownTest
class CardDrawRaceTests extends CardDay {

    private static final String DRAWN = "drawn";

    @Autowired
    ShownCards shown;

    @Autowired
    CardDrawing drawing;

    @Autowired
    ApplicationContext town;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void ofTwentyCountersOneHasTheLastVisit() throws IOException {
        var pass = lastVisitLeft();
        var wish = wish(pass, 1);
        var answers = Race.of(
                20,
                hand -> said(drawing.draw(merchant(), wish, UUID.randomUUID().toString())));
        assertThat(answers).filteredOn(DRAWN::equals).hasSize(1);
        assertThat(left(pass)).isZero();
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void withTheLockAloneTheSecondHearsThatLessIsLeft() throws IOException {
        assertThat(both(true, false, false, true)).containsExactlyInAnyOrder(DRAWN, CheckoutReason.CARD_DRAW_TOO_MUCH);
    }

    @Test
    void withTheCodeAloneTheSecondHearsThatItWasUsed() throws IOException {
        assertThat(both(false, true, false, true)).containsExactlyInAnyOrder(DRAWN, CheckoutReason.CARD_CODE_UNKNOWN);
    }

    @Test
    void withTheFloorAloneTheBookRefusesTheSecond() throws IOException {
        assertThat(both(false, false, true, true)).hasSize(2).contains(DRAWN).anyMatch(said -> said == Overdrawn.class);
    }

    /** The control: what both believed is taken back at the end. */
    @Test
    void withoutTheThreeTheLastVisitIsHadTwice() throws IOException {
        assertThat(both(false, false, false, false)).containsExactly(DRAWN, DRAWN);
    }

    private List<Object> both(boolean locked, boolean once, boolean floor, boolean kept) throws IOException {
        var pass = lastVisitLeft();
        var wish = wish(pass, 1);
        var ready = new CyclicBarrier(2);
        var done = new CyclicBarrier(2);
        var loose = drawing(locked, once, floor, ready);
        var staff = merchant();
        var answers = Race.of(2, hand -> attempt(() -> loose.drawn(staff, wish), kept, done));
        assertThat(left(pass)).isEqualTo(kept ? 0 : 11_668);
        assertThat(audit.run()).isEqualTo(before);
        return answers;
    }

    private interface Act {
        Outcome<UUID> run();
    }

    private Object attempt(Act act, boolean kept, CyclicBarrier done) {
        try {
            return new TransactionTemplate(transactions).execute(status -> {
                var said = said(act.run());
                if (!kept) {
                    Barriers.meet(done);
                }
                if (!kept || !said.equals(DRAWN)) {
                    status.setRollbackOnly();
                }
                return said;
            });
        } catch (Overdrawn e) {
            return Overdrawn.class;
        }
    }

    private static Object said(Outcome<UUID> outcome) {
        return outcome instanceof Outcome.Refused<UUID>(var refusal) ? refusal.reason() : DRAWN;
    }

    private Card lastVisitLeft() throws IOException {
        var pass = bought(resident, pass(), 35_000, false);
        done(drawing.draw(merchant(), wish(pass, 2), UUID.randomUUID().toString()));
        return pass;
    }

    private CardDrawing.Wish wish(Card pass, int uses) {
        var code = done(shown.show(actor(resident), pass.id())).text();
        return new CardDrawing.Wish(salon.place(), code, 0, uses);
    }

    private CardDrawing drawing(boolean locked, boolean once, boolean floor, CyclicBarrier ready) {
        return new CardDrawing(
                UnlockedCards.of(town, locked, () -> Barriers.meet(ready)),
                once ? town.getBean(CardCodes.class) : EndlessCodes.of(town),
                once ? town.getBean(Draws.class) : EndlessCodes.draws(town),
                town.getBean(Orders.class),
                offers,
                town.getBean(SaleTerms.class),
                floor ? town.getBean(StoredValueBook.class) : BottomlessBook.of(town),
                town.getBean(Ledger.class),
                town.getBean(Workplaces.class),
                town.getBean(EventLog.class),
                town.getBean(Idempotency.class),
                town.getBean(Clock.class));
    }
}
