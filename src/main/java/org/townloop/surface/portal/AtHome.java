package org.townloop.surface.portal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Words;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderState;
import org.townloop.supply.booking.Calendar;
import org.townloop.supply.booking.Claimed;
import org.townloop.supply.booking.HomeJobs;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.Resource;
import org.townloop.supply.merchant.Staff;
import org.townloop.supply.offer.Ad;
import org.townloop.supply.offer.Appointment;
import org.townloop.supply.offer.Article;
import org.townloop.supply.offer.ByQuote;
import org.townloop.supply.offer.HomeVisit;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Online;
import org.townloop.supply.offer.Ride;
import org.townloop.supply.offer.Session;
import org.townloop.supply.offer.Stay;
import org.townloop.supply.offer.Stored;
import org.townloop.supply.offer.Table;
import org.townloop.supply.offer.WalkIn;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Times;

/** What a resident is told of those who come to them. */
@Component
class AtHome {

    private final HomeJobs jobs;
    private final Calendar calendar;
    private final Places places;

    AtHome(HomeJobs jobs, Calendar calendar, Places places) {
        this.jobs = jobs;
        this.calendar = calendar;
        this.places = places;
    }

    /** Null if it is done at the place. */
    OrderView.@Nullable AtHome of(Page page, Times times, Order order, Offer offer) {
        return switch (offer.arrangement()) {
            case HomeVisit visit -> comes(page, times, order, visit.window(), null);
            case Ride ride -> comes(page, times, order, ride.window(), trip(page, order));
            case Appointment _, WalkIn _, Session _, Table _, Stay _, Article _, Ad _, ByQuote _, Online _, Stored _ ->
                null;
        };
    }

    private OrderView.@Nullable AtHome comes(
            Page page, Times times, Order order, Duration window, OrderView.@Nullable Trip trip) {
        var line = order.first();
        var start = line.startsAt();
        if (start == null) {
            return null;
        }
        var id = order.id().value();
        var job = jobs.of(List.of(id)).get(id);
        var site = line.site();
        return new OrderView.AtHome(
                times.span(start, start.plus(window)),
                job == null ? null : page.text("portal.visit.planned.at", "time", times.time(job.startsAt())),
                trip != null && order.state() == OrderState.HELD ? "" : who(page, order),
                site == null ? null : site.address(),
                job == null || job.setOutAt() == null ? null : times.time(job.setOutAt()),
                trip);
    }

    /** Who drives what is told to those who have paid. */
    private OrderView.Trip trip(Page page, Order order) {
        var site = order.first().site();
        var vehicle = order.state() == OrderState.HELD
                ? ""
                : taken(
                        page,
                        order,
                        Claimed.Kind.RESOURCE,
                        places.resources(order.place()).stream()
                                .collect(Collectors.toMap(thing -> thing.id().value(), Resource::name)));
        return new OrderView.Trip(
                site == null || site.to() == null ? null : site.to().address(), vehicle.isEmpty() ? null : vehicle);
    }

    private String who(Page page, Order order) {
        return taken(
                page,
                order,
                Claimed.Kind.STAFF,
                places.staffEver(order.place()).stream()
                        .collect(Collectors.toMap(person -> person.id().value(), Staff::name)));
    }

    private String taken(Page page, Order order, Claimed.Kind kind, Map<UUID, Words> names) {
        return calendar.of(List.of(order.id().value())).getOrDefault(order.id().value(), List.of()).stream()
                .filter(claim -> claim.kind() == kind)
                .flatMap(claim -> Stream.ofNullable(names.get(claim.subject())))
                .map(page::say)
                .collect(Collectors.joining(page.text("portal.comma")));
    }
}
