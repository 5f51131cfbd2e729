package org.townloop.surface.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.townloop.base.media.Albums;
import org.townloop.base.media.PictureId;
import org.townloop.base.media.PictureSize;
import org.townloop.base.region.Regions;
import org.townloop.loop.checkout.Waiting;
import org.townloop.loop.deal.Deals;
import org.townloop.loop.screening.ReputationSource;
import org.townloop.supply.merchant.Merchants;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.StaffId;
import org.townloop.supply.offer.Ad;
import org.townloop.supply.offer.Appointment;
import org.townloop.supply.offer.Article;
import org.townloop.supply.offer.ByQuote;
import org.townloop.supply.offer.HomeVisit;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Online;
import org.townloop.supply.offer.Ride;
import org.townloop.supply.offer.Session;
import org.townloop.supply.offer.Stay;
import org.townloop.supply.offer.Stored;
import org.townloop.supply.offer.Table;
import org.townloop.supply.offer.WalkIn;
import org.townloop.supply.pack.Packs;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.PatternDrawing;
import org.townloop.surface.page.Photo;
import org.townloop.surface.page.Times;

/** Gathers what the page of an offer shows. */
@Component
class OfferViews {

    private static final double METRES = 1_000;

    private final Offers offers;
    private final Places places;
    private final Deals deals;
    private final Packs packs;
    private final Regions regions;
    private final TimeChoices choices;
    private final StayChoices stays;
    private final PlaceBlocks placeBlocks;
    private final ReputationSource reputations;
    private final Voices voices;
    private final Asks asks;
    private final Albums albums;
    private final Merchants merchants;
    private final OnlineOffers online;
    private final TogetherViews combined;
    private final int waitingMinutes;

    OfferViews(
            Offers offers,
            Places places,
            Deals deals,
            Packs packs,
            Regions regions,
            TimeChoices choices,
            StayChoices stays,
            PlaceBlocks placeBlocks,
            ReputationSource reputations,
            Voices voices,
            Asks asks,
            Albums albums,
            Merchants merchants,
            OnlineOffers online,
            TogetherViews combined,
            @Value("${townloop.waiting.minutes}") int waitingMinutes) {
        this.offers = offers;
        this.places = places;
        this.deals = deals;
        this.packs = packs;
        this.regions = regions;
        this.choices = choices;
        this.stays = stays;
        this.placeBlocks = placeBlocks;
        this.reputations = reputations;
        this.voices = voices;
        this.asks = asks;
        this.albums = albums;
        this.merchants = merchants;
        this.online = online;
        this.combined = combined;
        this.waitingMinutes = waitingMinutes;
    }

    OfferView of(Page page, Offer written, Asked asked, @Nullable String refusal) {
        var deal = deals.ahead(List.of(written.id())).get(written.id());
        var offer = deal != null && deal.isOpen() ? deal.deal().applied(written) : written;
        var place = places.get(offer.place());
        var pack = packs.get(offer.pack(), offer.packVersion());
        var mode = pack.mode(offer.mode());
        var times = page.times().in(regions.get(offer.region()).zone());
        var href = href(offer);
        var people = HowMany.of(offer, asked.quantity());
        var photos = photos(page, offer);
        return new OfferView(
                page,
                asks.empty(page),
                refusal,
                UUID.randomUUID().toString(),
                href,
                asked.several(),
                offer.active(),
                photos.isEmpty() ? new PatternDrawing(pack.pattern(), page.say(place.name())) : photos.getFirst(),
                photos.isEmpty() ? List.of() : photos.subList(1, photos.size()),
                !merchants.unverified(List.of(place.id())).isEmpty(),
                page.say(offer.title()),
                page.say(offer.description()),
                Extents.price(page, offer),
                Extents.of(page, offer),
                times(page, times, offer, people, asked),
                people,
                perPerson(page, offer),
                deal == null ? null : DealWords.of(page, times, deal, written.price()),
                DepositWords.of(page, offer),
                atShop(page, offer),
                DishesToOrder.of(page, offer, asked.answers()),
                choices.days(page, times, offer, href, 1, asked),
                stays.of(page, times, offer, href, StayAsked.read(asked, times)),
                door(page, times, offer, asked.at()),
                offer.byQuote(),
                offer.arrangement() instanceof Ad ad ? times.date(ad.until()) : null,
                online.of(page, offer),
                offer.active() && Waiting.isFor(offer) ? asked.line(times, waitingMinutes) : null,
                ShopViews.put(offer),
                combined.href(offer),
                Score.of(reputations.all().getOrDefault(offer.id().value(), reputations.unrated()), page),
                Claim.all(pack, offer.attributes(), page.locale()),
                Practised.of(page, pack.practice(), asked.answers()),
                times.month(offers.statedSince(offer)),
                offer.isAd() ? List.of() : Policies.of(page, offer, mode.cancellation(), mode.noShow()),
                voices.of(page, offer.id()),
                placeBlocks.of(page, times, place),
                page.say(pack.staffWord()),
                staff(page, place.id(), offer.staff()),
                others(page, offer));
    }

