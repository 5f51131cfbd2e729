package org.townloop.supply.merchant;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;
import tools.jackson.databind.JsonNode;

/**
 * Where something is had.
 *
 * @param merchant null while no merchant has taken the place over
 * @param point null if unknown: then it is listed, but not on the map
 * @param trade the id of its trade
 * @param details what its source says of it, in the source's own words
 * @param source who says so: {@code townloop}, or the name of a data set
 */
public record Place(
        PlaceId id,
        RegionId region,
        @Nullable MerchantId merchant,
        Words name,
        Words address,
        @Nullable Point point,
        String trade,
        @Nullable String phone,
        JsonNode details,
        String source) {

    /** Whether it can be found but not booked. */
    public boolean isListing() {
        return merchant == null;
    }

    /** The hours as its source tells them: in the notation of OpenStreetMap, or in words. */
    public Optional<String> listedHours() {
        return Stream.of("opening_hours", "hours")
                .map(name -> details.path(name).asString("").strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
