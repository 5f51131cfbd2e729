package org.townloop.surface.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.base.region.Regions;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.visit.Appointment;
import org.townloop.loop.visit.VisitCounts;
import org.townloop.supply.booking.RoomBook;
import org.townloop.supply.booking.StaffTime;
import org.townloop.supply.merchant.TimeSpan;

/** The few figures that tell a day. */
@Component
class DayFigures {

    /**
     * A figure and what it says.
     *
     * @param href where it comes from, if there is a page for it
     */
    record Figure(String value, String words, @Nullable String href) {}

    private final VisitCounts visits;
    private final Ledger ledger;
    private final StaffTime staffTime;
    private final Regions regions;
    private final RoomBook rooms;

    DayFigures(VisitCounts visits, Ledger ledger, StaffTime staffTime, Regions regions, RoomBook rooms) {
        this.visits = visits;
        this.ledger = ledger;
        this.staffTime = staffTime;
        this.regions = regions;
        this.rooms = rooms;
    }

    List<Figure> of(Desk desk, LocalDate day, List<Appointment> appointments) {
        var page = desk.page();
        var zone = desk.times().zone();
        var from = day.atStartOfDay(zone).toInstant();
        var to = day.plusDays(1).atStartOfDay(zone).toInstant();
        var when = day.equals(desk.times().today()) ? "today" : "other";
        var figures = new ArrayList<Figure>();
        if (!from.isAfter(desk.times().now())) {
            figures.add(new Figure(
                    page.formats().count(visits.at(desk.place().id(), from, to)),
                    page.text("desk.figure.visits", "when", when),
                    null));
            figures.add(new Figure(
                    page.money(earned(desk, from, to)),
                    page.text("desk.figure.earned", "when", when, "several", desk.several() ? "yes" : "no"),
                    desk.to(Desk.Tab.STATEMENT) + "&from=" + day + "&to=" + day));
        } else {
            figures.add(new Figure(page.formats().count(booked(appointments)), page.text("desk.figure.booked"), null));
        }
        if (to.isAfter(desk.times().now()) && !desk.lets()) {
            figures.add(new Figure(free(desk, from, to), page.text("desk.figure.free", "when", when), null));
        }
        figures.add(new Figure(
                page.formats().count(desk.waiting()),
                page.text("desk.figure.reviews", "count", desk.waiting()),
                desk.to(Desk.Tab.REVIEWS)));
        if (desk.lets()) {
            figures.addAll(missing(desk));
        }
        return figures;
    }

    /** Whoever called off is on the day's list, and comes no more. */
    private static long booked(List<Appointment> appointments) {
        return appointments.stream().filter(each -> !each.isCalledOff()).count();
    }

    /** What was sold of the nights ahead beyond what there is, in the worst of them; nothing if all have a bed. */
    private List<Figure> missing(Desk desk) {
        var missing = rooms.missing(desk.place().id(), desk.times().today(), RoomsViews.NIGHTS);
        return missing == 0
                ? List.of()
                : List.of(new Figure(
                        desk.page().formats().count(missing),
                        desk.page().text("desk.figure.missing", "count", missing),
                        desk.to(Desk.Tab.ROOMS)));
    }

    /** What was released to the merchant on that day. */
    private Money earned(Desk desk, Instant from, Instant to) {
        var region = desk.place().region();
        var currency = regions.get(region).currency();
        return ledger.statement(desk.merchant().value(), region, currency, from, to)
                .earned();
    }

    private String free(Desk desk, Instant from, Instant to) {
        var now = desk.times().now();
        var left = new TimeSpan(from.isAfter(now) ? from : now, to);
        return desk.page().formats().duration(staffTime.free(desk.place().id(), left));
    }
}
