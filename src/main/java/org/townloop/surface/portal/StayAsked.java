package org.townloop.surface.portal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Times;
import org.townloop.surface.page.Typed;

/**
 * Which nights the address or the form asks for.
 *
 * @param fixed how many nights it must be, 0 for any: who moves keeps them
 */
record StayAsked(
        @Nullable LocalDate arrival, @Nullable LocalDate departure, int rooms, int guests, YearMonth month, int fixed) {

    private static final int ROOMS_MAX = 9;

    static StayAsked read(Asked asked, Times times) {
        var typed = asked.typed();
        var at = asked.at();
        var arrival = day(typed, "arrival");
        if (arrival == null && at != null) {
            arrival = times.day(at);
        }
        var rooms = number(typed, "rooms", asked.quantity());
        return new StayAsked(
                arrival,
                day(typed, "departure"),
                Math.clamp(rooms, 1, ROOMS_MAX),
                Math.max(1, number(typed, "guests", rooms)),
                month(typed, arrival == null ? times.today() : arrival),
                0);
    }

    /** The same with that many nights from the arrival on. */
    StayAsked fixed(int nights) {
        return new StayAsked(arrival, arrival == null ? null : arrival.plusDays(nights), rooms, guests, month, nights);
    }

    StayAsked of(int quantity) {
        return new StayAsked(arrival, departure, quantity, guests, month, fixed);
    }

    StayAsked to(LocalDate arrives, @Nullable LocalDate leaves) {
        return new StayAsked(arrives, leaves, rooms, guests, month, fixed);
    }

    StayAsked in(YearMonth other) {
        return new StayAsked(arrival, departure, rooms, guests, other, fixed);
    }

    /** Whether a tap on a later day says when they leave. */
    boolean isHalf() {
        return arrival != null && departure == null && fixed == 0;
    }

    boolean covers(LocalDate day) {
        return arrival != null
                && (day.equals(arrival) || (departure != null && day.isAfter(arrival) && !day.isAfter(departure)));
    }

    /** Behind the address of the page. */
    String query() {
        return "?month=" + month
                + (arrival == null ? "" : "&arrival=" + arrival)
                + (departure == null || fixed > 0 ? "" : "&departure=" + departure)
                + (fixed > 0 ? "" : "&rooms=" + rooms + "&guests=" + guests);
    }

    int nights() {
        return arrival == null || departure == null ? 0 : (int) ChronoUnit.DAYS.between(arrival, departure);
    }

    private static @Nullable LocalDate day(Map<String, String> typed, String name) {
        return Typed.day(typed.getOrDefault(name, "")).orElse(null);
    }

    private static int number(Map<String, String> typed, String name, int otherwise) {
        var text = typed.getOrDefault(name, "").strip();
        return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : otherwise;
    }

    private static YearMonth month(Map<String, String> typed, LocalDate otherwise) {
        return Typed.day(typed.getOrDefault("month", "") + "-01")
                .map(YearMonth::from)
                .orElse(YearMonth.from(otherwise));
    }
}
