package org.townloop.supply.merchant;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.region.Regions;
import org.townloop.supply.merchant.hours.WallSpan;

/**
 * Who works when on which day, where that differs from week to week. What is booked stays booked when a rota changes, and is
 * {@link Timetables#outside named} if nobody works then.
 */
@Component
public class Rotas {

    private record Row(StaffId person, LocalDate day, WallSpan span) {}

    private static final WallSpan OFF = new WallSpan(0, 0);

    private final PlaceChanges changes;
    private final CrewRows crew;
    private final WeekRows rows;
    private final Regions regions;
    private final Atomically atomically;
    private final JdbcClient jdbc;
    private final Clock clock;

    Rotas(
            PlaceChanges changes,
            CrewRows crew,
            WeekRows rows,
            Regions regions,
            Atomically atomically,
            JdbcClient jdbc,
            Clock clock) {
        this.changes = changes;
        this.crew = crew;
        this.rows = rows;
        this.regions = regions;
        this.atomically = atomically;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What the text says, for somebody who has not saved it yet.
     *
     * @throws Absent if there is no such place, or the actor does not run it
     */
    public Rota read(Actor actor, PlaceId place, String text) {
        changes.mayChange(actor, place);
        return new RotaReader(crew.of(place), today(place)).read(text);
    }

    /**
     * Writes what the text says, all of it or nothing; of whom and of which days it speaks, it replaces what was said.
     *
     * @return the rota, with its faults if nothing was written
     * @throws Absent if there is no such place, or the actor does not run it
     */
    public Rota write(Actor actor, PlaceId place, String text) {
        changes.mayChange(actor, place);
        var written = atomically.run(() -> {
            changes.lock(place);
            var rota = new RotaReader(crew.of(place), today(place)).read(text);
            if (rota.isSound()) {
                replace(place, rota);
                changes.tell(place);
            }
            return Outcome.done(rota);
        });
        return switch (written) {
            case Outcome.Done<Rota>(var rota) -> rota;
            case Outcome.Refused<Rota>(var refusal) -> Rota.faulty(List.of(refusal));
        };
    }

    /** From today on everybody works as ever. */
    public void end(Actor actor, PlaceId place) {
        changes.mayChange(actor, place);
        atomically.run(() -> {
            changes.lock(place);
            jdbc.sql("""
                delete from merchant.shift h using merchant.staff s
                where s.region_id = h.region_id and s.id = h.staff_id
                  and s.region_id = ? and s.place_id = ? and h.day >= ?
                """)
                    .params(place.region().number(), place.value(), today(place))
                    .update();
            changes.tell(place);
            return Outcome.done(place);
        });
    }

    /** The days from today on, up to a year ahead, on which staff work by a rota; nothing stands on a day off. */
    public Map<StaffId, SortedMap<LocalDate, List<WallSpan>>> ahead(PlaceId place) {
        var shifts = new HashMap<StaffId, SortedMap<LocalDate, List<WallSpan>>>();
        rows.shifts(List.of(place), today(place), today(place).plusYears(1))
                .forEach((person, days) -> shifts.put(new StaffId(person), new TreeMap<>(days)));
        return shifts;
    }

    private void replace(PlaceId place, Rota rota) {
        var region = place.region().number();
        var people = column(rota.shifts().keySet(), person -> person.value().toString());
        jdbc.sql("""
            delete from merchant.shift
            where region_id = ? and staff_id = any (?::uuid[]) and day between ? and ?
            """).params(region, people, rota.first(), rota.last()).update();
        var shifts = new ArrayList<Row>();
        rota.shifts()
                .keySet()
                .forEach(person -> rota.daysOf(person).forEach((day, spans) -> {
                    (spans.isEmpty() ? List.of(OFF) : spans).forEach(span -> shifts.add(new Row(person, day, span)));
                }));
        jdbc.sql("""
            insert into merchant.shift (region_id, staff_id, day, opens, closes)
            select ?, staff_id, day, opens, closes
            from unnest(?::uuid[], ?::date[], ?::int[], ?::int[]) as s (staff_id, day, opens, closes)
            """)
                .params(
                        region,
                        column(shifts, row -> row.person.value().toString()),
                        column(shifts, row -> row.day.toString()),
                        column(shifts, row -> Integer.toString(row.span.opens())),
                        column(shifts, row -> Integer.toString(row.span.closes())))
                .update();
    }

    private static <T> String[] column(Collection<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    private LocalDate today(PlaceId place) {
        return LocalDate.ofInstant(clock.instant(), regions.get(place.region()).zone());
    }
}
