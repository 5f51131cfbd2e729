package org.townloop.surface.counter;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Site;
import org.townloop.base.region.Regions;
import org.townloop.loop.checkout.StaffOrder;
import org.townloop.loop.ordering.Pays;
import org.townloop.supply.booking.Availability;
import org.townloop.supply.booking.Leg;
import org.townloop.supply.booking.Rides;
import org.townloop.supply.booking.Slot;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.offer.Ad;
import org.townloop.supply.offer.Appointment;
import org.townloop.supply.offer.Article;
import org.townloop.supply.offer.ByQuote;
import org.townloop.supply.offer.HomeVisit;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Online;
import org.townloop.supply.offer.Ride;
import org.townloop.supply.offer.Session;
import org.townloop.supply.offer.Stay;
import org.townloop.supply.offer.Stored;
import org.townloop.supply.offer.Table;
import org.townloop.supply.offer.WalkIn;
import org.townloop.surface.page.Addresses;
import org.townloop.surface.page.Deposits;
import org.townloop.surface.page.Landmarks;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Times;

/** Gathers what is shown while an order is taken. */
@Component
class WalkIns {

    private static final Duration AHEAD = Duration.ofDays(14);
    private static final int MOST_UNITS = 20;
    private static final int MOST_DAYS = 14;

    private final Offers offers;
    private final Availability availability;
    private final Rides rides;
    private final Regions regions;
    private final Addresses addresses;
    private final Landmarks landmarks;

    WalkIns(
            Offers offers,
            Availability availability,
            Rides rides,
            Regions regions,
            Addresses addresses,
            Landmarks landmarks) {
        this.offers = offers;
        this.availability = availability;
        this.rides = rides;
        this.regions = regions;
        this.addresses = addresses;
        this.landmarks = landmarks;
    }

    /** A home that was said to be near something. */
    WalkInView.Door door(Place here, String address, String landmark) {
        return new WalkInView.Door(
                address, landmark, landmarks.point(here.region(), landmark).orElse(null));
    }

    /** @param day whose times are shown; null for that of what is chosen, or the first that has one */
    WalkInView of(
            Page page,
            Place here,
            @Nullable OfferId offer,
            @Nullable LocalDate day,
            WalkInView.From from,
            WalkInView.Typing typed,
            @Nullable String refusal) {
        var times = page.times().in(regions.get(here.region()).zone());
        var chosenDay = day == null && typed.start() != null ? times.day(typed.start()) : day;
        return new WalkInView(
                page,
                from,
                here.id().value(),
                page.say(here.name()),
                refusal,
                UUID.randomUUID().toString(),
                offer == null ? choices(page, times, here, from) : List.of(),
                offer == null ? null : chosen(page, times, sold(here, offer), chosenDay, typed),
                typed);
    }

    WalkInView.Taken taken(Page page, Place here, StaffOrder.Taken taken, WalkInView.From from) {
        var order = taken.order();
        var line = order.first();
        var times = page.times().in(regions.get(here.region()).zone());
        var offer = offers.get(line.offer(), line.offerVersion());
        var starts = line.startsAt();
        var ends = order.askedUntil();
        var site = line.site();
        return new WalkInView.Taken(
                page,
                from,
                here.id().value(),
                page.say(line.title()),
                starts == null || ends == null ? "" : times.span(starts, ends),
                site == null ? null : where(page, site),
                Deposits.amounts(page, order.total(), order.balance()),
                Dishes.of(page, offer.menu().chosen(line.answersByKey(), line.quantity())),
                taken.secret() == null ? null : addresses.of("/pay/" + taken.secret()),
                times.moment(order.holdExpiresAt()),
                order.pays() == Pays.SHOP ? "/counter/walk-in/" + order.id().value() + "/had" : null);
    }

    private static String where(Page page, Site site) {
        return site.to() == null
                ? site.address()
                : page.text(
                        "page.from-to", "from", site.address(), "to", site.to().address());
    }

    private Offer sold(Place here, OfferId id) {
        return offers.at(here.id()).stream()
                .filter(offer -> offer.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Absent("offer " + id.value()));
    }