    /** Of a table those that are free for so many, of a class those with a seat. */
    private @Nullable FreeDays times(Page page, Times times, Offer offer, HowMany people, Asked asked) {
        if (offer.article() != null) {
            return null;
        }
        var href = href(offer) + (asked.isPicking() ? "?basket=yes" : "");
        return people.first()
                ? choices.times(
                        page,
                        times,
                        offer,
                        href + (asked.isPicking() ? "&" : "?") + "people=" + people.chosen(),
                        TimeChoices.Fitting.least(people.chosen()),
                        asked)
                : choices.times(page, times, offer, href, TimeChoices.Fitting.least(1), asked);
    }

    private static @Nullable String perPerson(Page page, Offer offer) {
        return switch (offer.arrangement()) {
            case Table _ -> page.text("portal.offer.per-guest");
            case Session _ -> perPersonOf(page, offer);
            case Appointment _, WalkIn _, Stay _, HomeVisit _, Ad _, ByQuote _, Ride _, Online _, Stored _, Article _ ->
                null;
        };
    }

    private static String perPersonOf(Page page, Offer offer) {
        var gathering = GatheringWords.ofOffer(page, offer);
        var each = page.text("portal.offer.per-person");
        return gathering == null ? each : each + page.gap() + gathering;
    }

    /** Null if nobody comes to them. */
    private OfferView.@Nullable Door door(Page page, Times times, Offer offer, @Nullable Instant at) {
        var soonest = choices.soonest(offer, times).map(times::moment).orElse(null);
        return switch (offer.arrangement()) {
            case HomeVisit visit ->
                new OfferView.Door(
                        href(offer) + (at == null ? "/door" : "/door?at=" + at),
                        page.formats().duration(visit.window()),
                        visit.withinMetres() / METRES,
                        soonest,
                        null);
            case Ride ride ->
                new OfferView.Door(
                        href(offer) + "/ride",
                        page.formats().duration(ride.window()),
                        ride.withinMetres() / METRES,
                        soonest,
                        FareParts.of(page, offer, ride));
            case Appointment _, WalkIn _, Session _, Table _, Stay _, Article _, Ad _, ByQuote _, Online _, Stored _ ->
                null;
        };
    }

    /** Those of the offer, then those of the place. */
    private List<Photo> photos(Page page, Offer offer) {
        var pictures = albums.of(List.of(offer.id().value(), offer.place().value()));
        var all = new ArrayList<PictureId>(pictures.getOrDefault(offer.id().value(), List.of()));
        pictures.getOrDefault(offer.place().value(), List.of()).stream()
                .filter(picture -> !all.contains(picture))
                .forEach(all::add);
        var title = page.say(offer.title());
        return IntStream.range(0, all.size())
                .mapToObj(i -> new Photo(
                        all.get(i),
                        i == 0 ? PictureSize.PAGE : PictureSize.CARD,
                        page.text("portal.offer.photo", "number", i + 1, "title", title),
                        i == 0))
                .toList();
    }

    static String href(Offer offer) {
        return "/offers/" + offer.id().value();
    }

    private List<String> staff(Page page, PlaceId place, Set<StaffId> able) {
        return places.staff(place).stream()
                .filter(staff -> able.contains(staff.id()))
                .map(staff -> page.say(staff.name()))
                .toList();
    }

    private List<OfferView.Other> others(Page page, Offer shown) {
        return offers.at(shown.place()).stream()
                .filter(offer -> !offer.id().equals(shown.id()))
                .map(offer -> new OfferView.Other(
                        page.say(offer.title()), Extents.price(page, offer), Extents.of(page, offer), href(offer)))
                .toList();
    }

    private static @Nullable String atShop(Page page, Offer offer) {
        var atShop = offer.atShop();
        return atShop == null ? null : page.text(atShop.only() ? "portal.at-shop.only" : "portal.at-shop.beside");
    }
}
