package org.townloop.surface.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Words;
import org.townloop.loop.visit.Appointment;
import org.townloop.supply.booking.Calendar;
import org.townloop.supply.booking.Claimed;
import org.townloop.supply.merchant.OpeningHours;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.TimeSpan;

/** Draws a place's day. */
@Component
class Timelines {

    private record Subject(UUID id, Words name, boolean person) {}

    private record Key(UUID order, int line) {}

    /** Who comes on the day. */
    private record Coming(Map<Key, Appointment> byLine, List<Appointment> all) {

        static Coming of(List<Appointment> all) {
            return new Coming(
                    all.stream()
                            .collect(Collectors.toMap(
                                    each -> new Key(
                                            each.order().id().value(),
                                            each.line().line()),
                                    each -> each)),
                    all);
        }

        /** To the session of which the claim is. */
        List<Appointment> to(Claimed claim) {
            return all.stream()
                    .filter(each -> each.line().offer().value().equals(claim.order()))
                    .filter(each -> isWithin(each.line().startsAt(), claim.during()))
                    .toList();
        }

        private static boolean isWithin(@Nullable Instant start, TimeSpan during) {
            return start != null && !start.isBefore(during.start()) && start.isBefore(during.end());
        }
    }

    private final Calendar calendar;
    private final Places places;
    private final OpeningHours hours;

    Timelines(Calendar calendar, Places places, OpeningHours hours) {
        this.calendar = calendar;
        this.places = places;
        this.hours = hours;
    }

    Timeline of(Desk desk, LocalDate day, List<Appointment> appointments) {
        var place = desk.place().id();
        var zone = desk.times().zone();
        var whole = new TimeSpan(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
        var claims = calendar.day(place, day);
        var working = hours.spans(List.of(place), whole.start(), whole.end());
        var frame = DayFrame.around(working.values().stream().flatMap(List::stream), claims, day, zone);
        var coming = Coming.of(appointments);
        var lanes = subjects(desk)
                .map(subject -> lane(
                        desk,
                        frame,
                        subject,
                        working.getOrDefault(subject.person() ? subject.id() : place.value(), List.of()),
                        claims,
                        coming))
                .toList();
        return new Timeline(
                frame.hours(desk.times()),
                frame.marks(),
                frame.share(desk.times().now()),
                lanes);
    }

    private Stream<Subject> subjects(Desk desk) {
        var place = desk.place().id();
        return Stream.concat(
                places.staff(place).stream().map(staff -> new Subject(staff.id().value(), staff.name(), true)),
                places.resources(place).stream()
                        .map(resource -> new Subject(resource.id().value(), resource.name(), false)));
    }

    private static Timeline.Lane lane(
            Desk desk, DayFrame frame, Subject subject, List<TimeSpan> working, List<Claimed> claims, Coming coming) {
        var labels = new Labels();
        var blocks = claims.stream()
                .filter(claim -> claim.subject().equals(subject.id()))
                .map(claim -> block(desk, frame, claim, coming, labels))
                .toList();
        return new Timeline.Lane(
                desk.page().say(subject.name()), subject.person(), frame.outside(working), labels.rows(), blocks);
    }

    private static Timeline.Block block(Desk desk, DayFrame frame, Claimed claim, Coming coming, Labels labels) {
        var taken = frame.stretch(claim.during());
        var spot = labels.next(taken.from(), taken.marks());
        var appointment = coming.byLine().get(new Key(claim.order(), claim.line()));
        if (appointment == null) {
            return together(desk, claim, taken, spot, coming.to(claim));
        }
        var state = Standing.of(appointment, desk.times());
        var start = appointment.begins();
        return new Timeline.Block(
                taken,
                spot.row(),
                spot.room(),
                desk.times().time(start == null ? claim.during().start() : start),
                appointment.resident(),
                desk.page().say(appointment.line().title()),
                state.code(),
                DayRow.words(desk, state, appointment),
                DayRow.anchor(appointment));
    }

    /** A session with all who come to it; without any, somebody holds the time and has not paid. */
    private static Timeline.Block together(
            Desk desk, Claimed claim, Timeline.Stretch taken, Labels.Spot spot, List<Appointment> guests) {
        if (guests.isEmpty()) {
            var time = desk.times().time(claim.during().start());
            return new Timeline.Block(taken, spot.row(), spot.room(), time, "", "", "held", "", null);
        }
        var first = guests.getFirst();
        var start = first.line().startsAt();
        var left = guests.stream()
                .filter(guest -> Standing.of(guest, desk.times()) != Standing.CALLED_OFF)
                .toList();
        var people = left.stream().mapToInt(guest -> guest.line().quantity()).sum();
        var done = left.stream().allMatch(guest -> guest.redeemedAt().isPresent());
        return new Timeline.Block(
                taken,
                spot.row(),
                spot.room(),
                desk.times().time(start == null ? claim.during().start() : start),
                desk.page().say(first.line().title()),
                desk.page().text("desk.sessions.people", "count", people),
                done ? "done" : "expected",
                "",
                null);
    }
}
