package org.townloop.loop.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.townloop.base.identity.PersonId;

/**
 * How a refund that its gateway refused was paid otherwise, as operators say.
 *
 * @param reference by which the bank's paper names it
 * @param confirmedBy another operator; null as long as nobody has confirmed it
 */
public record WayOn(
        String reference,
        PersonId enteredBy,
        Instant enteredAt,
        @Nullable PersonId confirmedBy,
        @Nullable Instant confirmedAt) {}
