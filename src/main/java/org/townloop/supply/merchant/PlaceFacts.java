package org.townloop.supply.merchant;

import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.Words;

/**
 * What a merchant says of a place.
 *
 * @param phone as it is dialled, or null
 */
public record PlaceFacts(
        Words name,
        Words address,
        @Nullable Point point,
        @Nullable String phone) {

    static PlaceFacts of(Place place) {
        return new PlaceFacts(place.name(), place.address(), place.point(), place.phone());
    }
}
