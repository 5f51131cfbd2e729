package org.townloop.loop.visit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.RegionId;
import org.townloop.supply.merchant.PlaceId;

/** How many visits there were, and which. A visit's id is made when it happens, so that a span of time is one of ids. */
@Component
public class VisitCounts {

    private final JdbcClient jdbc;
    private final Clock clock;

    VisitCounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By place; a place without a visit in that time is left out. */
    public List<VisitCount> of(Collection<RegionId> regions, Instant from, Instant to) {
        return jdbc.sql("""
            select place_id, count(*) as visits
            from visit.visit
            where region_id = any (?) and id >= ? and id < ?
            group by place_id
            """)
                .params(numbers(regions), Ids.lowest(from), Ids.lowest(to))
                .query((row, number) ->
                        new VisitCount(new PlaceId(row.getObject("place_id", UUID.class)), row.getInt("visits")))
                .list();
    }

    /** How often the place was visited within the span. */
    public int at(PlaceId place, Instant from, Instant to) {
        return jdbc.sql("""
            select count(*) from visit.visit
            where region_id = ? and place_id = ? and visited_at >= ? and visited_at < ?
            """)
                .params(place.region().number(), place.value(), Timestamp.from(from), Timestamp.from(to))
                .query(Integer.class)
                .single();
    }

    /** Whether anybody ever came to the place with a voucher. */
    public boolean hasAny(PlaceId place) {
        return jdbc.sql("select exists (select 1 from visit.visit where region_id = ? and place_id = ?)")
                .params(place.region().number(), place.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * Of the guests of all places who came within a span of that length which ended so long ago that their time to come
     * again is over: how many came to the same place again within that time after their first visit of the span.
     */
    public Returned returned(Collection<RegionId> regions, Duration span, Duration within) {
        var end = clock.instant().minus(within);
        return jdbc.sql("""
            with came as (
                select region_id, place_id, resident_id, min(visited_at) as first
                from visit.visit
                where region_id = any (:regions) and id >= :from and id < :to
                group by region_id, place_id, resident_id)
            select count(*) as guests, count(*) filter (where exists (
                select from visit.visit v
                where v.region_id = came.region_id and v.place_id = came.place_id
                  and v.resident_id = came.resident_id and v.visited_at > came.first
                  and v.visited_at <= came.first + :seconds * interval '1 second')) as again
            from came
            """)
                .param("regions", numbers(regions))
                .param("from", Ids.lowest(end.minus(span)))
                .param("to", Ids.lowest(end))
                .param("seconds", within.toSeconds())
                .query(Returned.class)
                .single();
    }

    /**
     * The visits that are counted, the latest first.
     *
     * @param places only those at these places; null for all
     * @param before those before this one, to go on from the last of a page; null for the first page
     */
    public List<Visit> behind(
            Collection<RegionId> regions,
            @Nullable Collection<PlaceId> places,
            Instant from,
            Instant to,
            @Nullable VisitId before,
            int limit) {
        var until = before == null ? Ids.lowest(to) : before.value();
        return jdbc.sql("""
            select id, order_id, voucher_id, unit, place_id, offer_id, resident_id, visited_at
            from visit.visit
            where region_id = any (:regions) and id >= :from and id < :until
              and (:places::uuid[] is null or place_id = any (:places::uuid[]))
            order by id desc
            limit :limit
            """)
                .param("regions", numbers(regions))
                .param("from", Ids.lowest(from))
                .param("until", until)
                .param(
                        "places",
                        places == null
                                ? null
                                : places.stream().map(PlaceId::value).toArray(UUID[]::new))
                .param("limit", limit)
                .query(Visits::visit)
                .list();
    }

    private static Integer[] numbers(Collection<RegionId> regions) {
        return regions.stream().map(RegionId::number).toArray(Integer[]::new);
    }
}
