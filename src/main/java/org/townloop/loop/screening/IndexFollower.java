package org.townloop.loop.screening;

import static java.util.concurrent.CompletableFuture.delayedExecutor;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.townloop.base.kernel.EventConsumer;
import org.townloop.base.kernel.RecordedEvent;
import org.townloop.loop.deal.DealChanged;
import org.townloop.supply.merchant.PlaceChanged;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.OfferChanged;
import org.townloop.supply.offer.OfferId;

/**
 * Keeps the index fresh: what this process changes is in it when the change has committed, what others change when the
 * log tells of it. The index is compared with the tables after the reading of the log has begun, so that nothing is lost
 * between the two.
 */
@Component
class IndexFollower implements EventConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);

    /** The first visitors come first. */
    private static final Duration AFTER_START = Duration.ofSeconds(2);

    private final LiveIndex index;
    private final boolean serves;

    IndexFollower(LiveIndex index, @Value("${townloop.mode:none}") String mode) {
        this.index = index;
        this.serves = !mode.equals("command");
    }

    /** A command that serves nobody opens the index only if it searches. */
    @EventListener(ContextRefreshedEvent.class)
    void begin() {
        if (serves) {
            index.open();
            // the tables of ICU and of the stems take a while, and no page needs them before something is asked
            CompletableFuture.runAsync(WordAnalyzer::prepare, delayedExecutor(AFTER_START.toMillis(), MILLISECONDS));
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(OfferChanged changed) {
        try {
            index.refresh(List.of(new OfferId(changed.subject())), List.of());
        } catch (RuntimeException e) {
            LOG.warn("offer {} is in the index once the log tells of it: {}", changed.subject(), e.toString());
        }
    }

    @Override
    public String name() {
        return "index";
    }

    @Override
    public Set<String> types() {
        return Set.of(
                OfferChanged.class.getSimpleName(),
                PlaceChanged.class.getSimpleName(),
                DealChanged.class.getSimpleName());
    }

    @Override
    public boolean durable() {
        return false;
    }

    @Override
    public void accept(List<RecordedEvent> events) {
        var offers = new HashSet<OfferId>();
        var places = new HashSet<PlaceId>();
        for (var event : events) {
            if (event.is(OfferChanged.class) || event.is(DealChanged.class)) {
                offers.add(new OfferId(event.subject()));
            } else {
                places.add(new PlaceId(event.subject()));
            }
        }
        index.refresh(offers, places);
    }
}
