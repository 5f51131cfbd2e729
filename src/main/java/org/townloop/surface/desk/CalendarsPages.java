package org.townloop.surface.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Words;
import org.townloop.loop.ordering.agenda.CalendarLink;
import org.townloop.loop.ordering.agenda.CalendarLinks;
import org.townloop.loop.visit.Appointment;
import org.townloop.loop.visit.DayBook;
import org.townloop.supply.booking.Collision;
import org.townloop.supply.booking.ForeignCalendar;
import org.townloop.supply.booking.ForeignCalendars;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;
import org.townloop.surface.page.Form;

/** Gathers what the page of calendars shows. */
@Component
class CalendarsPages {

    /**
     * What was tried of whom.
     *
     * @param link that was made; null if none was
     */
    record Tried(@Nullable UUID owner, @Nullable String link, Form form) {

        static final Tried NOTHING = new Tried(null, null, Form.EMPTY);

        boolean isOf(UUID id) {
            return id.equals(owner);
        }
    }

    private record Known(Map<UUID, CalendarLink> links, Map<UUID, ForeignCalendar> read) {}

    private final CalendarLinks links;
    private final ForeignCalendars calendars;
    private final Places places;
    private final DayBook dayBook;
    private final Offers offers;

    CalendarsPages(CalendarLinks links, ForeignCalendars calendars, Places places, DayBook dayBook, Offers offers) {
        this.links = links;
        this.calendars = calendars;
        this.places = places;
        this.dayBook = dayBook;
        this.offers = offers;
    }

    CalendarsView of(Desk desk, Tried tried, String said) {
        var place = desk.place().id();
        var known = new Known(
                links.at(place).stream().collect(Collectors.toMap(CalendarLink::owner, Function.identity())),
                calendars.at(place).stream().collect(Collectors.toMap(ForeignCalendar::subject, Function.identity())));
        var rows = new ArrayList<CalendarsView.Row>();
        var names = new java.util.HashMap<UUID, Words>();
        rows.add(row(desk, place.value(), desk.page().text("desk.calendars.whole"), false, known, tried));
        for (var person : places.staff(place)) {
            names.put(person.id().value(), person.name());
            rows.add(row(desk, person.id().value(), desk.page().say(person.name()), true, known, tried));
        }
        for (var thing : places.resources(place)) {
            names.put(thing.id().value(), thing.name());
            rows.add(row(desk, thing.id().value(), desk.page().say(thing.name()), thing.units() == 1, known, tried));
        }
        return new CalendarsView(desk, rows, clashes(desk, names), said);
    }

    private static CalendarsView.Row row(Desk desk, UUID id, String name, boolean mayRead, Known known, Tried tried) {
        var link = known.links().get(id);
        var read = known.read().get(id);
        return new CalendarsView.Row(
                id,
                name,
                link == null
                        ? null
                        : desk.page()
                                .text("desk.calendars.made", "ago", desk.times().ago(link.madeAt())),
                tried.isOf(id) ? tried.link() : null,
                mayRead || read != null,
                read == null ? null : reading(desk, read),
                tried.isOf(id) ? tried.form() : Form.EMPTY);
    }

    private static CalendarsView.Reading reading(Desk desk, ForeignCalendar calendar) {
        var page = desk.page();
        var times = desk.times();
        var fault = calendar.fault();
        var since = calendar.failingSince();
        var state = calendar.isGivenUp()
                ? page.text("desk.calendars.given-up", "read", times.moment(calendar.readAt()))
                : since != null
                        ? page.text("desk.calendars.failing", "since", times.moment(since), "count", calendar.times())
                        : page.text(
                                "desk.calendars.read", "ago", times.ago(calendar.readAt()), "count", calendar.times());
        return new CalendarsView.Reading(
                calendar.host(),
                state,
                calendar.isGivenUp() ? "bad" : fault == null ? "good" : "wait",
                fault == null ? null : page.refusal(fault));
    }

    private List<CalendarsView.Clash> clashes(Desk desk, Map<UUID, Words> names) {
        var found = calendars.collisions(desk.place().id());
        var orders = dayBook
                .of(
                        desk.place().id(),
                        found.stream()
                                .filter(each -> !each.isSession())
                                .map(Collision::order)
                                .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(each -> each.order().id().value(), Function.identity(), (one, other) -> one));
        var classes = offers.get(found.stream()
                .filter(Collision::isSession)
                .map(each -> new OfferId(each.order()))
                .distinct()
                .toList());
        return found.stream()
                .map(each -> {
                    var offer = classes.get(new OfferId(each.order()));
                    var title = offer == null ? Words.NONE : offer.title();
                    return clash(desk, each, names, orders.get(each.order()), title);
                })
                .toList();
    }

    private static CalendarsView.Clash clash(
            Desk desk, Collision collision, Map<UUID, Words> names, @Nullable Appointment order, Words title) {
        var page = desk.page();
        var during = collision.during();
        var what = order == null ? page.say(title) : page.say(order.line().title()) + " · " + order.resident();
        return new CalendarsView.Clash(
                desk.times().date(during.start()) + " " + desk.times().span(during.start(), during.end()),
                page.say(names.getOrDefault(collision.subject(), Words.NONE)),
                what,
                desk.to(Desk.Tab.DAY) + "&day=" + desk.times().day(during.start())
                        + (order == null ? "" : "#" + DayRow.anchor(order)));
    }
}
