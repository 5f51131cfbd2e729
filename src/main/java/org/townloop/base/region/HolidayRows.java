package org.townloop.base.region;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;
import tools.jackson.databind.json.JsonMapper;

/** The tables of holidays. They are small: a calendar has some twenty days a year. */
@Component
class HolidayRows {

    private record Row(String calendar, Holiday day) {}

    private record Year(String calendar, int year) {}

    private record Own(RegionId region, Optional<String> calendar) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    HolidayRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** All calendars, by code. */
    Map<String, HolidayCalendar> calendars() {
        var days = new TreeMap<String, List<Holiday>>();
        jdbc.sql("select calendar, day, kind, stands_for, name from region.holiday")
                .query(this::row)
                .list()
                .forEach(row -> days.computeIfAbsent(row.calendar, code -> new ArrayList<>())
                        .add(row.day));
        var years = new TreeMap<String, TreeSet<Integer>>();
        jdbc.sql("select calendar, year from region.holiday_year")
                .query((row, number) -> new Year(row.getString("calendar"), row.getInt("year")))
                .list()
                .forEach(year -> years.computeIfAbsent(year.calendar, code -> new TreeSet<>())
                        .add(year.year));
        var calendars = new TreeMap<String, HolidayCalendar>();
        years.forEach((code, known) ->
                calendars.put(code, HolidayCalendar.of(code, known, days.getOrDefault(code, List.of()))));
        days.forEach((code, known) ->
                calendars.computeIfAbsent(code, same -> HolidayCalendar.of(code, new TreeSet<>(), known)));
        return calendars;
    }

    /** What each region says of itself. */
    Map<RegionId, Optional<String>> own() {
        var own = new HashMap<RegionId, Optional<String>>();
        jdbc.sql("select id, calendar from region.region")
                .query((row, number) ->
                        new Own(new RegionId(row.getInt("id")), Optional.ofNullable(row.getString("calendar"))))
                .list()
                .forEach(row -> own.put(row.region, row.calendar));
        return own;
    }

    void choose(RegionId region, @Nullable String calendar) {
        jdbc.sql("update region.region set calendar = ? where id = ?")
                .param(calendar)
                .param(region.number())
                .update();
    }

    /** @return whether the year was not known before */
    boolean know(String calendar, int year, String source) {
        return jdbc.sql("""
            insert into region.holiday_year (calendar, year, source) values (?, ?, ?) on conflict do nothing
            """).params(calendar, year, source).update() == 1;
    }

    /** Writes the days in place of what was said of them before. */
    void write(String calendar, Collection<Holiday> days) {
        jdbc.sql("""
            insert into region.holiday (calendar, day, kind, stands_for, name)
            select ?, day, kind, stands_for, name::jsonb
            from unnest(?::date[], ?::text[], ?::int[], ?::text[]) as h (day, kind, stands_for, name)
            on conflict (calendar, day) do update
            set kind = excluded.kind, stands_for = excluded.stands_for, name = excluded.name
            """)
                .params(
                        calendar,
                        column(days, day -> day.day().toString(), new String[0]),
                        column(days, day -> day.kind().name(), new String[0]),
                        column(days, HolidayRows::standsFor, new Integer[0]),
                        column(days, day -> json.writeValueAsString(day.name()), new String[0]))
                .update();
    }

    /** Gives a calendar that knows no year yet the years and days of another. */
    void copyIfEmpty(String from, String to) {
        var copied = jdbc.sql("""
            insert into region.holiday_year (calendar, year, source)
            select ?, year, source from region.holiday_year
            where calendar = ? and not exists (select 1 from region.holiday_year where calendar = ?)
            """).params(to, from, to).update();
        if (copied > 0) {
            jdbc.sql("""
                insert into region.holiday (calendar, day, kind, stands_for, name)
                select ?, day, kind, stands_for, name from region.holiday where calendar = ?
                on conflict do nothing
                """).params(to, from).update();
        }
    }

    /** Removes all days of a year: a file says all of it. */
    void clear(String calendar, int year) {
        jdbc.sql("delete from region.holiday where calendar = ? and day between ? and ?")
                .params(calendar, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
                .update();
    }

    boolean remove(String calendar, LocalDate day) {
        return jdbc.sql("delete from region.holiday where calendar = ? and day = ?")
                        .params(calendar, day)
                        .update()
                == 1;
    }

    private Row row(ResultSet row, int number) throws SQLException {
        var standsFor = row.getObject("stands_for", Integer.class);
        return new Row(
                row.getString("calendar"),
                new Holiday(
                        row.getObject("day", LocalDate.class),
                        Holiday.Kind.valueOf(row.getString("kind")),
                        standsFor == null ? null : DayOfWeek.of(standsFor),
                        json.readValue(row.getString("name"), Words.class)));
    }

    private static @Nullable Integer standsFor(Holiday day) {
        var weekday = day.standsFor();
        return weekday == null ? null : weekday.getValue();
    }

    private static <T extends @Nullable Object> T[] column(
            Collection<Holiday> days, Function<Holiday, T> value, T[] type) {
        return days.stream().map(value).toList().toArray(type);
    }
}
