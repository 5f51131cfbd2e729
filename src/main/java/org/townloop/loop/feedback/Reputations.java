package org.townloop.loop.feedback;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.townloop.base.kernel.EventConsumer;
import org.townloop.base.kernel.RecordedEvent;
import org.townloop.loop.screening.Reputation;
import org.townloop.loop.screening.ReputationSource;

/**
 * The reputations of all offers, in memory: there are as many as there are offers that were ever rated. A review of
 * this process is in them when its transaction has committed, one of another process within a second.
 */
@Component
class Reputations implements ReputationSource, EventConsumer {

    private final Tallies tallies;
    private final Map<UUID, Reputation> byOffer = new ConcurrentHashMap<>();
    private final Map<UUID, Reputation> view = Collections.unmodifiableMap(byOffer);

    Reputations(Tallies tallies) {
        this.tallies = tallies;
    }

    @Override
    public Map<UUID, Reputation> all() {
        return view;
    }

    @Override
    public Reputation unrated() {
        return StarRating.UNRATED;
    }

    @Override
    public String name() {
        return "reputations";
    }

    @Override
    public Set<String> types() {
        return Set.of(ReviewWritten.class.getSimpleName());
    }

    @Override
    public boolean durable() {
        return false;
    }

    @Override
    public void accept(List<RecordedEvent> events) {
        refresh(events.stream().map(event -> event.id("offer")).distinct().toList());
    }

    /** By now the readers of the log have begun, so that nothing is lost between the two. */
    @EventListener(ContextRefreshedEvent.class)
    void load() {
        tallies.all().forEach(this::keep);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void written(ReviewWritten review) {
        refresh(List.of(review.offer()));
    }

    private void refresh(Collection<UUID> offers) {
        tallies.of(offers).forEach(this::keep);
    }

    /** A tally only grows, so that of two readings the one with more visits is the newer. */
    private void keep(UUID offer, Reputation read) {
        byOffer.merge(offer, read, (known, other) -> other.visits() >= known.visits() ? other : known);
    }
}
