package org.townloop.loop.ordering.agenda;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.TownAddress;
import org.townloop.base.kernel.Words;
import org.townloop.base.region.Regions;
import org.townloop.loop.ordering.Line;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.booking.Diary;
import org.townloop.supply.booking.Gathering;
import org.townloop.supply.booking.SoldSessions;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.TimeSpan;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.OfferVersion;
import org.townloop.supply.offer.Offers;

/** Makes events of bookings. */
@Component
class EventMaker {

    /** What is read at once for many of them. */
    record Around(
            Map<OrderId, Order> orders,
            Map<OrderId, Instant> moved,
            Map<PlaceId, Place> places,
            Map<OfferVersion, Offer> sold,
            Map<OfferId, Offer> classes,
            Map<SoldSessions.At, Gathering> gatherings) {}

    /** What a whole number of seconds can count from, until the year 2094. */
    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

    private final AgendaRows rows;
    private final Places places;
    private final Offers offers;
    private final SoldSessions gatherings;
    private final Regions regions;
    private final TownAddress town;

    EventMaker(
            AgendaRows rows, Places places, Offers offers, SoldSessions gatherings, Regions regions, TownAddress town) {
        this.rows = rows;
        this.places = places;
        this.offers = offers;
        this.gatherings = gatherings;
        this.regions = regions;
        this.town = town;
    }

    Around around(Collection<Order> orders, Collection<Diary.Entry> entries) {
        var sessions = entries.stream()
                .filter(entry -> entry.session() != null)
                .map(entry -> new OfferId(entry.order()))
                .distinct()
                .toList();
        return new Around(
                orders.stream().collect(Collectors.toMap(Order::id, Function.identity())),
                rows.moved(orders.stream().map(Order::id).toList()),
                places.get(orders.stream().map(Order::place).distinct().toList()),
                offers.versions(orders.stream()
                        .flatMap(order -> order.lines().stream())
                        .map(EventMaker::version)
                        .distinct()
                        .toList()),
                offers.get(sessions),
                gatherings.gatherings(Stream.concat(
                                orders.stream()
                                        .flatMap(order -> order.lines().stream())
                                        .flatMap(line -> SoldSessions.At.of(line.offer(), line.startsAt())),
                                entries.stream()
                                        .flatMap(entry ->
                                                SoldSessions.At.of(new OfferId(entry.order()), entry.session())))
                        .distinct()
                        .toList()));
    }

    /** An order as its resident has it: with the place, and the page of the order. */
    List<CalendarEvent> mine(Order order, Around around, Locale language) {
        var place = around.places().get(order.place());
        return order.lines().stream()
                .flatMap(line -> event(
                        order,
                        line,
                        around,
                        language,
                        summary(line, language, place),
                        where(line, around, place, language),
                        town.of("/orders/" + order.id().value()))
                        .stream())
                .toList();
    }

    /** An order as its place has it. */
    List<CalendarEvent> theirs(Order order, Around around, Locale language) {
        return order.lines().stream()
                .flatMap(line ->
                        event(order, line, around, language, summary(line, language, null), null, desk(order, line))
                                .stream())
                .toList();
    }

    /** A booking of a member of staff or a resource. */
    Optional<CalendarEvent> entry(PlaceId place, Diary.Entry entry, Around around, Locale language) {
        if (entry.session() != null) {
            return session(place, entry, around, language);
        }
        var order = around.orders().get(new OrderId(entry.order()));
        var line = order == null
                ? Optional.<Line>empty()
                : order.lines().stream()
                        .filter(each -> each.line() == entry.line())
                        .findFirst();
        if (order == null || line.isEmpty()) {
            return Optional.empty(); // rooms that the house had closed
        }
        var whole = event(
                order,
                line.get(),
                around,
                language,
                summary(line.get(), language, null),
                null,
                desk(order, line.get()));
        var withdrawn = entry.withdrawnAt();
        return withdrawn == null
                ? whole.map(event -> line.get().site() == null ? event : event.at(entry.during()))
                : whole.map(event -> event.at(entry.during()).calledOff(sequence(order, withdrawn), withdrawn));
    }

