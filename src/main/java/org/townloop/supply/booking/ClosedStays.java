package org.townloop.supply.booking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.supply.merchant.Engagements.Engagement;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.TimeSpan;

/** Stays that were sold and whose place has closed on the day of arrival or departure: nobody is at the door. */
@Component
class ClosedStays {

    /** Between the beginnings of two nights lies no more. */
    private static final Duration LONGEST_DAY = Duration.ofHours(25);

    /**
     * Stays that begin today or later at a place.
     *
     * @param all the orders that have some
     * @param lost from the day of arrival to that of departure
     */
    record Nights(List<UUID> all, List<Engagement> lost) {}

    private record Stay(UUID order, UUID rooms, Instant first, Instant last) {}

    private final JdbcClient jdbc;
    private final Rosters rosters;

    ClosedStays(JdbcClient jdbc, Rosters rosters) {
        this.jdbc = jdbc;
        this.rosters = rosters;
    }

    /**
     * @param notStays whose lots are those of sessions
     * @param heldAfter holds that expired until then are left out
     */
    Nights ahead(PlaceId place, Collection<UUID> notStays, Instant now, Instant heldAfter) {
        var stays = stays(place, now, heldAfter).stream()
                .filter(stay -> !notStays.contains(stay.rooms()))
                .toList();
        if (stays.isEmpty()) {
            return new Nights(List.of(), List.of());
        }
        var roster = rosters.read(Set.of(place), now).get(place);
        if (roster == null) {
            throw new IllegalStateException("no roster of " + place);
        }
        var ahead = stays.stream()
                .filter(stay ->
                        !day(stay.first(), roster).isBefore(roster.timeline().today()))
                .toList();
        return new Nights(
                ahead.stream().map(Stay::order).distinct().toList(),
                ahead.stream()
                        .filter(stay -> isClosed(stay, roster))
                        .map(stay -> engagement(stay, roster))
                        .toList());
    }

    private static boolean isClosed(Stay stay, Roster roster) {
        return roster.closed().contains(day(stay.first(), roster))
                || (!isWindow(stay, roster)
                        && roster.closed().contains(day(stay.last(), roster).plusDays(1)));
    }

    /** The lots of a place itself are windows in which goods are had: nobody departs from those. */
    private static boolean isWindow(Stay stay, Roster roster) {
        return stay.rooms().equals(roster.place().value());
    }

    private static Engagement engagement(Stay stay, Roster roster) {
        var departure = day(stay.last(), roster).plusDays(1);
        var end = departure.atStartOfDay(roster.timeline().zone()).toInstant();
        return new Engagement(stay.order(), stay.rooms(), new TimeSpan(stay.first(), end), true);
    }

    private static LocalDate day(Instant night, Roster roster) {
        return LocalDate.ofInstant(night, roster.timeline().zone());
    }

    /** By their first and last nights; one that began before yesterday seems to begin then, which is no day ahead. */
    private List<Stay> stays(PlaceId place, Instant now, Instant heldAfter) {
        return jdbc.sql("""
            select order_id, subject_id, min(starts_at) as first, max(starts_at) as last
            from booking.lot_claim c
            where region_id = ? and place_id = ? and starts_at >= ?
              and (expires_at is null or expires_at > ?)
              and not exists (select from booking.closed_rooms r where r.region_id = c.region_id and r.id = c.order_id)
            group by order_id, line, subject_id
            order by first, order_id
            """)
                .params(
                        place.region().number(),
                        place.value(),
                        Claims.sql(now.minus(LONGEST_DAY).minus(LONGEST_DAY)),
                        Claims.sql(heldAfter))
                .query(ClosedStays::stay)
                .list();
    }

    private static Stay stay(ResultSet row, int number) throws SQLException {
        return new Stay(
                row.getObject("order_id", UUID.class),
                row.getObject("subject_id", UUID.class),
                row.getTimestamp("first").toInstant(),
                row.getTimestamp("last").toInstant());
    }
}
