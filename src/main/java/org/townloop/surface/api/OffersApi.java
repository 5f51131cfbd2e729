package org.townloop.surface.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.loop.deal.Deals;
import org.townloop.loop.screening.QueryReader;
import org.townloop.loop.screening.Screening;
import org.townloop.supply.booking.Availability;
import org.townloop.supply.booking.Leg;
import org.townloop.supply.booking.Rides;
import org.townloop.supply.booking.Slot;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Ride;
import org.townloop.surface.page.RequestReason;

@RestController
@Tag(name = "Offers")
class OffersApi {

    private static final Duration USUAL_SPAN = Duration.ofDays(7);
    private static final Duration LONGEST_SPAN = Duration.ofDays(31);

    /** @param soonest of a ride, when somebody can be at the door first; not there if nobody can soon */
    record Slots(
            List<SlotJson> slots,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            SlotJson soonest) {}

    /**
     * @param gathering of a session that needs people whether it takes place
     * @param dueNow what of the price of one is paid when booking; not there if all of it
     */
    record SlotJson(
            OffsetDateTime start,
            OffsetDateTime end,
            int left,
            Amount price,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            GatheringJson gathering,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Amount dueNow) {}

    private final QueryReader queries;
    private final Screening screening;
    private final Offers offers;
    private final Deals deals;
    private final Availability availability;
    private final Rides rides;
    private final OfferViews views;
    private final Moments moments;
    private final Clock clock;

    OffersApi(
            QueryReader queries,
            Screening screening,
            Offers offers,
            Deals deals,
            Availability availability,
            Rides rides,
            OfferViews views,
            Moments moments,
            Clock clock) {
        this.queries = queries;
        this.screening = screening;
        this.offers = offers;
        this.deals = deals;
        this.availability = availability;
        this.rides = rides;
        this.views = views;
        this.moments = moments;
        this.clock = clock;
    }

    @Operation(
            summary = "Screen what is on offer",
            description =
                    "region, district, place, q, pack, near=lat,lon, within=METRES, open=START/DURATION, priceMin,"
                            + " priceMax, price=FROM-TO, ratingMin, attr.[PACK.]KEY[.min|.max|.all]=VALUE,"
                            + " sort=best|near|price|rating|soonest, limit, cursor. All must hold; of several values"
                            + " one. Facets are named as their parameters (trade is pack), and count what there"
                            + " would be under all other conditions")
    @GetMapping("/api/offers")
    OfferViews.Found find(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters, Locale locale) {
        var query = Refused.unless(queries.read(Map.copyOf(parameters)));
        return views.found(Refused.unless(screening.find(query)), locale);
    }

    @Operation(summary = "One offer")
    @GetMapping("/api/offers/{id}")
    OfferViews.OfferJson offer(@PathVariable UUID id, Locale locale) {
        return views.offer(offers.get(offerId(id)), locale);
    }

    @Operation(
            summary = "When it can begin",
            description =
                    "from and to: dates or times with offset, at most 31 days apart; people: for so many, as a party"
                            + " at a table. left: how many can come then, of a table the largest party. gathering: of a"
                            + " session that needs people, how many and until when. Of a stay each"
                            + " night that is not full, from check-in to check-out, with what it costs. near=lat,lon:"
                            + " for what is done at the resident's home, only the windows in which somebody can be at"
                            + " that door. near and destination=lat,lon: of a ride, the starts at which somebody"
                            + " can take them there, with the fare, and as soonest when somebody can be there first")
    @GetMapping("/api/offers/{id}/slots")
    Slots slots(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "1") int people,
            @RequestParam(required = false) @Nullable String near,
            @RequestParam(required = false) @Nullable String destination) {
        var offer = deals.asSold(offers.get(offerId(id)));
        var start = moments.read(offer.region(), "from", from, clock.instant());
        var end = moments.read(offer.region(), "to", to, start.plus(USUAL_SPAN));
        if (end.isBefore(start) || Duration.between(start, end).compareTo(LONGEST_SPAN) > 0) {
            throw Refused.with(Refusal.of(RequestReason.FIELD_UNREADABLE, "to"));
        }
        var leg = leg(near, destination);
        var slots = leg == null ? availability.slots(offer, start, end) : availability.slots(offer, start, end, leg);
        return new Slots(
                slots.stream()
                        .filter(slot -> slot.left() >= people)
                        .filter(slot -> offer.menu()
                                .tooLate(Map.of(), slot.start(), clock.instant())
                                .isEmpty())
                        .map(slot -> json(offer, slot))
                        .toList(),
                leg != null && offer.arrangement() instanceof Ride ride && ride.seats() >= people
                        ? rides.soonest(offer, ride, leg)
                                .map(quote -> json(offer, quote.asSlot(ride)))
                                .orElse(null)
                        : null);
    }

    private SlotJson json(Offer offer, Slot slot) {
        return new SlotJson(
                moments.in(offer.region(), slot.start()),
                moments.in(offer.region(), slot.end()),
                slot.left(),
                Amount.of(slot.price()),
                GatheringJson.of(moments, offer.region(), slot.gathering()),
                offer.deposit() == null ? null : Amount.of(offer.deposit().of(slot.price())));
    }

    private static @Nullable Leg leg(@Nullable String near, @Nullable String destination) {
        if (near == null) {
            return null;
        }
        var from = point("near", near);
        return destination == null ? Leg.at(from) : new Leg(from, point("destination", destination));
    }

    private static Point point(String field, String text) {
        var parts = text.split(",", -1);
        try {
            if (parts.length == 2) {
                return new Point(Double.parseDouble(parts[0].strip()), Double.parseDouble(parts[1].strip()));
            }
        } catch (IllegalArgumentException e) {
            // refused below, like anything else that is no point
        }
        throw Refused.with(Refusal.of(RequestReason.FIELD_UNREADABLE, field));
    }

    private static OfferId offerId(UUID id) {
        if (!RegionId.isIn(id)) {
            throw new Absent("offer " + id);
        }
        return new OfferId(id);
    }
}
