package org.townloop.supply.merchant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.supply.merchant.hours.WallSpan;

/** Reads hours: the notations of places, the weeks of staff, and the days that differ. */
@Component
class WeekRows {

    /** A stretch of a weekday, 1 being Monday. */
    record Row(UUID subject, int weekday, WallSpan span) {}

    /** How hours of a member of staff belong to a place. */
    record StaffRow(UUID place, Row row) {}

    private final JdbcClient jdbc;

    WeekRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The notations of the places, by place. */
    Map<UUID, String> notations(Collection<PlaceId> places) {
        record Hours(UUID place, String text) {}
        return jdbc
                .sql("""
                    select id, hours
                    from merchant.place
                    join unnest(?::int[], ?::uuid[]) as wanted (region_id, id) using (region_id, id)
                    """)
                .params(PlaceRows.regions(places), PlaceRows.values(places))
                .query((row, number) -> new Hours(row.getObject("id", UUID.class), row.getString("hours")))
                .list()
                .stream()
                .collect(Collectors.toMap(Hours::place, Hours::text, (one, same) -> one));
    }

    /** The hours of staff that have hours of their own; one without a weekday has none, and works as the place does. */
    List<StaffRow> ofStaff(Collection<PlaceId> places) {
        return jdbc.sql("""
            select s.place_id, s.id as subject, coalesce(h.weekday, 0) as weekday,
                coalesce(extract(epoch from h.opens)::int / 60, 0) as opens,
                coalesce(extract(epoch from h.closes)::int / 60, 0) as closes
            from merchant.staff s
            join unnest(?::int[], ?::uuid[]) as wanted (region_id, place_id) using (region_id, place_id)
            left join merchant.staff_hours h on h.region_id = s.region_id and h.staff_id = s.id
            where s.left_at is null
            """)
                .params(PlaceRows.regions(places), PlaceRows.values(places))
                .query((row, number) -> new StaffRow(row.getObject("place_id", UUID.class), row(row, number)))
                .list();
    }

    /** The days on which staff work by a rota, by person; nothing stands on a day off. */
    Map<UUID, Map<LocalDate, List<WallSpan>>> shifts(Collection<PlaceId> places, LocalDate from, LocalDate to) {
        record Shift(UUID person, LocalDate day, WallSpan span) {}
        var shifts = jdbc.sql("""
            select h.staff_id, h.day, h.opens, h.closes
            from merchant.shift h
            join merchant.staff s on s.region_id = h.region_id and s.id = h.staff_id
            join unnest(?::int[], ?::uuid[]) as wanted (region_id, place_id)
                on wanted.region_id = s.region_id and wanted.place_id = s.place_id
            where h.day between ? and ? and s.left_at is null
            order by h.staff_id, h.day, h.opens
            """)
                .params(PlaceRows.regions(places), PlaceRows.values(places), from, to)
                .query((row, number) -> new Shift(
                        row.getObject("staff_id", UUID.class), row.getObject("day", LocalDate.class), span(row)))
                .list();
        var byPerson = new HashMap<UUID, Map<LocalDate, List<WallSpan>>>();
        for (var shift : shifts) {
            var day = byPerson.computeIfAbsent(shift.person, each -> new TreeMap<>())
                    .computeIfAbsent(shift.day, each -> new ArrayList<>());
            if (shift.span.closes() > 0) {
                day.add(shift.span);
            }
        }
        return byPerson;
    }

    /** The days that differ, with what is open then: nothing if it is closed. */
    Map<UUID, Map<LocalDate, Differing>> exceptions(Collection<PlaceId> places, LocalDate from, LocalDate to) {
        record Exception(UUID place, LocalDate day, Differing what) {}
        return jdbc
                .sql("""
                    select place_id, day, as_usual, opens is not null as open,
                        coalesce(extract(epoch from opens)::int / 60, 0) as opens,
                        coalesce(extract(epoch from closes)::int / 60, 0) as closes
                    from merchant.day_exception
                    join unnest(?::int[], ?::uuid[]) as wanted (region_id, place_id) using (region_id, place_id)
                    where day between ? and ?
                    """)
                .params(PlaceRows.regions(places), PlaceRows.values(places), from, to)
                .query((row, number) -> new Exception(
                        row.getObject("place_id", UUID.class),
                        row.getObject("day", LocalDate.class),
                        new Differing(
                                row.getBoolean("as_usual"), row.getBoolean("open") ? List.of(span(row)) : List.of())))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Exception::place,
                        Collectors.toMap(Exception::day, Exception::what, (one, other) -> one, HashMap::new)));
    }

    /** The days from that one on that differ. */
    List<DayException> exceptionsFrom(PlaceId place, LocalDate from) {
        return jdbc.sql("""
            select day, opens, closes, as_usual from merchant.day_exception
            where region_id = ? and place_id = ? and day >= ?
            order by day
            """)
                .params(place.region().number(), place.value(), from)
                .query((row, number) -> new DayException(
                        row.getObject("day", LocalDate.class),
                        row.getObject("opens", LocalTime.class),
                        wall(row.getString("closes")),
                        row.getBoolean("as_usual")))
                .list();
    }

    /** The hours of staff that have hours of their own. */
    Map<StaffId, List<DayHours>> staffWeeks(PlaceId place) {
        return ofStaff(List.of(place)).stream()
                .map(StaffRow::row)
                .filter(row -> row.weekday() > 0)
                .sorted(Comparator.comparing(Row::weekday)
                        .thenComparing(row -> row.span().opens()))
                .collect(Collectors.groupingBy(
                        row -> new StaffId(row.subject()),
                        Collectors.mapping(
                                row -> OpeningHours.dayHours(DayOfWeek.of(row.weekday()), row.span()),
                                Collectors.toList())));
    }

    /** The end of the day is midnight. */
    private static @Nullable LocalTime wall(@Nullable String closes) {
        return closes == null ? null : closes.startsWith("24") ? LocalTime.MIDNIGHT : LocalTime.parse(closes);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getObject("subject", UUID.class), row.getInt("weekday"), span(row));
    }

    private static WallSpan span(ResultSet row) throws SQLException {
        return new WallSpan(row.getInt("opens"), row.getInt("closes"));
    }
}
