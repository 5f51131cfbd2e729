package org.townloop.launch.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.townloop.launch.demo.Shop.Seat;
import org.townloop.supply.offer.Quorum;
import org.townloop.supply.offer.Session;

/** Seats of sessions, with who gives them where, rooms of nights, windows of goods: what is taken of each, and by which order. */
final class LotTables {

    private record Lot(int region, UUID subject, Instant start) {}

    private static final class Count {
        int taken;
        int capacity;
    }

    /** A session that takes place from so many people on, with the first who booked it. */
    private record Needy(Booking first, Quorum quorum) {}

    private final CopyTable lots = new CopyTable("booking.lot", "region_id, subject_id, starts_at, taken, capacity");
    private final CopyTable claims =
            new CopyTable("booking.lot_claim", "region_id, order_id, line, subject_id, starts_at, place_id, units");
    private final CopyTable people = new CopyTable(
            "booking.claim", "region_id, subject_id, during, place_id, order_id, line, kind, session_start");

    private final CopyTable sessions = new CopyTable(
            "booking.session",
            "region_id, offer_id, starts_at, place_id, fewest, decide_at, state, decided_at, booked");

    private final Map<Lot, Count> counts = new LinkedHashMap<>();
    private final Map<Lot, Needy> needy = new LinkedHashMap<>();

    LotTables(List<Booking> bookings, Instant now) {
        bookings.stream().filter(booking -> booking.fate().takesTime()).forEach(this::take);
        counts.forEach((lot, count) -> lots.row(lot.region(), lot.subject(), lot.start(), count.taken, count.capacity));
        needy.forEach((lot, of) -> session(lot, of, now));
    }

    /** At the deadlines that have passed the school let all of them take place, also with fewer. */
    private void session(Lot lot, Needy of, Instant now) {
        var decideAt = of.quorum().decidedAt(lot.start());
        var isOpen = decideAt.isAfter(now);
        sessions.row(
                lot.region(),
                lot.subject(),
                lot.start(),
                of.first().shop().id(),
                of.quorum().people(),
                decideAt,
                isOpen ? "UNDECIDED" : "CONFIRMED",
                isOpen ? null : decideAt,
                isOpen ? null : Objects.requireNonNull(counts.get(lot)).taken);
    }

    List<CopyTable> tables() {
        return List.of(lots, claims, people, sessions);
    }

    private void take(Booking booking) {
        switch (booking.had()) {
            case Had.Seats _ when booking.offer().arrangement() instanceof Session session -> seats(booking, session);
            case Had.Nights nights -> nights.nights().forEach(night -> night(booking, night));
            case Had.Goods goods ->
                take(booking, new Lot(booking.region(), booking.shop().id(), booking.start()), goods.window());
            case Had.Seats _, Had.Time _, Had.Meal _, Had.Party _, Had.Opened _, Had.Stage _, Had.Ride _ -> {}
        }
    }

    private void seats(Booking booking, Session session) {
        var lot = new Lot(booking.region(), booking.offer().id(), booking.start());
        if (!counts.containsKey(lot)) {
            if (session.quorum() != null) {
                needy.put(lot, new Needy(booking, session.quorum()));
            }
            booking.offer().staff().forEach(teacher -> given(booking, teacher.id(), "STAFF"));
            if (!booking.shop().seats().isEmpty()) {
                given(booking, booking.seat().id(), "RESOURCE");
            }
        }
        take(booking, lot, session.seats());
    }

    private void night(Booking booking, LocalDate night) {
        Seat rooms = booking.seat();
        var start = night.atStartOfDay(Diary.ZONE).toInstant();
        take(booking, new Lot(booking.region(), rooms.id(), start), rooms.units());
    }

    private void take(Booking booking, Lot lot, int capacity) {
        var count = counts.computeIfAbsent(lot, each -> new Count());
        count.taken += booking.units();
        count.capacity = capacity;
        claims.row(
                lot.region(),
                booking.ids().order(),
                1,
                lot.subject(),
                lot.start(),
                booking.shop().id(),
                booking.units());
    }

    /** Those who give a session are taken under the offer's id, for all who come. */
    private void given(Booking booking, UUID subject, String kind) {
        people.row(
                booking.region(),
                subject,
                booking.taken(),
                booking.shop().id(),
                booking.offer().id(),
                0,
                kind,
                booking.start());
    }
}
