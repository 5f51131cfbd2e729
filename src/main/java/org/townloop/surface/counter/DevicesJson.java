package org.townloop.surface.counter;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Words;
import org.townloop.base.region.Regions;
import org.townloop.loop.checkout.Counters;
import org.townloop.loop.voucher.DeviceKey;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;
import org.townloop.surface.page.Problems;
import org.townloop.surface.page.RequestReason;

/** The counter's page enrols the device that it is shown on, in the session of whoever is signed in there. */
@RestController
class DevicesJson {

    /** A device that wants to be a counter of the place. */
    record NewDevice(
            @Nullable UUID place,
            @Nullable String name,
            @Nullable PublicKey publicKey) {}

    record PublicKey(
            @Nullable String kty,
            @Nullable String crv,
            @Nullable String x,
            @Nullable String y) {}

    record PlaceJson(UUID id, Words name, String zone, String currency) {}

    record EnrolledJson(UUID deviceId, String token, PlaceJson place, Instant serverTime) {}

    private final Counters counters;
    private final Places places;
    private final Regions regions;
    private final Problems problems;
    private final Clock clock;

    DevicesJson(Counters counters, Places places, Regions regions, Problems problems, Clock clock) {
        this.counters = counters;
        this.places = places;
        this.regions = regions;
        this.problems = problems;
        this.clock = clock;
    }

    @PostMapping("/counter/devices")
    ResponseEntity<?> enrol(Actor by, @RequestBody NewDevice wish, HttpServletRequest request) {
        var key = wish.publicKey();
        var at = new PlaceId(Objects.requireNonNullElse(wish.place(), new UUID(0, 0)));
        var enrolled = counters.enrol(
                by,
                at,
                Objects.requireNonNullElse(wish.name(), ""),
                key == null
                        ? null
                        : DeviceKey.of(key.kty(), key.crv(), key.x(), key.y()).orElse(null));
        return switch (enrolled) {
            case Outcome.Done<Counters.Enrolled>(var done) ->
                ResponseEntity.status(HttpStatus.CREATED).body(json(done));
            case Outcome.Refused<Counters.Enrolled>(var refusal) -> problems.of(refusal, request);
        };
    }

    @ExceptionHandler
    ResponseEntity<?> absent(Absent absent, HttpServletRequest request) {
        return problems.of(Refusal.of(RequestReason.NOT_FOUND), request);
    }

    private EnrolledJson json(Counters.Enrolled enrolled) {
        var place = places.get(enrolled.device().place());
        var region = regions.get(place.region());
        return new EnrolledJson(
                enrolled.device().id().value(),
                enrolled.token(),
                new PlaceJson(
                        place.id().value(),
                        place.name(),
                        region.zone().getId(),
                        region.currency().getCurrencyCode()),
                clock.instant());
    }
}
