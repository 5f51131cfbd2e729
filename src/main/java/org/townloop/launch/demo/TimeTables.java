package org.townloop.launch.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** The times that orders take of people, seats and tables, and what is still to be reminded of. */
final class TimeTables {

    private static final Duration REMIND_BEFORE = Duration.ofHours(3);

    private final CopyTable claims =
            new CopyTable("booking.claim", "region_id, subject_id, during, place_id, order_id, line, kind");
    private final CopyTable reminders =
            new CopyTable("notice.reminder", "order_id, region_id, person_id, due_at, facts");

    private final JsonMapper json;

    TimeTables(JsonMapper json, List<Booking> bookings, Instant now) {
        this.json = json;
        bookings.stream().filter(booking -> booking.fate().takesTime()).forEach(this::take);
        bookings.stream()
                .filter(booking -> booking.fate() == Fate.AWAITED && !(booking.had() instanceof Had.Meal))
                .filter(booking -> booking.start().minus(REMIND_BEFORE).isAfter(now))
                .forEach(this::remind);
    }

    List<CopyTable> tables() {
        return List.of(claims, reminders);
    }

    private void take(Booking booking) {
        switch (booking.had()) {
            case Had.Time _ -> {
                claim(booking, booking.worker().id(), "STAFF");
                claim(booking, booking.seat().id(), "RESOURCE");
            }
            case Had.Party party -> claim(booking, party.table().id(), "RESOURCE");
            case Had.Meal _, Had.Seats _, Had.Nights _, Had.Opened _, Had.Stage _, Had.Ride _, Had.Goods _ -> {}
        }
    }

    private void claim(Booking booking, UUID subject, String kind) {
        claims.row(
                booking.region(),
                subject,
                booking.taken(),
                booking.shop().id(),
                booking.ids().order(),
                1,
                kind);
    }

    private void remind(Booking booking) {
        var facts = Map.of(
                "title", booking.offer().title(),
                "place", booking.shop().name(),
                "totalMinor", booking.paid().minor(),
                "balanceMinor", booking.balance().minor(),
                "currency", "CNY",
                "startsAt", booking.start().toString());
        reminders.row(
                booking.ids().order(),
                booking.region(),
                booking.resident().id(),
                booking.start().minus(REMIND_BEFORE),
                json.writeValueAsString(new TreeMap<>(facts)));
    }
}
