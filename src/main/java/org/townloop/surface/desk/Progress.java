package org.townloop.surface.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.media.Albums;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.visit.VisitCounts;
import org.townloop.supply.merchant.DeliveryBook;
import org.townloop.supply.merchant.Equipment;
import org.townloop.supply.merchant.OpeningHours;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.Steps;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferDesk;
import org.townloop.supply.pack.BookingMode;
import org.townloop.supply.pack.PackId;
import org.townloop.supply.pack.Packs;

/** How far a place has come on its way to the first sale: read from what is there, so that it can be left and resumed. */
@Component
class Progress {

    /** A step, and whether it is behind. */
    record Done(Stage stage, boolean done) {}

    /** The way, in order. */
    enum Stage {
        PLACE,
        HOURS,
        CREW,
        ROOMS,
        DELIVERY,
        OFFER,
        PICTURE,
        PREVIEW,
        ORDER,
        REDEMPTION;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether the merchant does it by themselves, on a screen; the last two need a customer. */
        boolean isTheirs() {
            return this != ORDER && this != REDEMPTION;
        }
    }

    private final Places places;
    private final OpeningHours hours;
    private final Equipment equipment;
    private final DeliveryBook deliveries;
    private final Packs packs;
    private final OfferDesk offers;
    private final Albums albums;
    private final Steps steps;
    private final Orders orders;
    private final VisitCounts visits;

    Progress(
            Places places,
            OpeningHours hours,
            Equipment equipment,
            DeliveryBook deliveries,
            Packs packs,
            OfferDesk offers,
            Albums albums,
            Steps steps,
            Orders orders,
            VisitCounts visits) {
        this.places = places;
        this.hours = hours;
        this.equipment = equipment;
        this.deliveries = deliveries;
        this.packs = packs;
        this.offers = offers;
        this.albums = albums;
        this.steps = steps;
        this.orders = orders;
        this.visits = visits;
    }

    /** What can be sold by what a place has: a house its rooms, a class its teachers; a kitchen need name nobody. */
    List<Done> of(Actor actor, Place place) {
        var id = place.id();
        var seen = steps.of(id);
        var sold = offers.all(actor, id);
        var done = new ArrayList<Done>();
        done.add(new Done(Stage.PLACE, place.point() != null));
        if (sells(place)) {
            done.add(new Done(Stage.HOURS, !hours.notation(id).isEmpty()));
        }
        whatItHas(place).ifPresent(done::add);
        done.add(new Done(Stage.OFFER, sold.stream().anyMatch(Offer::active)));
        done.add(new Done(Stage.PICTURE, seen.contains(Steps.Step.PICTURE) || pictured(place, sold)));
        done.add(new Done(Stage.PREVIEW, seen.contains(Steps.Step.PREVIEW)));
        if (sells(place)) {
            done.add(new Done(Stage.ORDER, orders.hasSold(id)));
            done.add(new Done(Stage.REDEMPTION, visits.hasAny(id)));
        }
        return List.copyOf(done);
    }

    Optional<Stage> next(Actor actor, Place place) {
        return of(actor, place).stream()
                .filter(step -> !step.done())
                .map(Done::stage)
                .findFirst();
    }

    /** Ads are told of: nothing more comes of them here. */
    private boolean sells(Place place) {
        return !packs.trade(place.trade()).installed()
                || !(packs.current(new PackId(place.trade())).usualMode().booking() instanceof BookingMode.Ad);
    }

    private Optional<Done> whatItHas(Place place) {
        var staffed = !places.staff(place.id()).isEmpty();
        var equipped = !places.resources(place.id()).isEmpty();
        if (!packs.trade(place.trade()).installed()) {
            return Optional.of(new Done(Stage.CREW, staffed));
        }
        return switch (packs.current(new PackId(place.trade())).usualMode().booking()) {
            case BookingMode.Delivery _ ->
                Optional.of(new Done(
                        Stage.DELIVERY, !deliveries.of(place.id()).windows().isEmpty()));
            case BookingMode.WalkIn _, BookingMode.Ad _, BookingMode.Online _ -> Optional.empty();
            case BookingMode.Stay _ -> Optional.of(new Done(Stage.ROOMS, equipped));
            case BookingMode.Session _ -> Optional.of(new Done(Stage.CREW, staffed));
            case BookingMode.Appointment _,
                    BookingMode.Table _,
                    BookingMode.HomeVisit _,
                    BookingMode.ByQuote _,
                    BookingMode.Ride _ ->
                Optional.of(new Done(
                        Stage.CREW,
                        staffed && (equipped || equipment.kinds(place).isEmpty())));
        };
    }

    private boolean pictured(Place place, List<Offer> sold) {
        var subjects = new ArrayList<UUID>();
        subjects.add(place.id().value());
        sold.forEach(offer -> subjects.add(offer.id().value()));
        return !albums.of(subjects).isEmpty();
    }
}
