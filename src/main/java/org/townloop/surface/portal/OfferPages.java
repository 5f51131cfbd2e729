package org.townloop.surface.portal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.region.Regions;
import org.townloop.loop.screening.ReputationSource;
import org.townloop.supply.booking.Availability;
import org.townloop.supply.merchant.OpeningHours;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.Staff;
import org.townloop.supply.merchant.StaffId;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.pack.Packs;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.PatternDrawing;
import org.townloop.surface.page.Times;

/** Gathers what the page of an offer shows. */
@Component
class OfferPages {

    /** What the address may say besides the offer: a day to show, a time to have. */
    record Asked(@Nullable LocalDate day, @Nullable Instant at) {}

    private static final Duration HOURS_AHEAD = Duration.ofDays(8);

    private final Offers offers;
    private final Places places;
    private final Packs packs;
    private final Regions regions;
    private final Availability availability;
    private final OpeningHours hours;
    private final ReputationSource reputations;
    private final Voices voices;
    private final Asks asks;
    private final Maps maps;

    OfferPages(
            Offers offers,
            Places places,
            Packs packs,
            Regions regions,
            Availability availability,
            OpeningHours hours,
            ReputationSource reputations,
            Voices voices,
            Asks asks,
            Maps maps) {
        this.offers = offers;
        this.places = places;
        this.packs = packs;
        this.regions = regions;
        this.availability = availability;
        this.hours = hours;
        this.reputations = reputations;
        this.voices = voices;
        this.asks = asks;
        this.maps = maps;
    }

    OfferView of(Page page, Offer offer, Asked asked, @Nullable String refusal) {
        var place = places.get(offer.place());
        var pack = packs.get(offer.pack(), offer.packVersion());
        var times = page.times().in(regions.get(offer.region()).zone());
        var href = href(offer);
        return new OfferView(
                page,
                asks.empty(page),
                refusal,
                UUID.randomUUID().toString(),
                href,
                offer.active(),
                new PatternDrawing(pack.pattern(), page.say(place.name())),
                page.say(offer.title()),
                page.say(offer.description()),
                page.money(offer.price()),
                page.formats().duration(offer.duration()),
                free(page, times, offer, asked),
                Score.of(reputations.all().getOrDefault(offer.id().value(), reputations.unrated()), page),
                Claim.all(pack, offer.attributes(), page.locale()),
                times.month(offers.writtenAt(offer)),
                page.say(pack.cancellation().inWords()),
                voices.of(page, offer.id()),
                block(page, times, place),
                page.say(pack.staffWord()),
                staff(page, place.id(), offer.staff()),
                others(page, offer));
    }

    static String href(Offer offer) {
        return "/offers/" + offer.id().value();
    }

    private FreeDays free(Page page, Times times, Offer offer, Asked asked) {
        var start = times.today().atStartOfDay(times.zone());
        var all = availability.slots(
                offer, start.toInstant(), start.plusDays(FreeDays.CALENDAR).toInstant());
        var at = asked.at();
        var day = FreeDays.day(asked.day() == null && at != null ? times.day(at) : asked.day(), all, times);
        return FreeDays.of(page, times, href(offer), all, day, at);
    }

    private OfferView.PlaceBlock block(Page page, Times times, Place place) {
        var now = times.now();
        var coming = hours.spans(Set.of(place.id()), now, now.plus(HOURS_AHEAD))
                .getOrDefault(place.id().value(), List.of());
        var point = place.point();
        return new OfferView.PlaceBlock(
                page.say(place.name()),
                new SearchAddress(Map.of("place", List.of(place.id().value().toString()))).toString(),
                page.say(place.address()),
                place.phone(),
                Week.of(page, times, hours.weekOf(place.id()), coming),
                point == null ? null : maps.of(page, point, page.say(place.name())));
    }

    private List<String> staff(Page page, PlaceId place, Set<StaffId> able) {
        return places.staff(place).stream()
                .filter(staff -> able.contains(staff.id()))
                .map(Staff::name)
                .map(page::say)
                .toList();
    }

    private List<OfferView.Other> others(Page page, Offer shown) {
        return offers.at(shown.place()).stream()
                .filter(offer -> !offer.id().equals(shown.id()))
                .map(offer -> new OfferView.Other(
                        page.say(offer.title()),
                        page.money(offer.price()),
                        page.formats().duration(offer.duration()),
                        href(offer)))
                .toList();
    }
}
