package org.townloop.surface.api;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Words;
import org.townloop.base.region.Regions;
import org.townloop.loop.checkout.Counters;
import org.townloop.loop.voucher.DeviceKey;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;

/** Devices as JSON shows them. */
@Component
class DeviceViews {

    /**
     * A device that wants to be a counter.
     *
     * @param place at which, where the address does not say it
     * @param name by which the merchant knows it
     */
    record NewDevice(
            @Nullable UUID place,
            @Nullable String name,
            @Nullable PublicKey publicKey) {}

    /** The public half of the device's key: {@code kty} EC, {@code crv} P-256. */
    record PublicKey(
            @Nullable String kty,
            @Nullable String crv,
            @Nullable String x,
            @Nullable String y) {}

    /** A place as its counter needs to know it. */
    record PlaceJson(UUID id, Words name, String zone, String currency) {}

    record EnrolledJson(UUID deviceId, String token, PlaceJson place, OffsetDateTime serverTime) {}

    private final Counters counters;
    private final Places places;
    private final Regions regions;
    private final Moments moments;
    private final Clock clock;

    DeviceViews(Counters counters, Places places, Regions regions, Moments moments, Clock clock) {
        this.counters = counters;
        this.places = places;
        this.regions = regions;
        this.moments = moments;
        this.clock = clock;
    }

    /** Enrols it, or answers with why not. */
    EnrolledJson enrol(Actor by, PlaceId place, NewDevice wish) {
        var key = wish.publicKey();
        var enrolled = Refused.unless(counters.enrol(
                by,
                place,
                Objects.requireNonNullElse(wish.name(), ""),
                key == null
                        ? null
                        : DeviceKey.of(key.kty(), key.crv(), key.x(), key.y()).orElse(null)));
        return new EnrolledJson(
                enrolled.device().id().value(),
                enrolled.token(),
                place(places.get(place)),
                moments.in(place.region(), clock.instant()));
    }

    PlaceJson place(Place place) {
        var region = regions.get(place.region());
        return new PlaceJson(
                place.id().value(),
                place.name(),
                region.zone().getId(),
                region.currency().getCurrencyCode());
    }
}
