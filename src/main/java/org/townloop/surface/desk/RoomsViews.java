package org.townloop.surface.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Words;
import org.townloop.loop.checkout.Balances;
import org.townloop.loop.visit.Appointment;
import org.townloop.loop.visit.DayBook;
import org.townloop.supply.booking.ClosedRooms;
import org.townloop.supply.booking.RoomBook;
import org.townloop.supply.booking.RoomNight;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.Resource;
import org.townloop.supply.merchant.ResourceId;
import org.townloop.supply.pack.PackId;
import org.townloop.supply.pack.StartingPoints;
import org.townloop.surface.page.Form;

/** Gathers what the page of rooms shows: who comes and goes, the nights ahead, what is closed, which types there are. */
@Component
class RoomsViews {

    static final int NIGHTS = 30;

    private final Places places;
    private final RoomBook rooms;
    private final ClosedRooms closed;
    private final DayBook dayBook;
    private final Balances balances;
    private final StartingPoints startingPoints;

    RoomsViews(
            Places places,
            RoomBook rooms,
            ClosedRooms closed,
            DayBook dayBook,
            Balances balances,
            StartingPoints startingPoints) {
        this.places = places;
        this.rooms = rooms;
        this.closed = closed;
        this.dayBook = dayBook;
        this.balances = balances;
        this.startingPoints = startingPoints;
    }

    /** For a house that has no rooms yet, with those that such houses usually have. */
    RoomsView toBegin(Desk desk) {
        var fields = new LinkedHashMap<String, List<String>>();
        fields.put("start", List.of("yes"));
        startingPoints.of(new PackId(desk.place().trade())).rooms().stream()
                .findFirst()
                .ifPresent(rooms -> {
                    fields.put("nameEn", Stream.ofNullable(rooms.name().en()).toList());
                    fields.put("nameZh", Stream.ofNullable(rooms.name().zh()).toList());
                    fields.put("units", List.of(Integer.toString(rooms.units())));
                });
        return of(desk, desk.times().today(), new Form(fields, null), null);
    }

    /** @param wrong the type whose form is to be mended, null for the others */
    RoomsView of(Desk desk, LocalDate first, Form form, @Nullable UUID wrong) {
        var place = desk.place().id();
        var types = places.resources(place);
        var nights = rooms.nights(place, first, NIGHTS);
        return new RoomsView(
                desk,
                form,
                wrong,
                UUID.randomUUID().toString(),
                over(desk, types),
                types,
                first,
                first.datesUntil(first.plusDays(NIGHTS))
                        .map(night -> new RoomsView.Column(
                                desk.times().weekday(night), desk.times().dayOfMonth(night)))
                        .toList(),
                types.stream()
                        .map(type -> new RoomsView.Row(
                                desk.page().say(type.name()),
                                nights.getOrDefault(type.id(), List.of()).stream()
                                        .map(night -> cell(desk, night))
                                        .toList()))
                        .toList(),
                closures(desk, types),
                guests(desk));
    }

    private List<String> over(Desk desk, List<Resource> types) {
        var over = rooms.over(desk.place().id());
        return types.stream()
                .filter(type -> over.containsKey(type.id()))
                .map(type -> over(desk, type, over.getOrDefault(type.id(), List.of())))
                .toList();
    }

    private static String over(Desk desk, Resource type, List<RoomNight> nights) {
        return desk.page()
                .text(
                        "desk.rooms.over",
                        "type",
                        desk.page().say(type.name()),
                        "count",
                        nights.size(),
                        "first",
                        desk.times().date(nights.getFirst().date()),
                        "most",
                        nights.stream().mapToInt(RoomNight::missing).max().orElse(0));
    }

    private static RoomsView.Cell cell(Desk desk, RoomNight night) {
        var page = desk.page();
        return new RoomsView.Cell(
                night.sold() + "/" + (night.rooms() - night.closed()),
                page.text(
                        "desk.rooms.night",
                        "night",
                        desk.times().date(night.date()),
                        "sold",
                        night.sold(),
                        "left",
                        night.left(),
                        "closed",
                        night.closed()),
                night.missing() > 0 ? "over" : night.left() == 0 ? "full" : night.sold() > 0 ? "some" : "none");
    }

    private List<RoomsView.Closure> closures(Desk desk, List<Resource> types) {
        Map<ResourceId, Words> names = types.stream().collect(Collectors.toMap(Resource::id, Resource::name));
        return closed.at(desk.place().id(), desk.times().today()).stream()
                .map(each -> new RoomsView.Closure(
                        each.id().toString(),
                        desk.page()
                                .text(
                                        "desk.rooms.closed-one",
                                        "type",
                                        desk.page().say(names.getOrDefault(each.type(), Words.of("", ""))),
                                        "rooms",
                                        each.rooms(),
                                        "first",
                                        desk.times().date(each.first()),
                                        "last",
                                        desk.times().date(each.last())),
                        each.why()))
                .toList();
    }

    /** Who slept there last night and does not tonight leaves; who does tonight and did not last night arrives. */
    private List<RoomsView.Guests> guests(Desk desk) {
        var place = desk.place().id();
        var today = desk.times().today();
        var before = rooms.sleeping(place, today.minusDays(1));
        var after = rooms.sleeping(place, today);
        var lists = new ArrayList<RoomsView.Guests>();
        lists.add(guests(desk, "arriving", without(after, before)));
        lists.add(guests(desk, "leaving", without(before, after)));
        var staying = new TreeSet<>(before);
        staying.retainAll(after);
        lists.add(guests(desk, "staying", staying));
        return lists;
    }

    private static Set<UUID> without(Set<UUID> all, Set<UUID> some) {
        var rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private RoomsView.Guests guests(Desk desk, String which, Set<UUID> orders) {
        var page = desk.page();
        var stays = dayBook.of(desk.place().id(), orders);
        var left = balances.of(stays.stream().map(Appointment::order).toList());
        return new RoomsView.Guests(
                page.text("desk.rooms." + which, "count", orders.size()),
                stays.stream()
                        .map(each -> {
                            var row =
                                    DayRow.of(desk, each, left.get(each.order().id()));
                            var from = each.line().startsAt();
                            var to = each.line().endsAt();
                            var guests = each.line().answersByKey().get("guests");
                            return new RoomsView.Guest(
                                    row.who(),
                                    row.what(),
                                    (from == null || to == null
                                                    ? ""
                                                    : desk.times().date(from) + " – "
                                                            + desk.times().date(to))
                                            + (guests == null
                                                    ? ""
                                                    : " · " + page.text("desk.rooms.people", "count", guests)),
                                    Standing.of(each, desk.times()) == Standing.DONE
                                            ? page.text("desk.rooms.came")
                                            : row.state(),
                                    row.tone(),
                                    row.balance(),
                                    row.balanceHref());
                        })
                        .toList());
    }
}
