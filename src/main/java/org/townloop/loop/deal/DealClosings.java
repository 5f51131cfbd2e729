package org.townloop.loop.deal;

import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.booking.RationBook;

/**
 * Closes deals when their time is over, and decides once those that need enough buyers, by what is paid at that moment. A
 * payment that comes at the same moment is counted, or comes too late. Who gets money back is worked off from the log.
 */
@Component
public class DealClosings {

    private static final Logger LOG = LoggerFactory.getLogger(DealClosings.class);

    private final DealRows deals;
    private final Standings standings;
    private final DealCalls calls;
    private final RationBook rations;
    private final EventLog events;
    private final Atomically atomically;
    private final Clock clock;

    DealClosings(
            DealRows deals,
            Standings standings,
            DealCalls calls,
            RationBook rations,
            EventLog events,
            Atomically atomically,
            Clock clock) {
        this.deals = deals;
        this.standings = standings;
        this.calls = calls;
        this.rations = rations;
        this.events = events;
        this.atomically = atomically;
        this.clock = clock;
    }

    public void closeDue(int limit) {
        deals.toClose(clock.instant(), limit).forEach(this::closeOne);
    }

    /** One that fails is left for the next time, and keeps no other back. */
    private void closeOne(DealId id) {
        try {
            atomically.run(() -> {
                deals.lock(id).ifPresent(deal -> close(calls.open(deal)));
                return Outcome.done(id);
            });
        } catch (RuntimeException e) {
            LOG.error("deal {} cannot be closed", id.value(), e);
        }
    }

    private void close(Deal deal) {
        if (deal.state() != DealState.OPEN || clock.instant().isBefore(deal.closesAt())) {
            return; // another process was first
        }
        var paid = rations.lockPaid(deal.id().value());
        var least = deal.least();
        var next = least == null ? DealState.CLOSED : paid >= least ? DealState.CONFIRMED : DealState.CALLED_OFF;
        standings.end(deal.id());
        deals.become(deal, next, paid);
        events.append(DealChanged.of(deal, next));
    }

    /** Those of the deals that need enough buyers and are not decided. */
    public Set<UUID> undecided(Collection<UUID> ids) {
        return ids.stream()
                .distinct()
                .filter(id -> deals.find(new DealId(id))
                        .filter(deal -> deal.least() != null && deal.state().isAhead())
                        .isPresent())
                .collect(Collectors.toSet());
    }

    /** Whether too few bought it. */
    public boolean isCalledOff(UUID id) {
        return deals.find(new DealId(id))
                .filter(deal -> deal.state() == DealState.CALLED_OFF)
                .isPresent();
    }
}