    private List<WalkInView.Choice> choices(Page page, Times times, Place here, WalkInView.From from) {
        var sold = offers.at(here.id()).stream()
                .filter(offer ->
                        !offer.isAd() && offer.byQuote() == null && !offer.isOnline() && offer.article() == null)
                .toList();
        var now = times.now();
        var next = availability.nextSlots(sold.stream().map(Offer::id).toList(), now, now.plus(AHEAD), 1);
        return sold.stream()
                .map(offer -> {
                    List<Instant> first = next.getOrDefault(offer.id(), List.of());
                    return new WalkInView.Choice(
                            page.say(offer.title()),
                            page.money(offer.price()),
                            first.isEmpty() ? page.text("counter.walk-in.full") : label(times, offer, first.getFirst()),
                            from.path() + "?place=" + here.id().value() + "&offer="
                                    + offer.id().value());
                })
                .toList();
    }

    private WalkInView.Chosen chosen(
            Page page, Times times, Offer offer, @Nullable LocalDate day, WalkInView.Typing typed) {
        var window = window(offer);
        var isRide = offer.arrangement() instanceof Ride;
        var site = typed.site(isRide);
        var slots = window != null && site == null
                ? List.<Slot>of()
                : slots(times, offer, day, site == null ? null : Leg.of(site));
        var shown = slots.isEmpty()
                ? (day == null ? times.today() : day)
                : times.day(slots.getFirst().start());
        return new WalkInView.Chosen(
                offer.id().value(),
                page.say(offer.title()),
                page.money(offer.price()),
                offer.isWalkIn() ? "" : times.relative(shown),
                times(page, times, offer, slots, typed.start()),
                MenuChoices.of(page, offer.menu(), typed.answers()),
                MenuChoices.ahead(page, offer, typed.answers()),
                Math.clamp(slots.stream().mapToInt(Slot::left).max().orElse(1), 1, MOST_UNITS),
                offer.isWalkIn() || !shown.isAfter(times.today()) ? null : shown.minusDays(1),
                offer.isWalkIn() ? null : shown.plusDays(1),
                window == null ? List.of() : landmarks.of(page, offer.region()),
                isRide);
    }

    /** Of an appointment the times of one day, of a walk-in the next days. */
    private List<Slot> slots(Times times, Offer offer, @Nullable LocalDate day, @Nullable Leg leg) {
        var first = day == null || day.isBefore(times.today()) ? times.today() : day;
        var from = first.atStartOfDay(times.zone()).toInstant();
        var to = from.plus(AHEAD);
        var all = leg == null
                ? availability.slots(offer, from, to)
                : availability.slots(offer, from, day == null ? to : from.plus(Duration.ofDays(1)), leg);
        if (leg != null && offer.arrangement() instanceof Ride ride && !first.isAfter(times.today())) {
            all = withSoonest(offer, ride, leg, all);
        }
        if (offer.isWalkIn() || all.isEmpty()) {
            return all.stream().limit(MOST_DAYS).toList();
        }
        var shown = day == null ? times.day(all.getFirst().start()) : first;
        return all.stream()
                .filter(slot -> times.day(slot.start()).equals(shown))
                .toList();
    }

    /** Of a ride also when somebody can be there first. */
    private List<Slot> withSoonest(Offer offer, Ride ride, Leg leg, List<Slot> slots) {
        return Stream.concat(rides.soonest(offer, ride, leg).stream().map(quote -> quote.asSlot(ride)), slots.stream())
                .toList();
    }

    /** How long it is within which somebody is at the door; null if it is done at the place. */
    private static @Nullable Duration window(Offer offer) {
        return switch (offer.arrangement()) {
            case HomeVisit visit -> visit.window();
            case Ride ride -> ride.window();
            case Appointment _, WalkIn _, Session _, Table _, Stay _, Article _, Ad _, ByQuote _, Online _, Stored _ ->
                null;
        };
    }

    private static List<WalkInView.Time> times(
            Page page, Times times, Offer offer, List<Slot> slots, @Nullable Instant typed) {
        var shown = new ArrayList<WalkInView.Time>();
        var known = slots.stream().anyMatch(slot -> slot.start().equals(typed));
        for (var slot : slots) {
            var chosen = known ? slot.start().equals(typed) : shown.isEmpty();
            shown.add(new WalkInView.Time(
                    offer.isWalkIn() ? times.relative(times.day(slot.start())) : label(page, times, offer, slot),
                    slot.start().toString(),
                    chosen));
        }
        return shown;
    }

    private static String label(Page page, Times times, Offer offer, Slot slot) {
        var window = window(offer);
        var span = window == null ? "" : "–" + times.time(slot.start().plus(window));
        var fare = offer.arrangement() instanceof Ride ? " · " + page.money(slot.price()) : "";
        return times.time(slot.start()) + span + fare;
    }

    private static String label(Times times, Offer offer, Instant start) {
        return offer.isWalkIn() ? times.relative(times.day(start)) : times.moment(start);
    }
}
