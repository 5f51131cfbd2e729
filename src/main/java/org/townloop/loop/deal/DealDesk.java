package org.townloop.loop.deal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferDesk;

/** The deals of a place in the hands of those who run it. */
@Component
public class DealDesk {

    private static final int SHOWN = 100;

    private final OfferDesk desk;
    private final DealRows deals;
    private final Standings standings;
    private final EventLog events;
    private final Atomically atomically;
    private final Clock clock;

    DealDesk(OfferDesk desk, DealRows deals, Standings standings, EventLog events, Atomically atomically, Clock clock) {
        this.desk = desk;
        this.deals = deals;
        this.standings = standings;
        this.events = events;
        this.atomically = atomically;
        this.clock = clock;
    }

    /** @throws Absent if there is no such place, or the actor does not run it */
    public List<Deal> at(Actor actor, PlaceId place) {
        desk.all(actor, place);
        return deals.at(place, SHOWN);
    }

    /** The offers of the place of which there can be deals. */
    public List<Offer> offers(Actor actor, PlaceId place) {
        return desk.all(actor, place).stream()
                .filter(offer -> offer.active() && DealRules.isFor(offer))
                .toList();
    }

    /**
     * Announces a deal.
     *
     * @throws Absent if there is no such offer, or the actor does not run its place
     */
    public Outcome<Deal> make(Actor actor, NewDeal wanted) {
        var offer = desk.get(actor, wanted.offer());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var refusal = new DealRules(offer, now).refusal(wanted);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        try {
            return atomically.run(() -> Outcome.done(written(offer, wanted, now)));
        } catch (DataIntegrityViolationException e) {
            if (!Objects.toString(e.getMessage(), "").contains("one_deal_at_a_time")) {
                throw e;
            }
            return Outcome.refused(Refusal.of(DealReason.DEAL_AT_THAT_TIME, "opensAt"));
        }
    }

    private Deal written(Offer offer, NewDeal wanted, Instant now) {
        var seed = Draws.seed();
        var opens = wanted.opensAt() == null || wanted.opensAt().isBefore(now) ? now : wanted.opensAt();
        var deal = new Deal(
                new DealId(Ids.next(offer.region(), now)),
                offer.id(),
                offer.place(),
                wanted.price(),
                opens.truncatedTo(ChronoUnit.MICROS),
                wanted.closesAt().truncatedTo(ChronoUnit.MICROS),
                wanted.stock(),
                wanted.each(),
                wanted.least(),
                DealState.ANNOUNCED,
                Draws.hash(seed),
                null,
                null);
        deals.insert(deal, seed, now);
        events.append(DealChanged.of(deal, DealState.ANNOUNCED));
        return deal;
    }

    /** Takes a deal back before it opens: nobody has bought anything. */
    public Outcome<DealId> withdraw(Actor actor, DealId id) {
        own(actor, id);
        return atomically.run(() -> {
            var deal = deals.lock(id).orElseThrow();
            if (deal.state() == DealState.WITHDRAWN) {
                return Outcome.done(id);
            }
            if (deal.state() != DealState.ANNOUNCED || !clock.instant().isBefore(deal.opensAt())) {
                return Outcome.refused(DealReason.DEAL_HAS_OPENED);
            }
            standings.end(id);
            deals.become(deal, DealState.WITHDRAWN, null);
            events.append(DealChanged.of(deal, DealState.WITHDRAWN));
            return Outcome.done(id);
        });
    }

    /** Closes an open deal now instead of later; what needs enough buyers is decided now. */
    public Outcome<DealId> close(Actor actor, DealId id) {
        own(actor, id);
        return atomically.run(() -> {
            var deal = deals.lock(id).orElseThrow();
            var now = clock.instant();
            if (!deal.isOpenAt(now)) {
                return Outcome.refused(DealReason.DEAL_IS_OVER);
            }
            var soonest = deal.opensAt().plusMillis(1);
            deals.closeAt(id, now.isBefore(soonest) ? soonest : now);
            return Outcome.done(id);
        });
    }

    private void own(Actor actor, DealId id) {
        var deal = Optional.of(id)
                .filter(known -> RegionId.isIn(known.value()))
                .flatMap(deals::find)
                .orElseThrow(() -> new Absent("deal " + id.value()));
        desk.get(actor, deal.offer());
    }
}
