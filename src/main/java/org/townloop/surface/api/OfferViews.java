package org.townloop.surface.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Point;
import org.townloop.loop.deal.Deals;
import org.townloop.loop.screening.FacetCount;
import org.townloop.loop.screening.Hit;
import org.townloop.loop.screening.Reputation;
import org.townloop.loop.screening.ReputationSource;
import org.townloop.loop.screening.Results;
import org.townloop.supply.booking.Availability;
import org.townloop.supply.booking.DayWindows;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.offer.Arrangement;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.pack.Packs;
import tools.jackson.databind.JsonNode;

/** Offers as JSON shows them. */
@Component
class OfferViews {

    private static final Duration SOON = Duration.ofDays(14);
    private static final int NEXT = 3;
    private static final int BLOCKED_AHEAD = 150;

    record Found(
            List<Object> offers,
            Map<String, List<FacetJson>> facets,
            int total,
            @Nullable String cursor,
            UnderstoodJson understood) {}

    record FacetJson(String value, String label, int count, boolean chosen) {}

    record PlaceJson(
            UUID id,
            String name,
            String address,
            @Nullable Double lat,
            @Nullable Double lon) {}

    record ReputationJson(@Nullable Double score, @Nullable Double atLeast, int visits) {}

    /** What is claimed, and who says so. */
    record Evidence(String key, JsonNode value, String source) {}

    /** An offer, or with neither price nor slots a listing. */
    record HitJson(
            @Nullable UUID id,
            String title,
            String pack,
            PlaceJson place,
            @Nullable Amount price,
            @Nullable Long distanceMetres,
            ReputationJson reputation,
            List<Evidence> evidence,
            List<OffsetDateTime> nextSlots,
            String source) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfferJson(
            UUID id,
            int version,
            boolean active,
            String title,
            String description,
            String pack,
            PlaceJson place,
            UUID merchantId,
            Amount price,
            @Nullable DealJson deal,
            @Nullable DepositJson deposit,
            @Nullable AtShopJson atShop,
            long durationMinutes,
            ReputationJson reputation,
            List<Evidence> evidence,
            String cancellation,
            @Nullable String lateAndNoShow,
            String mode,
            Arrangement arrangement,
            @Nullable WalkInJson walkIn,
            List<CourseJson> menu,
            List<QuestionJson> questions,
            List<OffsetDateTime> nextSlots) {}

    /** How it is had on a day. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WalkInJson(
            int dailyCapacity, int windowDays, @Nullable LocalDate lastSaleDay, List<LocalDate> blockedDays) {}

    private final Places places;
    private final Packs packs;
    private final Availability availability;
    private final DayWindows windows;
    private final ReputationSource reputations;
    private final Deals deals;
    private final Moments moments;
    private final Clock clock;

    OfferViews(
            Places places,
            Packs packs,
            Availability availability,
            DayWindows windows,
            ReputationSource reputations,
            Deals deals,
            Moments moments,
            Clock clock) {
        this.places = places;
        this.packs = packs;
        this.availability = availability;
        this.windows = windows;
        this.reputations = reputations;
        this.deals = deals;
        this.moments = moments;
        this.clock = clock;
    }

    Found found(Results results, Locale locale) {
        return new Found(
                results.hits().stream().<Object>map(hit -> hit(hit, locale)).toList(),
                results.facets().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, facet -> facets(facet.getValue(), locale))),
                results.total(),
                results.cursor(),
                UnderstoodJson.of(results.understood(), locale));
    }

    /** At the price at which it is sold now; with its deal, if one is open or announced. */
    OfferJson offer(Offer written, Locale locale) {
        var deal = deals.ahead(List.of(written.id())).get(written.id());
        var offer = deal != null && deal.isOpen() ? deal.deal().applied(written) : written;
        var place = places.get(offer.place());
        var pack = packs.get(offer.pack(), offer.packVersion());
        var mode = pack.mode(offer.mode());
        var now = clock.instant();
        var next = availability
                .nextSlots(List.of(offer.id()), now, now.plus(SOON), NEXT)
                .getOrDefault(offer.id(), List.of());
        return new OfferJson(
                offer.id().value(),
                offer.version(),
                offer.active(),
                offer.title().in(locale),
                offer.description().in(locale),
                offer.pack().value(),
                place(
                        place.id().value(),
                        place.name().in(locale),
                        place.address().in(locale),
                        place.point()),
                offer.merchant().value(),
                Amount.of(offer.price()),
                deal == null ? null : DealJson.of(deal, written.price(), moments),
                DepositJson.of(offer, offer.price()),
                AtShopJson.of(offer),
                offer.duration().toMinutes(),
                reputation(reputations.all().get(offer.id().value())),
                stated(offer.attributes()),
                mode.cancellation().inWords().in(locale),
                mode.noShow() == null ? null : mode.noShow().inWords().in(locale),
                offer.mode(),
                offer.arrangement(),
                walkIn(offer),
                CourseJson.of(offer, locale),
                QuestionJson.of(pack.practice().questions(), locale),
                next.stream().map(start -> moments.in(offer.region(), start)).toList());
    }

    private @Nullable WalkInJson walkIn(Offer offer) {
        var walkIn = offer.walkIn();
        if (walkIn == null) {
            return null;
        }
        var today = moments.in(offer.region(), clock.instant()).toLocalDate();
        return new WalkInJson(
                walkIn.dailyCapacity(),
                walkIn.windowDays(),
                walkIn.lastSaleDay(),
                List.copyOf(windows.blockedDays(offer, today, today.plusDays(BLOCKED_AHEAD))));
    }

    private HitJson hit(Hit hit, Locale locale) {
        var offer = hit.offer();
        var distance = hit.distanceMetres();
        return new HitJson(
                offer == null ? null : offer.value(),
                hit.title().in(locale),
                hit.trade(),
                place(
                        hit.place().value(),
                        hit.placeName().in(locale),
                        hit.address().in(locale),
                        hit.point()),
                Amount.ofNullable(hit.price()),
                distance == null ? null : Math.round(distance),
                reputation(hit.reputation()),
                offer == null ? List.of() : stated(hit.details()),
                hit.nextSlots().stream()
                        .map(start -> moments.in(hit.region(), start))
                        .toList(),
                hit.source());
    }

    private static List<FacetJson> facets(List<FacetCount> counts, Locale locale) {
        return counts.stream()
                .map(count -> new FacetJson(count.value(), count.label().in(locale), count.count(), count.chosen()))
                .toList();
    }

    private static PlaceJson place(UUID id, String name, String address, @Nullable Point point) {
        return new PlaceJson(id, name, address, point == null ? null : point.lat(), point == null ? null : point.lon());
    }

    private static ReputationJson reputation(@Nullable Reputation reputation) {
        return reputation == null || reputation.visits() == 0
                ? new ReputationJson(null, null, 0)
                : new ReputationJson(round(reputation.mean()), round(reputation.lower()), reputation.visits());
    }

    /** What an offer says of itself is stated by its merchant; nothing here is confirmed or measured. */
    private static List<Evidence> stated(JsonNode attributes) {
        return attributes.properties().stream()
                .map(attribute -> new Evidence(attribute.getKey(), attribute.getValue(), "stated"))
                .toList();
    }

    private static double round(double score) {
        return Math.round(score * 100) / 100.0;
    }
}
