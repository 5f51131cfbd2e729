package org.townloop.surface.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Site;
import org.townloop.base.region.Regions;
import org.townloop.supply.booking.Availability;
import org.townloop.supply.booking.Doorsteps;
import org.townloop.supply.booking.Leg;
import org.townloop.supply.booking.Slot;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.offer.HomeVisit;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.pack.Packs;
import org.townloop.surface.page.Form;
import org.townloop.surface.page.Landmarks;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.PointPicker;
import org.townloop.surface.page.Times;
import org.townloop.surface.page.Typed;

/** Gathers what the page shows on which somebody says where they live. */
@Component
class DoorViews {

    private final Availability availability;
    private final Doorsteps doorsteps;
    private final Places places;
    private final Packs packs;
    private final Regions regions;
    private final Doors doors;
    private final Landmarks landmarks;

    DoorViews(
            Availability availability,
            Doorsteps doorsteps,
            Places places,
            Packs packs,
            Regions regions,
            Doors doors,
            Landmarks landmarks) {
        this.availability = availability;
        this.doorsteps = doorsteps;
        this.places = places;
        this.packs = packs;
        this.regions = regions;
        this.doors = doors;
        this.landmarks = landmarks;
    }

    Map<String, List<String>> read(Page page, Map<String, List<String>> sent) {
        return doors.read(page, sent, "");
    }

    DoorView of(Page page, Offer offer, Form form) {
        var place = places.get(offer.place());
        var mode = packs.get(offer.pack(), offer.packVersion()).mode(offer.mode());
        var visit = (HomeVisit) offer.arrangement();
        var times = page.times().in(regions.get(offer.region()).zone());
        var point = Doors.point(form.typed(), "");
        var ready = point != null
                && !Typed.text(form.typed(), "address").isEmpty()
                && tooFar(offer, point).isEmpty();
        return new DoorView(
                page,
                form,
                UUID.randomUUID().toString(),
                OfferViews.href(offer),
                page.say(offer.title()),
                page.say(place.name()),
                page.money(offer.price()),
                page.formats().duration(offer.duration()),
                page.formats().duration(visit.window()),
                visit.team(),
                PointPicker.read(form.typed(), null, page.region().centre()),
                doors.remembered(page).stream().map(Site::address).toList(),
                landmarks.of(page, page.region().id()),
                ready && point != null ? week(times, offer, visit, point, form) : null,
                Policies.of(page, mode.cancellation(), mode.noShow()));
    }

    /** Why they do not come to that point; empty if they do. */
    Optional<Refusal> tooFar(Offer offer, Point door) {
        return doorsteps.tooFar(offer, door);
    }

    private DoorView.Week week(Times times, Offer offer, HomeVisit visit, Point door, Form form) {
        var liked = Typed.moment(Typed.text(form.typed(), "at")).orElse(null);
        var asked =
                Typed.day(Typed.text(form.typed(), "from")).orElse(liked == null ? times.today() : times.day(liked));
        var first = asked.isBefore(times.today()) ? times.today() : asked;
        var slots = availability.slots(
                offer, start(times, first), start(times, first.plusDays(FreeDays.STRIP)), Leg.at(door));
        var byDay = slots.stream()
                .collect(Collectors.groupingBy(slot -> times.day(slot.start()), TreeMap::new, Collectors.toList()));
        var days = new ArrayList<DoorView.Day>();
        byDay.forEach((day, free) -> days.add(new DoorView.Day(
                times.longDate(day),
                free.stream().map(slot -> window(times, visit, slot, liked)).toList())));
        return new DoorView.Week(
                days,
                first.equals(times.today())
                        ? null
                        : earlier(first, times.today()).toString(),
                first.plusDays(FreeDays.STRIP).isBefore(times.today().plusDays(FreeDays.CALENDAR))
                        ? first.plusDays(FreeDays.STRIP).toString()
                        : null);
    }

    private static LocalDate earlier(LocalDate first, LocalDate today) {
        var before = first.minusDays(FreeDays.STRIP);
        return before.isBefore(today) ? today : before;
    }

    private static Instant start(Times times, LocalDate day) {
        return day.atStartOfDay(times.zone()).toInstant();
    }

    private static DoorView.Window window(Times times, HomeVisit visit, Slot slot, @Nullable Instant liked) {
        return new DoorView.Window(
                times.time(slot.start()) + "–" + times.time(slot.start().plus(visit.window())),
                slot.start().toString(),
                slot.start().equals(liked));
    }
}
