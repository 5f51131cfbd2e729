package org.townloop.loop.stored;

import org.jspecify.annotations.Nullable;

/**
 * What a region says of stored value; what is null is as above it.
 *
 * @param months how long a card is good from its sale on, 1 to 120; 0 for ever
 * @param depositary the bank that keeps the money of cards until they are used
 * @param reference of the agreement with it
 * @param locked whether the regions below say nothing else
 */
public record Said(
        @Nullable Integer months,
        @Nullable String depositary,
        @Nullable String reference,
        boolean locked) {

    /** Everything is as above. */
    static final Said INHERITED = new Said(null, null, null, false);

    Said over(Said above) {
        return new Said(
                months == null ? above.months : months,
                depositary == null ? above.depositary : depositary,
                reference == null ? above.reference : reference,
                locked);
    }
}
