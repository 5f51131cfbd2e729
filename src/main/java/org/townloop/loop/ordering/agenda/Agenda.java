package org.townloop.loop.ordering.agenda;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Words;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;
import org.townloop.supply.booking.Diary;
import org.townloop.supply.booking.Withdrawals;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.TimeSpan;

/**
 * Bookings as calendars: those of the last thirty days and the year ahead, and for sixty days what was called off. No
 * calendar says anything of a guest: it leaves the house, and lies with whoever keeps telephones in step.
 */
@Component
public class Agenda {

    private static final Duration BEHIND = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofDays(366);

    private final CalendarLinks links;
    private final AgendaRows rows;
    private final Orders orders;
    private final Diary diary;
    private final Places places;
    private final EventMaker maker;
    private final Clock clock;

    Agenda(
            CalendarLinks links,
            AgendaRows rows,
            Orders orders,
            Diary diary,
            Places places,
            EventMaker maker,
            Clock clock) {
        this.links = links;
        this.rows = rows;
        this.orders = orders;
        this.diary = diary;
        this.places = places;
        this.maker = maker;
        this.clock = clock;
    }

    /**
     * What a secret address shows at this moment.
     *
     * @param own what a resident's own calendar is called, by language
     * @return empty if it opens nothing
     */
    public Optional<CalendarFile> read(String secret, Function<Locale, String> own) {
        return links.opened(secret).map(link -> read(link, own));
    }

    /**
     * One booking of a resident's, also one that was called off.
     *
     * @param where it is, if it is neither at the place nor left unsaid; else null
     * @throws Absent if it is not paid yet, or has no time
     */
    public CalendarFile of(Order order, @Nullable String where, Locale language) {
        if ((order.paidAt() == null && !EventMaker.isOff(order)) || order.startsAt() == null) {
            throw new Absent("calendar of " + order.id());
        }
        var around = maker.around(List.of(order), List.of());
        return file(
                order.title().in(language),
                maker.mine(order, around, language).stream()
                        .map(event -> where == null ? event : event.in(where))
                        .toList());
    }

    private CalendarFile read(CalendarLink link, Function<Locale, String> own) {
        var language = link.language();
        return switch (link.kind()) {
            case RESIDENT -> mine(new PersonId(link.owner()), own.apply(language), language);
            case PLACE -> whole(place(link), language);
            case STAFF, RESOURCE -> of(place(link), link.owner(), language);
        };
    }

    private static PlaceId place(CalendarLink link) {
        return Objects.requireNonNull(link.place(), "of a place");
    }

    private CalendarFile mine(PersonId resident, String name, Locale language) {
        var found = orders(rows.of(resident, span(), told()));
        var around = maker.around(found, List.of());
        return file(
                name,
                found.stream()
                        .flatMap(order -> maker.mine(order, around, language).stream())
                        .toList());
    }

    private CalendarFile whole(PlaceId place, Locale language) {
        var found = orders(rows.at(place, span(), told()));
        var around = maker.around(found, List.of());
        return file(
                places.get(place).name().in(language),
                found.stream()
                        .flatMap(order -> maker.theirs(order, around, language).stream())
                        .toList());
    }

    private CalendarFile of(PlaceId place, UUID subject, Locale language) {
        var entries = diary.of(place, subject, span());
        var known = orders(entries.stream()
                .filter(entry -> entry.session() == null)
                .map(entry -> new OrderId(entry.order()))
                .distinct()
                .toList());
        var around = maker.around(known, entries);
        return file(
                name(place, subject).in(language) + " · "
                        + places.get(place).name().in(language),
                entries.stream()
                        .flatMap(entry -> maker.entry(place, entry, around, language).stream())
                        .toList());
    }

    private Words name(PlaceId place, UUID subject) {
        return places.staff(place).stream()
                .filter(each -> each.id().value().equals(subject))
                .map(each -> each.name())
                .findFirst()
                .orElseGet(() -> places.resources(place).stream()
                        .filter(each -> each.id().value().equals(subject))
                        .map(each -> each.name())
                        .findFirst()
                        .orElse(Words.NONE));
    }

    private List<Order> orders(Collection<OrderId> ids) {
        return ids.isEmpty() ? List.of() : List.copyOf(orders.get(ids).values());
    }

    private TimeSpan span() {
        var now = clock.instant();
        return new TimeSpan(now.minus(BEHIND), now.plus(AHEAD));
    }

    private Instant told() {
        return clock.instant().minus(Withdrawals.TOLD_FOR);
    }

    private static CalendarFile file(String name, List<CalendarEvent> events) {
        var sorted = events.stream()
                .sorted(Comparator.comparing(
                                (CalendarEvent event) -> event.during().start())
                        .thenComparing(CalendarEvent::uid))
                .toList();
        @Nullable
        Instant changed = sorted.stream()
                .map(CalendarEvent::changed)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new CalendarFile(CalendarText.of(name, sorted), changed == null ? Instant.EPOCH : changed);
    }
}
