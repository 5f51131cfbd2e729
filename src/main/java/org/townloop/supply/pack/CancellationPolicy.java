package org.townloop.supply.pack;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Words;

/**
 * What is kept of a payment when a resident cancels: the share of the first step whose time has not passed, and after
 * the last step everything.
 *
 * @param steps the earliest first: times fall, shares rise
 */
public record CancellationPolicy(List<Step> steps) {

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
        for (int i = 1; i < steps.size(); i++) {
            var earlier = steps.get(i - 1);
            var later = steps.get(i);
            if (earlier.beforeStart().compareTo(later.beforeStart()) <= 0
                    || earlier.keptPercent() >= later.keptPercent()) {
                throw new IllegalArgumentException("the times of the steps must fall and their shares rise: " + steps);
            }
        }
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
        return new CancellationWords(steps).sentence();
    }

    private int keptPercent(Duration left) {
        return steps.stream()
                .filter(step -> left.compareTo(step.beforeStart()) >= 0)
                .findFirst()
                .map(Step::keptPercent)
                .orElse(100);
    }
}