    private Optional<CalendarEvent> session(PlaceId place, Diary.Entry entry, Around around, Locale language) {
        var offer = around.classes().get(new OfferId(entry.order()));
        var start = entry.session();
        if (offer == null || start == null) {
            return Optional.empty();
        }
        var gathering = around.gatherings().get(new SoldSessions.At(offer.id(), start));
        var withdrawn = entry.withdrawnAt();
        var changed = withdrawn != null ? withdrawn : GatheringNote.changed(null, gathering);
        return Optional.of(new CalendarEvent(
                entry.order() + "-" + start.getEpochSecond() + "@townloop",
                changed == null ? 0 : Duration.between(BEGINNING, changed).toSeconds(),
                changed == null ? offers.writtenAt(offer) : changed,
                entry.during(),
                null,
                offer.title().in(language),
                null,
                withdrawn == null ? GatheringNote.of(gathering, zone(place), language) : null,
                day(place, start),
                GatheringNote.standing(withdrawn != null, gathering)));
    }

    private Optional<CalendarEvent> event(
            Order order, Line line, Around around, Locale language, String summary, @Nullable String where, URI page) {
        var start = line.startsAt();
        var end = line.endsAt();
        if (start == null || end == null || !start.isBefore(end)) {
            return Optional.empty();
        }
        var offer = around.sold().get(version(line));
        var onDay = offer != null && offer.isWalkIn();
        var moved = around.moved().get(order.id());
        var cancelled = isOff(order);
        var gathering = around.gatherings().get(new SoldSessions.At(line.offer(), start));
        var changed =
                cancelled && order.closedAt() != null ? order.closedAt() : GatheringNote.changed(moved, gathering);
        return Optional.of(new CalendarEvent(
                order.id().value() + "-" + line.line() + "@townloop",
                changed == null ? 0 : sequence(order, changed),
                changed == null ? booked(order) : changed,
                new TimeSpan(start, end),
                onDay ? LocalDate.ofInstant(start, zone(order.place())) : null,
                summary,
                where,
                cancelled ? null : GatheringNote.of(gathering, zone(order.place()), language),
                page,
                GatheringNote.standing(cancelled, gathering)));
    }

    /** Seconds since it was booked: higher with each change, whatever was forgotten of those before. */
    private static long sequence(Order order, Instant changed) {
        return Math.max(1, Duration.between(order.createdAt(), changed).toSeconds());
    }

    private static Instant booked(Order order) {
        var paid = order.paidAt();
        return paid == null ? order.createdAt() : paid;
    }

    /** Whether it was called off, or never came about. */
    static boolean isOff(Order order) {
        return order.state().isOff();
    }

    private static String summary(Line line, Locale language, @Nullable Place place) {
        var what = line.title().in(language) + (line.quantity() == 1 ? "" : " × " + line.quantity());
        return place == null ? what : what + " · " + place.name().in(language);
    }

    /** Of what is done at home nothing is said: the resident knows where that is, and nobody else need. */
    private static @Nullable String where(Line line, Around around, @Nullable Place place, Locale language) {
        var offer = around.sold().get(version(line));
        var atHome = line.site() != null || (offer != null && offer.byQuote() != null);
        return place == null || atHome ? null : place(place.name(), place.address(), language);
    }

    private static String place(Words name, Words address, Locale language) {
        return name.in(language) + (address.in(language).isBlank() ? "" : ", " + address.in(language));
    }

    private URI desk(Order order, Line line) {
        var start = line.startsAt();
        return start == null
                ? town.of("/desk?place=" + order.place().value())
                : URI.create(day(order.place(), start) + "#o" + order.id().value() + "-" + line.line());
    }

    private URI day(PlaceId place, Instant start) {
        return town.of("/desk?place=" + place.value() + "&day=" + LocalDate.ofInstant(start, zone(place)));
    }

    private ZoneId zone(PlaceId place) {
        return regions.get(place.region()).zone();
    }

    private static OfferVersion version(Line line) {
        return new OfferVersion(line.offer(), line.offerVersion());
    }
}
