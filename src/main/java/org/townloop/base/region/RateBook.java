package org.townloop.base.region;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.EventConsumer;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.RecordedEvent;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;

/**
 * Writes what regions say of shares. Later sales are by them; what was sold keeps what was agreed. Who may do it is for
 * the caller to know, who is told within the transaction what is written.
 */
@Component
public class RateBook implements EventConsumer {

    private final RegionRows rows;
    private final Regions regions;
    private final Atomically atomically;
    private final EventLog events;
    private final ApplicationEventPublisher local;
    private final Clock clock;

    RateBook(
            RegionRows rows,
            Regions regions,
            Atomically atomically,
            EventLog events,
            ApplicationEventPublisher local,
            Clock clock) {
        this.rows = rows;
        this.regions = regions;
        this.atomically = atomically;
        this.events = events;
        this.local = local;
        this.clock = clock;
    }

    /** What the region itself says. */
    public Rates of(RegionId region) {
        return rows.rates().getOrDefault(region, Rates.INHERITED);
    }

    /** The region above that has locked its rates; null if the region may say its own. */
    public @Nullable Region lockedBy(RegionId region) {
        var rates = rows.rates();
        Region lock = null;
        for (var above = above(regions.get(region)); above != null; above = above(above)) {
            if (rates.getOrDefault(above.id(), Rates.INHERITED).locked()) {
                lock = above;
            }
        }
        return lock;
    }

    /** From now on the region says this; who the partner is stays as it is. */
    public Outcome<RegionId> change(RegionId region, Rates said, Consumer<String> noted) {
        return atomically.run(() -> {
            rows.lockRates();
            if (lockedBy(region) != null) {
                return Outcome.<RegionId>refused(Refusal.of(RateReason.RATES_LOCKED));
            }
            if (regions.get(region).parent() == null && (said.platform() == null || said.partner() == null)) {
                return Outcome.<RegionId>refused(
                        Refusal.of(RateReason.RATE_MISSING, said.platform() == null ? "platform" : "partner"));
            }
            if (said.isTooMuchItself()) {
                return Outcome.<RegionId>refused(Refusal.of(
                        RateReason.RATES_TOO_HIGH,
                        "platform",
                        Map.of("region", regions.get(region).code())));
            }
            rows.write(region, said);
            var tooHigh = new RegionTree(rows.all(), rows.rates()).tooHigh();
            if (tooHigh != null) {
                return Outcome.<RegionId>refused(
                        Refusal.of(RateReason.RATES_TOO_HIGH, "platform", Map.of("region", tooHigh.code())));
            }
            noted.accept(region.number() + " shares " + said.platform() + "/" + said.partner() + "/" + said.referrer()
                    + (said.locked() ? " locked" : ""));
            return told(region);
        });
    }

    private Outcome<RegionId> told(RegionId region) {
        var changed = new RatesChanged(Ids.next(region, clock.instant()));
        events.append(changed);
        local.publishEvent(changed);
        return Outcome.done(region);
    }

    private @Nullable Region above(Region region) {
        return region.parent() == null ? null : regions.get(region.parent());
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(RatesChanged changed) {
        regions.reload();
    }

    @Override
    public String name() {
        return "rates";
    }

    @Override
    public Set<String> types() {
        return Set.of(RatesChanged.class.getSimpleName());
    }

    @Override
    public void accept(List<RecordedEvent> changes) {
        regions.reload();
    }

    @Override
    public boolean durable() {
        return false;
    }
}
