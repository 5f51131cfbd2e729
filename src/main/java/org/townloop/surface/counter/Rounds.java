package org.townloop.surface.counter;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.Words;
import org.townloop.base.region.Regions;
import org.townloop.loop.checkout.Balances;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Pays;
import org.townloop.loop.visit.Appointment;
import org.townloop.loop.visit.DayBook;
import org.townloop.supply.booking.Claimed;
import org.townloop.supply.booking.HomeJobs;
import org.townloop.supply.booking.Job;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.Resource;
import org.townloop.supply.merchant.Staff;
import org.townloop.surface.page.Deposits;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.PointPicker;
import org.townloop.surface.page.Times;

/** Gathers who goes where on a day. */
@Component
class Rounds {

    private record Stop(Claimed claim, Job job, Appointment appointment) {}

    private final DayBook dayBook;
    private final HomeJobs jobs;
    private final Places places;
    private final Regions regions;
    private final Told told;
    private final Balances balances;

    Rounds(DayBook dayBook, HomeJobs jobs, Places places, Regions regions, Told told, Balances balances) {
        this.dayBook = dayBook;
        this.jobs = jobs;
        this.places = places;
        this.regions = regions;
        this.told = told;
        this.balances = balances;
    }

    /** @param asked null for today */
    RoundsView of(Page page, Place here, @Nullable LocalDate asked) {
        var times = page.times().in(regions.get(here.region()).zone());
        var day = asked == null ? times.today() : asked;
        var appointments = dayBook.of(here.id(), day);
        var atHomes = jobs.of(appointments.stream()
                .map(each -> each.order().id().value())
                .distinct()
                .toList());
        Map<UUID, Words> vehicles = places.resources(here.id()).stream()
                .collect(toMap(thing -> thing.id().value(), Resource::name));
        return new RoundsView(
                page,
                here.id().value(),
                page.say(here.name()),
                times.longDate(day),
                day,
                day.equals(times.today()),
                places.staffEver(here.id()).stream()
                        .map(person -> round(page, times, person, stops(person, appointments, atHomes), vehicles))
                        .filter(round -> !round.stops().isEmpty())
                        .toList(),
                null);
    }

    LocalDate dayOf(Page page, Job job) {
        return page.times().in(regions.get(job.place().region()).zone()).day(job.startsAt());
    }

    private static List<Stop> stops(Staff person, List<Appointment> appointments, Map<UUID, Job> jobs) {
        var stops = new ArrayList<Stop>();
        for (var appointment : appointments) {
            var job = jobs.get(appointment.order().id().value());
            if (job == null) {
                continue;
            }
            appointment.claims().stream()
                    .filter(claim -> claim.subject().equals(person.id().value()))
                    .forEach(claim -> stops.add(new Stop(claim, job, appointment)));
        }
        stops.sort(Comparator.comparing(stop -> stop.claim().during().start()));
        return stops;
    }

    private RoundsView.Round round(Page page, Times times, Staff person, List<Stop> stops, Map<UUID, Words> vehicles) {
        return new RoundsView.Round(
                page.say(person.name()),
                stops.stream().map(stop -> stop(page, times, stop, vehicles)).toList());
    }

    private static RoundsView.@Nullable End end(Page page, Stop stop, Map<UUID, Words> vehicles) {
        var to = stop.job().to();
        var site = stop.appointment().line().site();
        if (to == null) {
            return null;
        }
        return new RoundsView.End(
                site == null || site.to() == null ? "" : site.to().address(),
                geo(to),
                stop.appointment().claims().stream()
                        .flatMap(claim -> Stream.ofNullable(vehicles.get(claim.subject())))
                        .map(page::say)
                        .collect(joining(page.text("counter.and"))));
    }

    private RoundsView.Stop stop(Page page, Times times, Stop stop, Map<UUID, Words> vehicles) {
        var job = stop.job();
        var appointment = stop.appointment();
        var line = appointment.line();
        var site = line.site();
        return new RoundsView.Stop(
                appointment.order().id().value(),
                page.text("counter.rounds.way", "minutes", stop.claim().way().toMinutes()),
                page.text(
                        "counter.rounds.leave",
                        "time",
                        times.time(stop.claim().during().start())),
                page.text("counter.rounds.at", "time", times.time(job.startsAt()), "until", times.time(job.endsAt())),
                promised(page, times, appointment.order()),
                appointment.resident(),
                page.say(line.title()),
                appointment.with().size() < 2
                        ? ""
                        : appointment.with().stream().map(page::say).collect(joining(page.text("counter.and"))),
                site == null ? "" : site.address(),
                line.answersByKey().getOrDefault("phone", ""),
                told(page, appointment),
                job.door() == null ? null : geo(job.door()),
                end(page, stop, vehicles),
                state(page, times, stop),
                steps(stop, times));
    }

    /** What they said, and what they still pay at the door. */
    private List<String> told(Page page, Appointment appointment) {
        var said = new ArrayList<>(told.of(page, appointment.line()));
        var left = balances.of(appointment.order());
        Optional.ofNullable(Deposits.forStaff(page, appointment.order(), left.open(), left.back(), left.received()))
                .ifPresent(said::add);
        return said;
    }

    /** RFC 5870: a telephone opens the map of its owner's choice. */
    private static String geo(Point door) {
        return "geo:" + PointPicker.degrees(door.lat()) + "," + PointPicker.degrees(door.lon());
    }

    private static String promised(Page page, Times times, Order order) {
        var from = order.startsAt();
        var until = order.askedUntil();
        return from == null || until == null
                ? ""
                : page.text("counter.rounds.window", "from", times.time(from), "to", times.time(until));
    }

    private static RoundsView.Steps steps(Stop stop, Times times) {
        var appointment = stop.appointment();
        var open = appointment.order().state() == OrderState.PAID && !appointment.isDone();
        return new RoundsView.Steps(
                open && stop.job().setOutAt() == null,
                open && appointment.order().pays() == Pays.ESCROW,
                open && appointment.order().pays() == Pays.SHOP,
                open
                        && appointment
                                .missedAt()
                                .filter(at -> !times.now().isBefore(at))
                                .isPresent());
    }

    private static String state(Page page, Times times, Stop stop) {
        if (stop.appointment().isDone()) {
            return page.text("counter.rounds.done");
        }
        var setOut = stop.job().setOutAt();
        return switch (stop.appointment().order().state()) {
            case HELD -> page.text("counter.rounds.held");
            case CANCELLED, REFUNDED, EXPIRED -> page.text("counter.rounds.off");
            default -> setOut == null ? "" : page.text("counter.rounds.on-way", "time", times.time(setOut));
        };
    }
}
