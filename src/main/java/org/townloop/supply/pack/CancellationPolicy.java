package org.townloop.supply.pack;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Words;

/**
 * What is kept of a payment when a resident cancels: the share of the first step whose time has not passed, and after
 * the last step another, usually everything.
 *
 * @param steps the earliest first: times fall, shares rise
 * @param keptAfterStart kept when the last step has passed, in percent; everything if it is not said
 * @param of what the times lie before: the booked time if it is not said
 * @param unopened of what is opened online, for how long after the purchase nothing is kept as long as it was not opened;
 *     null for all else
 * @param justPaid for how long after the purchase nothing is kept as long as nobody has set out; null if never
 */
public record CancellationPolicy(
        List<Step> steps,
        @Nullable Integer keptAfterStart,
        @Nullable Start of,
        @Nullable Duration unopened,
        @Nullable Duration justPaid) {

    /** What it is that starts. */
    public enum Start {
        /** the booked time */
        TIME,
        /** the chosen day, at midnight */
        DAY,
        /** the window in which goods are had; once they are being packed nothing is called off any more */
        PACKED
    }

    /**
     * Up to and including this long before the start, this share is kept.
     *
     * @param beforeStart not negative
     * @param keptPercent 0 to 100
     */
    public record Step(Duration beforeStart, int keptPercent) {

        public Step {
            if (beforeStart.isNegative() || keptPercent < 0 || keptPercent > 100) {
                throw new IllegalArgumentException("no step: " + beforeStart + " keeps " + keptPercent + " %");
            }
        }
    }

    public CancellationPolicy {
        steps = List.copyOf(steps);
        keptAfterStart = keptAfterStart == null ? 100 : keptAfterStart;
        of = of == null ? Start.TIME : of;
        for (int i = 1; i < steps.size(); i++) {
            var earlier = steps.get(i - 1);
            var later = steps.get(i);
            if (earlier.beforeStart().compareTo(later.beforeStart()) <= 0
                    || earlier.keptPercent() >= later.keptPercent()) {
                throw new IllegalArgumentException("the times of the steps must fall and their shares rise: " + steps);
            }
        }
        if (keptAfterStart < (steps.isEmpty() ? 0 : steps.getLast().keptPercent()) || keptAfterStart > 100) {
            throw new IllegalArgumentException("after the last step no less is kept than before: " + keptAfterStart);
        }
    }

    /** Of what begins at some time. */
    public CancellationPolicy(List<Step> steps, @Nullable Integer keptAfterStart, @Nullable Start of) {
        this(steps, keptAfterStart, of, null, null);
    }

    /** Of a booked time, after which nothing is refunded. */
    public CancellationPolicy(List<Step> steps) {
        this(steps, null, null);
    }

    /** Of what is opened online: all goes back for so long as it was not opened, nothing afterwards. */
    public static CancellationPolicy untilOpened(Duration unopened) {
        return new CancellationPolicy(List.of(), 100, Start.TIME, unopened, null);
    }

    /** The same, but that nothing is kept for so long after the purchase, as long as nobody has set out. */
    CancellationPolicy freeFor(@Nullable Duration afterPayment) {
        return new CancellationPolicy(steps, keptAfterStart, of, unopened, afterPayment);
    }

    /** Whether it was paid so short a time ago that nothing is kept, if nobody has set out. */
    public boolean isJustPaid(Instant paidAt, Instant now) {
        return justPaid != null && now.isBefore(paidAt.plus(justPaid));
    }

    @Override
    public Integer keptAfterStart() {
        return keptAfterStart == null ? 100 : keptAfterStart;
    }

    @Override
    public Start of() {
        return of == null ? Start.TIME : of;
    }

    /** Until when it costs nothing to cancel, and so to move to another time; nothing if it always costs something. */
    public Optional<Instant> freeUntil(Instant start) {
        return steps.isEmpty() || steps.getFirst().keptPercent() > 0
                ? Optional.empty()
                : Optional.of(start.minus(steps.getFirst().beforeStart()));
    }

    /**
     * What the resident gets back who cancels now. Rounding favours the resident.
     *
     * @param paid what was captured
     * @param start the booked time
     */
    public Money refund(Money paid, Instant start, Instant now) {
        return paid.minus(paid.basisPoints(keptPercent(Duration.between(now, start)) * 100));
    }

    /** The whole policy as one or two sentences for whoever is about to pay. */
    public Words inWords() {
        return new CancellationWords(this).sentence();
    }

    private int keptPercent(Duration left) {
        return steps.stream()
                .filter(step -> left.compareTo(step.beforeStart()) >= 0)
                .findFirst()
                .map(Step::keptPercent)
                .orElse(keptAfterStart());
    }
}
