package org.townloop.loop.deal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.notice.NewNotice;
import org.townloop.base.notice.Notice;
import org.townloop.base.notice.Notices;
import org.townloop.supply.booking.RationBook;
import org.townloop.supply.booking.SlotsChanged;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.offer.Offers;

/**
 * Opens deals and calls those who stand in line: as many as there are pieces beyond those that are taken or kept for others.
 * All of it under the lock of the deal's row, so that several processes that call at once call nobody twice and no piece for
 * two.
 */
@Component
public class DealCalls {

    private static final Logger LOG = LoggerFactory.getLogger(DealCalls.class);

    private static final UUID FIRST = new UUID(0, 0);

    /** Up to which the lines were looked at: if there are more than can be at a time, each has its turn. */
    private final AtomicReference<UUID> looked = new AtomicReference<>(FIRST);

    private final DealRows deals;
    private final Standings standings;
    private final RationBook rations;
    private final Offers offers;
    private final Places places;
    private final Notices notices;
    private final EventLog events;
    private final ApplicationEventPublisher local;
    private final Atomically atomically;
    private final Clock clock;
    private final Duration kept;

    DealCalls(
            DealRows deals,
            Standings standings,
            RationBook rations,
            Offers offers,
            Places places,
            Notices notices,
            EventLog events,
            ApplicationEventPublisher local,
            Atomically atomically,
            Clock clock,
            @Value("${townloop.deals.call-minutes}") int minutes) {
        this.deals = deals;
        this.standings = standings;
        this.rations = rations;
        this.offers = offers;
        this.places = places;
        this.notices = notices;
        this.events = events;
        this.local = local;
        this.atomically = atomically;
        this.clock = clock;
        this.kept = Duration.ofMinutes(Math.max(minutes, 1));
    }

    /** Opens what is to open, and calls wherever somebody waits. */
    public void callDue(int limit) {
        deals.toOpen(clock.instant(), limit).forEach(id -> each(id, this::open));
        var moving = standings.moving(clock.instant(), looked.get(), limit);
        looked.set(moving.size() < limit ? FIRST : moving.getLast().value());
        moving.forEach(id -> each(id, this::call));
    }

    /** One that fails is left for the next time, and keeps no other back. */
    private void each(DealId id, Consumer<Deal> act) {
        try {
            atomically.run(() -> {
                deals.lock(id).ifPresent(act);
                return Outcome.done(id);
            });
        } catch (RuntimeException e) {
            LOG.error("the line of deal {} stands still", id.value(), e);
        }
    }

    /** At once, in the caller's transaction: something may have come free. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void call(DealId id) {
        deals.lock(id).ifPresent(this::call);
    }

    /** The deal is locked: who came before is drawn, unless that was done; nothing happens before its time. */
    Deal open(Deal deal) {
        if (deal.state() != DealState.ANNOUNCED || clock.instant().isBefore(deal.opensAt())) {
            return deal;
        }
        standings.draw(deal.id());
        deals.become(deal, DealState.OPEN, null);
        events.append(DealChanged.of(deal, DealState.OPEN));
        var opened = deals.lock(deal.id()).orElseThrow();
        call(opened);
        return opened;
    }

    /** The deal is locked. */
    void call(Deal deal) {
        var now = clock.instant();
        if (deal.state() != DealState.OPEN || !deal.isOpenAt(now)) {
            return;
        }
        standings.lapse(deal.id(), now);
        var pieces = free(deal, now);
        if (pieces > 0) {
            var called = standings.call(deal.id(), pieces, until(deal, now));
            tell(deal, called);
            forget(deal, called);
        }
    }

    /** The deal is locked: pieces that nobody has and that are kept for nobody. */
    int free(Deal deal, Instant now) {
        return deal.stock() - rations.held(deal.id().value(), now) - standings.kept(deal.id());
    }

    private Instant until(Deal deal, Instant now) {
        var until = now.plus(kept);
        return until.isBefore(deal.closesAt()) ? until : deal.closesAt();
    }

    /** That nothing was left may be known from memory: it is no longer so for who was called. */
    private void forget(Deal deal, List<Standing> called) {
        if (!called.isEmpty()) {
            var changed = new SlotsChanged(deal.place().value());
            events.append(changed);
            local.publishEvent(changed);
        }
    }

    private void tell(Deal deal, List<Standing> called) {
        if (called.isEmpty()) {
            return;
        }
        var offer = offers.get(deal.offer());
        var facts = new HashMap<String, Object>();
        facts.put("title", offer.title());
        facts.put("place", places.get(deal.place()).name());
        facts.put("path", "/deals/" + deal.id().value());
        notices.tell(called.stream()
                .map(each -> {
                    var told = new HashMap<>(facts);
                    told.put("pieces", Optional.ofNullable(each.granted()).orElse(1));
                    told.put("until", String.valueOf(each.callUntil()));
                    return new NewNotice(
                            each.person(),
                            Notice.Kind.YOUR_TURN,
                            deal.id().value(),
                            told,
                            String.valueOf(each.number()));
                })
                .toList());
    }
}
