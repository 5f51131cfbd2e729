package org.townloop.surface.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.townloop.base.identity.Actor;
import org.townloop.loop.checkout.Bundles;
import org.townloop.loop.checkout.Counters;
import org.townloop.loop.voucher.DeviceId;
import org.townloop.supply.merchant.PlaceId;

@RestController
@Tag(name = "Counter")
class CountersApi {

    /**
     * What a device says that it keeps.
     *
     * @param bundle the id of the bundle it keeps now
     * @param sequence the last number that it gave a scan; all up to it were sent
     */
    record Acknowledgement(@Nullable UUID bundle, @Nullable Long sequence) {}

    private final Counters counters;
    private final Bundles bundles;
    private final BundleViews bundleViews;
    private final DeviceViews views;

    CountersApi(Counters counters, Bundles bundles, BundleViews bundleViews, DeviceViews views) {
        this.counters = counters;
        this.bundles = bundles;
        this.bundleViews = bundleViews;
        this.views = views;
    }

    @Operation(summary = "Enrol a device as a counter of the place, by a key of its own; its token is shown this once")
    @PostMapping("/api/counters/{placeId}/devices")
    @ResponseStatus(HttpStatus.CREATED)
    DeviceViews.EnrolledJson enrol(Actor by, @PathVariable UUID placeId, @RequestBody DeviceViews.NewDevice body) {
        return views.enrol(by, new PlaceId(placeId), body);
    }

    /** The counter's page enrols the device that it is shown on, in the session of whoever is signed in there. */
    @Operation(hidden = true)
    @PostMapping("/counter/devices")
    @ResponseStatus(HttpStatus.CREATED)
    DeviceViews.EnrolledJson enrolHere(Actor by, @RequestBody DeviceViews.NewDevice body) {
        return views.enrol(by, new PlaceId(Objects.requireNonNullElse(body.place(), new UUID(0, 0))), body);
    }

    @Operation(
            summary = "What a device needs to work with no network; good for 72 hours",
            description = "At most 5,000 open vouchers, the nearest first. It answers under 1 MB before compression.")
    @GetMapping("/api/counters/{placeId}/bundle")
    BundleViews.BundleJson bundle(
            Actor counter,
            @PathVariable UUID placeId,
            @RequestParam UUID device,
            @RequestParam(defaultValue = "0") long sequence,
            @RequestParam(required = false) @Nullable OffsetDateTime clock) {
        return bundleViews.of(Refused.unless(bundles.pack(
                counter,
                new PlaceId(placeId),
                new DeviceId(device),
                sequence,
                clock == null ? null : clock.toInstant())));
    }

    @Operation(summary = "The device keeps a bundle and has sent its queue: refunds do not wait for it any more")
    @PostMapping("/api/counters/{placeId}/devices/{deviceId}/acknowledgement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void acknowledge(
            Actor counter, @PathVariable UUID placeId, @PathVariable UUID deviceId, @RequestBody Acknowledgement body) {
        Refused.unless(counters.acknowledge(
                counter,
                new PlaceId(placeId),
                new DeviceId(deviceId),
                Objects.requireNonNullElse(body.bundle(), new UUID(0, 0)),
                Objects.requireNonNullElse(body.sequence(), 0L)));
    }
}
