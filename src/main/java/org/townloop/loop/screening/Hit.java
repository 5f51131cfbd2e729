package org.townloop.loop.screening;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.OfferId;
import tools.jackson.databind.JsonNode;

/**
 * An offer that fits, or a listing: a place that can be found but not booked here.
 *
 * @param offer null for a listing
 * @param title the offer's, or the place's name for a listing
 * @param trade the pack's id for an offer, the place's trade for a listing
 * @param point null if nobody knows where it is
 * @param price null for a listing: what its source says about prices stands in {@code details}
 * @param duration null for a listing, for an ad, and for what is opened on a page: it takes no time
 * @param online whether nobody comes for it: it is opened on a page
 * @param details the offer's attributes, or what the listing's source says
 * @param source where the place is from; see {@code Sources} for whom to thank
 * @param nextSlots the next free starts, at most three, within the time asked for if one was
 */
public record Hit(
        @Nullable OfferId offer,
        PlaceId place,
        RegionId region,
        Words title,
        Words placeName,
        Words address,
        @Nullable Point point,
        String trade,
        @Nullable Money price,
        @Nullable Duration duration,
        boolean online,
        JsonNode details,
        String source,
        @Nullable Double distanceMetres,
        Reputation reputation,
        List<Instant> nextSlots,
        boolean byQuote) {

    /** Whether it is told of and not sold here. */
    public boolean isAd() {
        return offer != null && duration == null && !byQuote && !online;
    }

    /** Whether it has no booking here yet. */
    public boolean listing() {
        return offer == null;
    }
}
