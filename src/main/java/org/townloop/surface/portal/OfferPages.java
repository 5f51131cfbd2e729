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

    /**
     * What the address or the form may say besides the offer: a day to show, a time to have, how many, and what was
     * chosen.
     */
    record Asked(@Nullable LocalDate day, @Nullable Instant at, int quantity, Map<String, String> answers) {

        Asked(@Nullable LocalDate day, @Nullable Instant at) {
            this(day, at, 1, Map.of());
        }
    }

    private static final Duration HOURS_AHEAD = Duration.ofDays(8);

    private final Offers offers;
    private final Places places;
    private final Packs packs;
    private final Regions regions;
    private final TimeChoices choices;
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
            TimeChoices choices,
            OpeningHours hours,
            ReputationSource reputations,
            Voices voices,
            Asks asks,
            Maps maps) {
        this.offers = offers;
        this.places = places;
        this.packs = packs;
        this.regions = regions;
        this.choices = choices;
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
                offer.isWalkIn() ? null : choices.times(page, times, offer, href, 1, asked),
                choices.days(page, times, offer, href, 1, asked),
                Score.of(reputations.all().getOrDefault(offer.id().value(), reputations.unrated()), page),
                Claim.all(pack, offer.attributes(), page.locale()),
                times.month(offers.writtenAt(offer)),
                Policies.of(page, pack.cancellation(), pack.noShow()),
                voices.of(page, offer.id()),
                block(page, times, place),
                page.say(pack.staffWord()),
                staff(page, place.id(), offer.staff()),
                others(page, offer));
    }

    static String href(Offer offer) {
        return "/offers/" + offer.id().value();
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
