package org.townloop.loop.screening;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import tools.jackson.databind.JsonNode;

/** What the index keeps of an offer or a listing to show it: plain values that JSON holds. */
record Card(
        @Nullable UUID offer,
        UUID place,
        Words title,
        Words placeName,
        Words address,
        @Nullable Double lat,
        @Nullable Double lon,
        String trade,
        long priceMinor,
        @Nullable String currency,
        long minutes,
        JsonNode details,
        String source) {

    private static final long NOTHING_TO_BOOK = -1;
    private static final long BY_QUOTE = -2;
    private static final long NOTHING_TO_COME_TO = -3;

    static Card of(Offer offer, Place place) {
        return new Card(
                offer.id().value(),
                place.id().value(),
                offer.title(),
                place.name(),
                place.address(),
                lat(place.point()),
                lon(place.point()),
                offer.pack().value(),
                offer.leastPrice().minor(),
                offer.price().currency().getCurrencyCode(),
                minutes(offer),
                offer.attributes(),
                place.source());
    }

    private static long minutes(Offer offer) {
        if (offer.isOnline()) {
            return NOTHING_TO_COME_TO;
        }
        return offer.isAd()
                ? NOTHING_TO_BOOK
                : offer.byQuote() != null ? BY_QUOTE : offer.duration().toMinutes();
    }

    static Card of(Place place) {
        return new Card(
                null,
                place.id().value(),
                place.name(),
                place.name(),
                place.address(),
                lat(place.point()),
                lon(place.point()),
                place.trade(),
                0,
                null,
                0,
                place.details(),
                place.source());
    }

    /** Whether nobody comes for it. */
    boolean online() {
        return minutes == NOTHING_TO_COME_TO;
    }

    UUID id() {
        return offer == null ? place : offer;
    }

    @Nullable
    OfferId offerId() {
        return offer == null ? null : new OfferId(offer);
    }

    PlaceId placeId() {
        return new PlaceId(place);
    }

    RegionId region() {
        return RegionId.of(place);
    }

    @Nullable
    Point point() {
        return lat == null || lon == null ? null : new Point(lat, lon);
    }

    @Nullable
    Money price() {
        return currency == null ? null : Money.of(priceMinor, currency);
    }

    @Nullable
    Duration duration() {
        return offer == null || minutes < 0 ? null : Duration.ofMinutes(minutes);
    }

    boolean byQuote() {
        return offer != null && minutes == BY_QUOTE;
    }

    private static @Nullable Double lat(@Nullable Point point) {
        return point == null ? null : point.lat();
    }

    private static @Nullable Double lon(@Nullable Point point) {
        return point == null ? null : point.lon();
    }
}
