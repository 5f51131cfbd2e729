package org.townloop.surface.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.region.Regions;
import org.townloop.supply.booking.DeliveryWindows;
import org.townloop.supply.merchant.DeliveryBook;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;

@RestController
@Tag(name = "Offers")
class DeliveryApi {

    private static final Duration AHEAD = Duration.ofDays(7);

    /** @param left how many more orders it takes; 0 if it is full */
    record WindowJson(OffsetDateTime start, OffsetDateTime end, OffsetDateTime closesAt, int left) {}

    /** @param withinMetres from the place, in a straight line */
    record RingJson(int withinMetres, Amount fee) {}

    /**
     * How a place brings goods.
     *
     * @param windows that can be ordered for in the next seven days: the slotStart of an order
     * @param rings the nearest first; none if nothing is brought
     * @param least what the goods of an order must come to for them to be brought
     * @param freeFrom from what goods on they are brought for nothing
     * @param pickUp whether they can be fetched, for nothing, by an order without a site
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PlaceDeliveryJson(
            List<WindowJson> windows,
            List<RingJson> rings,
            Amount least,
            @Nullable Amount freeFrom,
            boolean pickUp) {}

    private final Places places;
    private final DeliveryBook deliveries;
    private final DeliveryWindows windows;
    private final Regions regions;
    private final Moments moments;

    DeliveryApi(Places places, DeliveryBook deliveries, DeliveryWindows windows, Regions regions, Moments moments) {
        this.places = places;
        this.deliveries = deliveries;
        this.windows = windows;
        this.regions = regions;
        this.moments = moments;
    }

    @Operation(
            summary = "When, where to and for how much a place brings goods",
            description = "404 for a place that sells nothing by the window.")
    @GetMapping("/api/places/{id}/delivery")
    PlaceDeliveryJson delivery(@PathVariable UUID id) {
        var place = shop(id);
        var settings = deliveries.of(place.id());
        var currency = regions.get(place.region()).currency();
        var freeFrom = settings.freeFromMinor();
        return new PlaceDeliveryJson(
                windows.open(place.id(), AHEAD).stream()
                        .map(window -> new WindowJson(
                                moments.in(place.region(), window.start()),
                                moments.in(place.region(), window.end()),
                                moments.in(place.region(), window.closesAt()),
                                window.left()))
                        .toList(),
                settings.rings().stream()
                        .map(ring -> new RingJson(ring.withinMetres(), Amount.of(new Money(ring.feeMinor(), currency))))
                        .toList(),
                Amount.of(new Money(settings.leastMinor(), currency)),
                freeFrom == null ? null : Amount.of(new Money(freeFrom, currency)),
                settings.pickUp());
    }

    private Place shop(UUID id) {
        var place = RegionId.isIn(id) ? places.get(List.of(new PlaceId(id))).get(new PlaceId(id)) : null;
        if (place == null || place.isListing() || !deliveries.isFor(place.trade())) {
            throw new Absent("shop " + id);
        }
        return place;
    }
}
