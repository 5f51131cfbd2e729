package org.townloop.loop.screening;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.RegionId;
import org.townloop.supply.offer.OfferId;

/**
 * A document that fits as far as the index can tell.
 *
 * @param document its number in the searcher that found it
 * @param priceMinor of a listing what its source says, or null
 * @param sourceRating of a listing what its source says, 0 if it says nothing
 * @param textScore what its words are worth, per term of the question; 0 if there were none
 * @param attributes {@code key=value} each
 * @param numbers of the attributes that are asked for by number
 */
record Candidate(
        int document,
        UUID id,
        boolean bookable,
        @Nullable Long priceMinor,
        double sourceRating,
        @Nullable Point point,
        String trade,
        float textScore,
        Set<String> attributes,
        Map<String, Double> numbers) {

    OfferId offer() {
        return new OfferId(id);
    }

    RegionId region() {
        return RegionId.of(id);
    }

    boolean says(String key, String value) {
        return attributes.contains(key + "=" + value);
    }

    /** The number, or null if it says none. */
    @Nullable
    Double number(String key) {
        return numbers.get(key);
    }
}
