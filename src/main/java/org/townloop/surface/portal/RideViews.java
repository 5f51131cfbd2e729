package org.townloop.surface.portal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.region.Regions;
import org.townloop.loop.checkout.HoldOrder;
import org.townloop.supply.booking.Availability;
import org.townloop.supply.booking.Leg;
import org.townloop.supply.booking.RideQuote;
import org.townloop.supply.booking.Rides;
import org.townloop.supply.booking.Slot;
import org.townloop.supply.merchant.OpeningHours;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Ride;
import org.townloop.supply.pack.Packs;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Landmarks;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.PointPicker;
import org.townloop.surface.page.Times;
import org.townloop.surface.page.Typed;

/** Gathers what the page shows on which somebody says where they want to be taken. */
@Component
class RideViews {

    /** What the names of the fields of the destination begin with. */
    static final String TO = "destination.";

    private static final Duration LOOKS_AHEAD = Duration.ofDays(8);

    private final Availability availability;
    private final Rides rides;
    private final OpeningHours hours;
    private final Places places;
    private final Packs packs;
    private final Regions regions;
    private final Doors doors;
    private final Landmarks landmarks;

    RideViews(
            Availability availability,
            Rides rides,
            OpeningHours hours,
            Places places,
            Packs packs,
            Regions regions,
            Doors doors,
            Landmarks landmarks) {
        this.availability = availability;
        this.rides = rides;
        this.hours = hours;
        this.places = places;
        this.packs = packs;
        this.regions = regions;
        this.doors = doors;
        this.landmarks = landmarks;
    }

    /** What was sent, with both points. */
    Map<String, List<String>> read(Page page, Map<String, List<String>> sent) {
        return doors.read(page, doors.read(page, sent, ""), TO);
    }

    /** Whether a map was tapped, so that the form is only to be shown anew. */
    static boolean wasTapped(Map<String, List<String>> sent) {
        return PointPicker.wasTapped(sent) || PointPicker.wasTapped(PointPicker.part(sent, TO));
    }

    /** Why nobody drives from there to there; empty if somebody does, or it is not known yet. */
    Optional<Refusal> undriven(Offer offer, Ride ride, Map<String, List<String>> typed) {
        var leg = leg(typed);
        return leg == null ? Optional.empty() : rides.undriven(offer, ride, leg);
    }

    RideView of(Page page, Offer offer, Ride ride, Form form) {
        var pack = packs.get(offer.pack(), offer.packVersion());
        var mode = pack.mode(offer.mode());
        var centre = page.region().centre();
        var leg = form.refusal() == null || isOfTime(form.refusal()) ? leg(form.typed()) : null;
        return new RideView(
                page,
                form,
                UUID.randomUUID().toString(),
                OfferViews.href(offer),
                page.say(offer.title()),
                page.say(places.get(offer.place()).name()),
                page.money(offer.leastPrice()),
                ride.seats(),
                people(form.typed(), ride),
                page.formats().duration(ride.window()),
                page.formats().duration(ride.notice()),
                PointPicker.read(form.typed(), null, centre),
                PointPicker.read(PointPicker.part(form.typed(), TO), null, centre),
                doors.remembered(page).stream().map(site -> site.address()).toList(),
                landmarks.of(page, page.region().id()),
                Practised.of(page, pack.practice(), answers(form.typed())),
                leg == null || wasTapped(form.typed()) ? null : quote(page, offer, ride, leg, form),
                Policies.of(page, mode.cancellation(), mode.noShow()));
    }

    /** What is asked for: where from, where to, and what the trade wants to know. */
    static Map<String, String> answers(Map<String, List<String>> typed) {
        var answers = new HashMap<String, String>();
        for (var name : typed.keySet()) {
            var said = Typed.text(typed, name);
            if (name.startsWith(OfferPage.ANSWER) && !said.isEmpty()) {
                answers.put(name.substring(OfferPage.ANSWER.length()), said);
            }
        }
        for (var name : List.of("phone", HoldOrder.GUESTS)) {
            if (!Typed.text(typed, name).isEmpty()) {
                answers.put(name, Typed.text(typed, name));
            }
        }
        return answers;
    }

