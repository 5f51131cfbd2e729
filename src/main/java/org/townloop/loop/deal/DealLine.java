package org.townloop.loop.deal;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.booking.RationBook;

/** The line for a deal, for those who stand in it: one place for a person, and no place for another. */
@Component
public class DealLine {

    /**
     * How somebody stands.
     *
     * @param waiting how many wait in all
     * @param before how many of them wait before them; 0 before the draw
     */
    public record Place(Standing standing, int waiting, int before) {}

    private final DealRows deals;
    private final Standings standings;
    private final DealCalls calls;
    private final RationBook rations;
    private final Atomically atomically;
    private final Clock clock;

    DealLine(
            DealRows deals,
            Standings standings,
            DealCalls calls,
            RationBook rations,
            Atomically atomically,
            Clock clock) {
        this.deals = deals;
        this.standings = standings;
        this.calls = calls;
        this.rations = rations;
        this.atomically = atomically;
        this.clock = clock;
    }

    /**
     * Joins the line, also before the deal opens; who stands in it already stays where they are. If something is free and
     * nobody waits, they are called at once.
     *
     * @param units how many pieces are wanted
     * @throws Absent if there is no such deal
     */
    public Outcome<Place> join(Actor actor, DealId id, int units) {
        return atomically.run(() -> join(actor.person(), locked(id), units));
    }

    private Outcome<Place> join(PersonId person, Deal locked, int units) {
        var now = clock.instant();
        if (!locked.isAheadAt(now)) {
            return Outcome.refused(DealReason.DEAL_IS_OVER);
        }
        var deal = calls.open(locked);
        var before =
                standings.latest(deal.id(), person).filter(each -> each.state().isOpen());
        if (before.filter(each -> each.state() == StandingState.WAITING || each.isCalledAt(now))
                .isEmpty()) {
            var left = deal.each() - rations.of(deal.id().value(), person.value());
            if (units < 1 || units > left) {
                return Outcome.refused(Refusal.of(
                        DealReason.DEAL_UNITS_INVALID,
                        "quantity",
                        Map.of("max", deal.each(), "left", Math.max(left, 0))));
            }
            standings.lapse(deal.id(), now);
            standings.join(deal, person, units, now);
            calls.call(deal);
        }
        return Outcome.done(place(deal.id(), person).orElseThrow());
    }

    /**
     * Leaves the line; nothing happens to whoever does not stand in it.
     *
     * @throws Absent if there is no such deal
     */
    public Outcome<DealId> leave(Actor actor, DealId id) {
        return atomically.run(() -> {
            var deal = locked(id);
            standings
                    .latest(id, actor.person())
                    .filter(each -> each.state().isOpen())
                    .ifPresent(standings::leave);
            calls.call(deal);
            return Outcome.done(id);
        });
    }

    /** How they stand now, or stood last; nothing if they never did. */
    public Optional<Place> place(DealId id, PersonId person) {
        return standings.latest(id, person).map(standing -> {
            var turn = standing.turn();
            var ahead = standings.ahead(id, turn == null ? 0 : turn);
            return new Place(standing, ahead.waiting(), ahead.before());
        });
    }

    /** How many wait for it. */
    public int waiting(DealId id) {
        return standings.ahead(id, 0).waiting();
    }

    private Deal locked(DealId id) {
        return deals.lock(id).orElseThrow(() -> new Absent("deal " + id.value()));
    }
}
