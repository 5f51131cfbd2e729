package org.townloop.loop.checkout;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.townloop.supply.offer.OfferId;

/**
 * What a resident wants to have kept.
 *
 * @param slotStart when it begins; for a walk-in the beginning of the day
 * @param quantity how many at that time, 1 to 20
 * @param answers what the resident has to say to it, by question; the dishes of a set menu by course
 */
public record HoldOrder(OfferId offer, @Nullable Instant slotStart, int quantity, Map<String, String> answers) {

    /**
     * Letters that no database keeps are not kept, and a question without an answer was not answered. The order is as it
     * was sent: the same request has the same hash in every process.
     */
    public HoldOrder {
        var kept = new LinkedHashMap<String, String>();
        answers.forEach((question, answer) -> {
            if (answer != null) {
                kept.put(question.replace("\u0000", ""), answer.replace("\u0000", ""));
            }
        });
        answers = Collections.unmodifiableMap(kept);
    }
}
