package org.townloop.surface.portal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Words;
import org.townloop.loop.ordering.Order;
import org.townloop.supply.booking.Calendar;
import org.townloop.supply.booking.Claimed;
import org.townloop.supply.booking.HomeJobs;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.Staff;
import org.townloop.supply.offer.HomeVisit;
import org.townloop.supply.offer.Offer;
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
        var line = order.first();
        var start = line.startsAt();
        if (!(offer.arrangement() instanceof HomeVisit visit) || start == null) {
            return null;
        }
        var id = order.id().value();
        var job = jobs.of(List.of(id)).get(id);
        var site = line.site();
        return new OrderView.AtHome(
                times.span(start, start.plus(visit.window())),
                job == null ? null : page.text("portal.visit.planned.at", "time", times.time(job.startsAt())),
                who(page, order),
                site == null ? null : site.address(),
                job == null || job.setOutAt() == null ? null : times.time(job.setOutAt()));
    }

    private String who(Page page, Order order) {
        Map<UUID, Words> names = places.staffEver(order.place()).stream()
                .collect(Collectors.toMap(person -> person.id().value(), Staff::name));
        return calendar.of(List.of(order.id().value())).getOrDefault(order.id().value(), List.of()).stream()
                .filter(claim -> claim.kind() == Claimed.Kind.STAFF)
                .flatMap(claim -> Stream.ofNullable(names.get(claim.subject())))
                .map(page::say)
                .collect(Collectors.joining(page.text("portal.comma")));
    }
}
