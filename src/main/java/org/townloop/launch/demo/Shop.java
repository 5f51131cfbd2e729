package org.townloop.launch.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;

/**
 * A place with everything that belongs to it.
 *
 * @param quality what its guests think of it, hidden from them: about the stars that a usual visit earns
 * @param popularity how much of the county's custom it draws, against the others
 * @param daysThatDiffer the hours of days that are unlike their weekday; empty if closed
 */
record Shop(
        ShopKind kind,
        RegionId region,
        UUID id,
        UUID merchant,
        Words name,
        Address address,
        String phone,
        double quality,
        double popularity,
        Week week,
        Map<LocalDate, Optional<Week.Span>> daysThatDiffer,
        List<Worker> staff,
        List<Seat> seats,
        List<Sold> offers,
        Resident owner,
        Resident counter,
        Instant since) {

    /** @param week empty if they work whenever the place is open */
    record Worker(UUID id, Words name, double skill, Optional<Week> week) {}

    /**
     * Something that a visit occupies.
     *
     * @param people how many sit there, if it is a table
     * @param zone where it can be put together with others
     * @param units how many there are, if it is a type of room
     */
    record Seat(UUID id, Words name, int people, @Nullable String zone, int units) {

        Seat(UUID id, Words name) {
            this(id, name, 0, null, 1);
        }
    }

    Shop with(List<Seat> seats, List<Sold> offers) {
        return new Shop(
                kind,
                region,
                id,
                merchant,
                name,
                address,
                phone,
                quality,
                popularity,
                week,
                daysThatDiffer,
                staff,
                seats,
                offers,
                owner,
                counter,
                since);
    }

    /** The hours of a day, as they are there. */
    List<Week.Span> open(LocalDate day) {
        var differs = daysThatDiffer.get(day);
        return differs == null ? week.on(day.getDayOfWeek()) : differs.stream().toList();
    }

    /** Whether the place is open and the person works through all of these minutes of the day. */
    boolean works(Worker worker, LocalDate day, int from, int to) {
        return open(day).stream().anyMatch(span -> span.holds(from, to))
                && worker.week()
                        .map(week -> week.on(day.getDayOfWeek()).stream().anyMatch(span -> span.holds(from, to)))
                        .orElse(true);
    }
}