    /** Null until both ends are known. */
    static @Nullable Leg leg(Map<String, List<String>> typed) {
        var from = Doors.point(typed, "");
        var to = Doors.point(typed, TO);
        return from == null || to == null ? null : new Leg(from, to);
    }

    /** The way is driven; only then, or at that price, it cannot be had. */
    private static boolean isOfTime(Refusal refusal) {
        var field = refusal.field();
        return field == null || field.equals("slotStart") || field.equals("quoted");
    }

    private static int people(Map<String, List<String>> typed, Ride ride) {
        var said = Typed.text(typed, HoldOrder.GUESTS);
        return said.matches("[0-9]{1,2}") ? Math.clamp(Integer.parseInt(said), 1, ride.seats()) : 1;
    }

    private RideView.@Nullable Quote quote(Page page, Offer offer, Ride ride, Leg leg, Form form) {
        if (rides.undriven(offer, ride, leg).isPresent()) {
            return null;
        }
        var times = page.times().in(regions.get(offer.region()).zone());
        var asked = Typed.day(Typed.text(form.typed(), "day"))
                .or(() -> Typed.day(Typed.text(form.typed(), "shown")))
                .orElse(times.today());
        var day = asked.isBefore(times.today()) ? times.today() : asked;
        var way = rides.quote(offer, ride, leg, times.now());
        var slots = availability.slots(offer, start(times, day), start(times, day.plusDays(1)), leg);
        var chosen = Typed.text(form.typed(), "start");
        return new RideView.Quote(
                page.text("portal.ride.kilometres", "distance", Math.ceil(way.metres() / 100.0) / 10),
                page.formats().duration(way.time()),
                rides.soonest(offer, ride, leg)
                        .map(soonest -> now(page, times, ride, soonest))
                        .orElse(null),
                opens(times, offer),
                day.toString(),
                times.longDate(day),
                slots.stream()
                        .map(slot -> start(page, times, ride, slot, chosen))
                        .toList(),
                day.isAfter(times.today()) ? day.minusDays(1).toString() : null,
                day.plusDays(1).isBefore(times.today().plusDays(FreeDays.CALENDAR))
                        ? day.plusDays(1).toString()
                        : null);
    }

    /** Null if it is open, or does not open in the days ahead. */
    private @Nullable String opens(Times times, Offer offer) {
        var now = times.now();
        var open = hours.spans(List.of(offer.place()), now, now.plus(LOOKS_AHEAD))
                .getOrDefault(offer.place().value(), List.of());
        return open.isEmpty() || !open.getFirst().start().isAfter(now)
                ? null
                : times.moment(open.getFirst().start());
    }

    private static RideView.Now now(Page page, Times times, Ride ride, RideQuote quote) {
        var wait = Duration.between(times.now(), quote.start());
        return new RideView.Now(
                (int) Math.ceilDiv(wait.toSeconds(), 60L),
                window(times, ride, quote.start()),
                page.money(quote.fare()),
                value(quote.start(), quote.fare()));
    }

    private static RideView.Start start(Page page, Times times, Ride ride, Slot slot, String chosen) {
        var value = value(slot.start(), slot.price());
        return new RideView.Start(
                window(times, ride, slot.start()),
                page.money(slot.price()),
                value,
                chosen.startsWith(slot.start() + "/"));
    }

    private static String window(Times times, Ride ride, Instant start) {
        return times.time(start) + "–" + times.time(start.plus(ride.window()));
    }

    /** Whoever presses it has seen that fare. */
    private static String value(Instant start, Money fare) {
        return start + "/" + fare.minor();
    }

    private static Instant start(Times times, LocalDate day) {
        return day.atStartOfDay(times.zone()).toInstant();
    }
}
