package org.townloop.supply.booking;

import static org.townloop.supply.booking.Claims.column;

import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Changes the ways of claims that are there; only under the lock of their calendar. */
@Component
class ClaimWays {

    private final JdbcClient jdbc;

    ClaimWays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Gives claims another way; how many were still there as they were. */
    int reway(Map<Claimed, Claimed> changed) {
        var sorted = changed.entrySet().stream()
                .sorted(Comparator.comparing(change -> change.getKey().subject()))
                .toList();
        return sorted.isEmpty()
                ? 0
                : jdbc.sql("""
                    update booking.claim c
                    set during = tstzrange(w.starts, upper(c.during)), way_minutes = w.way
                    from unnest(?::int[], ?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::int[])
                        as w (region_id, subject_id, old_starts, ends, starts, way)
                    where c.region_id = w.region_id and c.subject_id = w.subject_id
                      and c.during = tstzrange(w.old_starts, w.ends)
                    """)
                        .params(
                                column(
                                        sorted,
                                        change ->
                                                change.getKey().place().region().number(),
                                        new Integer[0]),
                                column(sorted, change -> change.getKey().subject(), new UUID[0]),
                                column(
                                        sorted,
                                        change ->
                                                change.getKey().during().start().toString(),
                                        new String[0]),
                                column(
                                        sorted,
                                        change -> change.getKey().during().end().toString(),
                                        new String[0]),
                                column(
                                        sorted,
                                        change -> change.getValue()
                                                .during()
                                                .start()
                                                .toString(),
                                        new String[0]),
                                column(
                                        sorted,
                                        change -> (int) change.getValue().way().toMinutes(),
                                        new Integer[0]))
                        .update();
    }
}
