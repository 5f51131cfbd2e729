package org.townloop.loop.ordering;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Words;
import org.townloop.supply.offer.OfferId;
import tools.jackson.databind.JsonNode;

/**
 * One offer in an order, in the version and at the price it was sold.
 *
 * @param line 1, 2, 3 …
 * @param quantity 1 to 20
 * @param answers what the resident answered to the offer's questions
 */
public record Line(
        int line,
        OfferId offer,
        int offerVersion,
        Words title,
        int quantity,
        Money unit,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        JsonNode answers) {

    public Money total() {
        return unit.times(quantity);
    }
}
