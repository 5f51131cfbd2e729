package org.townloop.loop.deal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.notice.Notices;
import org.townloop.supply.booking.RationBook;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.offer.Offers;

/**
 * A process that dies after so many steps at the line of one deal, as by a power cut: nothing that follows is done, and
 * nobody is told of it.
 */
public final class MortalProcess {

    private static final class Died extends Error {
        private static final long serialVersionUID = 1;
    }

    private final DealId deal;
    private final DealCalls calls;
    private final DealLine line;
    private int left;

    private MortalProcess(ApplicationContext town, DealId deal, int steps, JdbcClient jdbc) {
        this.deal = deal;
        this.left = steps;
        var standings = new Mortal(jdbc);
        var rows = town.getBean(DealRows.class);
        var rations = town.getBean(RationBook.class);
        var atomically = town.getBean(Atomically.class);
        var clock = town.getBean(Clock.class);
        this.calls = new DealCalls(
                rows,
                standings,
                rations,
                town.getBean(Offers.class),
                town.getBean(Places.class),
                town.getBean(Notices.class),
                town.getBean(EventLog.class),
                _ -> step(deal),
                atomically,
                clock,
                5);
        this.line = new DealLine(rows, standings, calls, rations, atomically, clock);
    }

    /** @param steps after how many it dies */
    public static MortalProcess of(ApplicationContext town, DealId deal, int steps) {
        return new MortalProcess(town, deal, steps, town.getBean(JdbcClient.class));
    }

    /** What it writes to the line stands at once, whether or not the rest is ever done. */
    public static MortalProcess careless(ApplicationContext town, DealId deal, int steps, JdbcClient alone) {
        return new MortalProcess(town, deal, steps, alone);
    }

    /** Calls whom there is a piece for; whether it died of that. */
    public boolean diesOfCalling() {
        return dies(() -> calls.callDue(1_000));
    }

    /** Takes somebody into the line; whether it died of that. */
    public boolean diesOfJoining(Actor actor) {
        return dies(() -> line.join(actor, deal, 1));
    }

    private static boolean dies(Runnable act) {
        try {
            act.run();
            return false;
        } catch (Died e) {
            return true;
        }
    }

    private void step(DealId at) {
        if (at.equals(deal) && left-- == 0) {
            throw new Died();
        }
    }

    private final class Mortal extends Standings {

        Mortal(JdbcClient jdbc) {
            super(jdbc);
        }

        @Override
        Standing join(Deal wanted, PersonId person, int units, Instant now) {
            var joined = super.join(wanted, person, units, now);
            step(wanted.id());
            return joined;
        }

        @Override
        void draw(DealId id) {
            super.draw(id);
            step(id);
        }

        @Override
        void lapse(DealId id, Instant now) {
            super.lapse(id, now);
            step(id);
        }

        @Override
        List<Standing> call(DealId id, int pieces, Instant until) {
            var called = super.call(id, pieces, until);
            step(id);
            return called;
        }
    }
}
