package org.townloop.loop.visit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.People;
import org.townloop.base.identity.Person;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Words;
import org.townloop.base.region.Regions;
import org.townloop.loop.ordering.Line;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.voucher.Scans;
import org.townloop.loop.voucher.Voucher;
import org.townloop.loop.voucher.VoucherId;
import org.townloop.loop.voucher.Vouchers;
import org.townloop.supply.booking.Calendar;
import org.townloop.supply.booking.Claimed;
import org.townloop.supply.booking.HomeJobs;
import org.townloop.supply.booking.Job;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.Staff;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferVersion;
import org.townloop.supply.offer.Offers;

/** Whom a place expects on a day, and who of them came. */
@Component
public class DayBook {

    private record Around(
            Map<PersonId, Person> people,
            Map<UUID, Words> staff,
            Map<UUID, List<Claimed>> claims,
            Map<UUID, Job> jobs,
            Map<UUID, List<Voucher>> vouchers,
            Map<OfferVersion, Offer> offers) {}

    private final Orders orders;
    private final Vouchers vouchers;
    private final Scans scans;
    private final Calendar calendar;
    private final HomeJobs jobs;
    private final Offers offers;
    private final Places places;
    private final People people;
    private final Regions regions;
    private final Clock clock;

    DayBook(
            Orders orders,
            Vouchers vouchers,
            Scans scans,
            Calendar calendar,
            HomeJobs jobs,
            Offers offers,
            Places places,
            People people,
            Regions regions,
            Clock clock) {
        this.orders = orders;
        this.vouchers = vouchers;
        this.scans = scans;
        this.calendar = calendar;
        this.jobs = jobs;
        this.offers = offers;
        this.places = places;
        this.people = people;
        this.regions = regions;
        this.clock = clock;
    }

    /** What begins on that local day, the earliest first. What was never paid is left out, unless it is still held. */
    public List<Appointment> of(PlaceId place, LocalDate day) {
        var zone = regions.get(place.region()).zone();
        var from = day.atStartOfDay(zone).toInstant();
        return between(place, from, day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** The same of what begins from that moment on and before the other. */
    public List<Appointment> between(PlaceId place, Instant from, Instant to) {
        var now = clock.instant();
        var expected = orders.at(place, from, to).stream()
                .filter(order -> isExpected(order, now))
                .toList();
        return appointments(place, expected).stream()
                .filter(appointment -> starts(appointment.line(), from, to))
                .sorted(Comparator.comparing(Appointment::begins, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    /** What those orders of the place are for. */
    public List<Appointment> of(PlaceId place, Set<UUID> ids) {
        return appointments(
                place,
                List.copyOf(orders.get(ids.stream().map(OrderId::new).toList()).values()));
    }

    /** What the voucher is for; empty if there is no such voucher. */
    public Optional<Appointment> of(VoucherId id) {
        return scans.voucher(id)
                .flatMap(voucher -> appointments(voucher.place(), List.of(orders.get(voucher.order()))).stream()
                        .filter(appointment -> appointment.line().line() == voucher.line())
                        .findFirst());
    }

    private static boolean isExpected(Order order, Instant now) {
        return order.paidAt() != null
                || (order.state() == OrderState.HELD && order.holdExpiresAt().isAfter(now));
    }

    private static boolean starts(Line line, Instant from, Instant to) {
        var start = line.startsAt();
        return start != null && !start.isBefore(from) && start.isBefore(to);
    }

    /** A handful of statements, however many orders. */
    private List<Appointment> appointments(PlaceId place, List<Order> expected) {
        if (expected.isEmpty()) {
            return List.of();
        }
        var ids = expected.stream().map(Order::id).toList();
        var around = new Around(
                people.get(expected.stream().map(Order::resident).toList()),
                places.staffEver(place).stream()
                        .collect(Collectors.toMap(staff -> staff.id().value(), Staff::name)),
                calendar.of(ids.stream().map(id -> id.value()).toList()),
                jobs.of(ids.stream().map(id -> id.value()).toList()),
                vouchers.of(ids).stream()
                        .collect(
                                Collectors.groupingBy(voucher -> voucher.order().value())),
                offers.versions(expected.stream()
                        .flatMap(order -> order.lines().stream())
                        .map(DayBook::version)
                        .toList()));
        return expected.stream()
                .flatMap(order -> lines(order, around).stream().map(line -> appointment(order, line, around)))
                .toList();
    }

    /** A basket of goods is handed over at once: one line that stands for all of them. */
    private static List<Line> lines(Order order, Around around) {
        var first = order.first();
        var offer = around.offers().get(version(first));
        return offer == null || offer.article() == null ? order.lines() : List.of(first.asAll(order));
    }

    private static OfferVersion version(Line line) {
        return new OfferVersion(line.offer(), line.offerVersion());
    }

    private static Appointment appointment(Order order, Line line, Around around) {
        var id = order.id().value();
        var person = around.people().get(order.resident());
        var offer = around.offers().get(version(line));
        var job = around.jobs().get(id);
        var claims = around.claims().getOrDefault(id, List.of()).stream()
                .filter(claim -> claim.line() == line.line())
                .toList();
        return new Appointment(
                order,
                line,
                person == null ? "" : person.name(),
                claims.stream()
                        .map(claim -> around.staff().get(claim.subject()))
                        .flatMap(name -> Optional.ofNullable(name).stream())
                        .toList(),
                claims,
                around.vouchers().getOrDefault(id, List.of()).stream()
                        .filter(voucher -> voucher.line() == line.line())
                        .toList(),
                offer == null ? List.of() : offer.menu().chosen(line.answersByKey(), line.quantity()),
                job == null ? null : job.startsAt(),
                offer != null && offer.isWalkIn());
    }
}
