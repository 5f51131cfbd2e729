package org.townloop.loop.checkout;

import java.time.Duration;
import java.time.Instant;
import org.townloop.base.identity.PersonId;
import org.townloop.loop.ordering.Pays;

/**
 * Whose order it is, and how it is paid.
 *
 * @param kept how long time or day wait for the payment
 * @param limited whether they may keep only so much at once, and are asked what the trade asks; staff have asked them
 */
record Buyer(PersonId person, Pays pays, Duration kept, boolean limited) {

    /** Not beyond its own beginning, but for as long as it takes to pay. */
    Instant keptUntil(Instant start, Instant now) {
        var until = now.plus(kept);
        var soonest = now.plus(Holds.KEPT);
        return !start.isAfter(now) || !start.isBefore(until) ? until : start.isBefore(soonest) ? soonest : start;
    }
}
