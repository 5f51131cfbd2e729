package org.townloop.loop.ordering;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.base.region.Shares;
import org.townloop.supply.pack.CancellationPolicy;
import org.townloop.supply.pack.NoShowPolicy;

/**
 * What was agreed at the moment of sale; a later change of pack or region does not touch it.
 *
 * @param noShow what becomes of who comes late or not at all; null if nothing was agreed
 */
public record Terms(
        CancellationPolicy cancellation,
        Shares shares,
        @Nullable NoShowPolicy noShow) {

    /** Nothing is agreed on coming late. */
    public Terms(CancellationPolicy cancellation, Shares shares) {
        this(cancellation, shares, null);
    }

    /** What comes back to somebody who cancels now, or is too late for that. */
    Money refund(Money paid, @Nullable Instant start, @Nullable Instant end, Instant now) {
        if (start == null || end == null) {
            return paid;
        }
        var byCancelling = cancellation.refund(paid, start, now);
        return noShow == null || now.isBefore(noShow.missedAt(start, end))
                ? byCancelling
                : least(byCancelling, noShow.refund(paid));
    }

    /** The same where the place comes to the resident, at some time within so long from the booked one. */
    public Terms arrivingWithin(Duration window) {
        return noShow == null ? this : missed(noShow.grace(), window);
    }

    /** The same for whoever may come until the end, and no later. */
    public Terms withoutGrace() {
        return missed(null, null);
    }

    private Terms missed(@Nullable Duration grace, @Nullable Duration within) {
        return noShow == null
                ? this
                : new Terms(
                        cancellation,
                        shares,
                        new NoShowPolicy(grace, noShow.keptPercent(), noShow.settledAfter(), within));
    }

    Optional<NoShowPolicy> ifMissed() {
        return Optional.ofNullable(noShow);
    }

    /** Who waits until it is missed gets no more than who does not come. */
    private static Money least(Money one, Money other) {
        return one.minor() < other.minor() ? one : other;
    }
}
