package org.townloop.loop.feedback;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.RegionId;
import org.townloop.loop.visit.Visit;
import org.townloop.loop.visit.VisitCounts;
import org.townloop.loop.visit.VisitId;
import org.townloop.supply.merchant.PlaceId;

/** How many visits were spoken of, how many reviews wait for an answer, and which visits nobody spoke of. */
@Component
public class ReviewCounts {

    /** An answer is expected to what was written within this time; later ones are welcome, and not waited for. */
    public static final Duration ANSWERED_WITHIN = Duration.ofDays(30);

    private static final int VISITS_READ_AT_ONCE = 200;
    private static final int MOST_READS = 20;

    private final JdbcClient jdbc;
    private final VisitCounts visits;
    private final ReviewRows rows;
    private final Clock clock;

    ReviewCounts(JdbcClient jdbc, VisitCounts visits, ReviewRows rows, Clock clock) {
        this.jdbc = jdbc;
        this.visits = visits;
        this.rows = rows;
        this.clock = clock;
    }

    /** By place, of the visits within the span, whenever they were reviewed; a place without any is left out. */
    public List<ReviewCount> of(Collection<RegionId> regions, Instant from, Instant to) {
        return jdbc.sql("""
            select place_id, count(*) as reviewed
            from feedback.review
            where region_id = any (?) and visit_id >= ? and visit_id < ?
            group by place_id
            """)
                .params(
                        regions.stream().map(RegionId::number).toArray(Integer[]::new),
                        Ids.lowest(from),
                        Ids.lowest(to))
                .query((row, number) ->
                        new ReviewCount(new PlaceId(row.getObject("place_id", UUID.class)), row.getInt("reviewed")))
                .list();
    }

    /** How many reviews of the place that say something are not answered yet. */
    public int waiting(PlaceId place) {
        return jdbc.sql("""
            select count(*) from feedback.review
            where region_id = ? and place_id = ? and created_at >= ? and text is not null and reply is null
            """)
                .params(
                        place.region().number(),
                        place.value(),
                        Timestamp.from(clock.instant().minus(ANSWERED_WITHIN)))
                .query(Integer.class)
                .single();
    }

    /**
     * The visits of the span that were reviewed, or those that were not, the latest first; the other parameters as in
     * {@link VisitCounts#behind}.
     */
    public List<Visit> behind(
            boolean reviewed,
            Collection<RegionId> regions,
            @Nullable Collection<PlaceId> places,
            Instant from,
            Instant to,
            @Nullable VisitId before,
            int limit) {
        var found = new ArrayList<Visit>();
        var last = before;
        for (int read = 0; read < MOST_READS && found.size() < limit; read++) {
            var page = visits.behind(regions, places, from, to, last, VISITS_READ_AT_ONCE);
            found.addAll(only(reviewed, page));
            if (page.size() < VISITS_READ_AT_ONCE) {
                break;
            }
            last = page.getLast().id();
        }
        return List.copyOf(found.subList(0, Math.min(limit, found.size())));
    }

    private List<Visit> only(boolean reviewed, List<Visit> page) {
        var ids = page.stream().map(visit -> visit.id().value()).toList();
        var spokenOf = rows.of(ids).stream().map(Review::visit).collect(Collectors.toSet());
        return page.stream()
                .filter(visit -> spokenOf.contains(visit.id().value()) == reviewed)
                .toList();
    }
}
