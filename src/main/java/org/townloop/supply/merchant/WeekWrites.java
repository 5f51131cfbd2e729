package org.townloop.supply.merchant;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Absent;

/** Writes hours, in the caller's transaction. */
@Component
class WeekWrites {

    private final JdbcClient jdbc;

    WeekWrites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether the hours still had that version */
    boolean hours(PlaceId place, int version, String notation) {
        return jdbc.sql("""
            update merchant.place set hours = ?, hours_version = hours_version + 1
            where region_id = ? and id = ? and hours_version = ?
            """)
                        .params(notation, place.region().number(), place.value(), version)
                        .update()
                == 1;
    }

    /** The hours of a place that has none so far. */
    void firstHours(PlaceId place, String notation) {
        jdbc.sql("update merchant.place set hours = ? where region_id = ? and id = ? and hours = ''")
                .params(notation, place.region().number(), place.value())
                .update();
    }

    /** @return whether the person still had that version */
    boolean week(PlaceId place, StaffId person, int version, List<DayHours> week) {
        var current = jdbc.sql("""
            update merchant.staff set version = version + 1
            where region_id = ? and id = ? and place_id = ? and left_at is null
            returning version
            """)
                .params(place.region().number(), person.value(), place.value())
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new Absent("staff " + person.value()));
        if (current != version + 1) {
            return false;
        }
        jdbc.sql("delete from merchant.staff_hours where region_id = ? and staff_id = ?")
                .params(place.region().number(), person.value())
                .update();
        insert(place.region().number(), person.value(), week);
        return true;
    }

    void exception(PlaceId place, DayException exception) {
        var closes = exception.closes();
        var opens = exception.opens();
        jdbc.sql("""
            insert into merchant.day_exception (region_id, place_id, day, opens, closes, as_usual)
            values (?, ?, ?, ?::time, ?::time, ?)
            on conflict (region_id, place_id, day) do update
            set opens = excluded.opens, closes = excluded.closes, as_usual = excluded.as_usual
            """)
                .param(place.region().number())
                .param(place.value())
                .param(exception.day())
                .param(opens == null ? null : opens.toString())
                .param(closes == null ? null : WeekRules.closes(closes))
                .param(exception.asUsual())
                .update();
    }

    void removeException(PlaceId place, LocalDate day) {
        jdbc.sql("delete from merchant.day_exception where region_id = ? and place_id = ? and day = ?")
                .params(place.region().number(), place.value(), day)
                .update();
    }

    private void insert(int region, UUID person, List<DayHours> week) {
        jdbc.sql("""
            insert into merchant.staff_hours (region_id, staff_id, weekday, opens, closes)
            select ?, ?, weekday, opens, closes
            from unnest(?::int[], ?::time[], ?::time[]) as w (weekday, opens, closes)
            """)
                .params(
                        region,
                        person,
                        column(week, span -> Integer.toString(span.day().getValue())),
                        column(week, span -> span.opens().toString()),
                        column(week, span -> WeekRules.closes(span.closes())))
                .update();
    }

    private static String[] column(List<DayHours> week, Function<DayHours, String> value) {
        return week.stream().map(value).toArray(String[]::new);
    }
}
