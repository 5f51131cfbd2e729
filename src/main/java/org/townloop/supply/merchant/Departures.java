package org.townloop.supply.merchant;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;

/** Staff and resources that leave a place: not while something is booked that needs them. */
@Component
class Departures {

    private final PlaceChanges changes;
    private final Engagements engagements;
    private final JdbcClient jdbc;
    private final Clock clock;

    Departures(PlaceChanges changes, Engagements engagements, JdbcClient jdbc, Clock clock) {
        this.changes = changes;
        this.engagements = engagements;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * In the caller's transaction. Nobody books at the place until it ends, so that no booking slips in between the look
     * and the leave.
     *
     * @param table staff or resource
     */
    Outcome<PlaceId> of(PlaceId place, UUID subject, String table) {
        changes.lock(place);
        engagements.keepStill(place);
        var now = clock.instant();
        var booked = Stream.concat(engagements.after(place, now).stream(), engagements.lotsAfter(place, now).stream())
                .filter(each -> each.subject().equals(subject))
                .toList();
        if (!booked.isEmpty()) {
            return Outcome.refused(Refusal.of(
                    MerchantReason.STILL_BOOKED,
                    "id",
                    Map.of(
                            "count",
                            booked.size(),
                            "first",
                            booked.getFirst().during().start())));
        }
        leave(place, subject, table);
        changes.tell(place);
        return Outcome.done(place);
    }

    private void leave(PlaceId place, UUID subject, String table) {
        var sql = switch (table) {
            case "staff" -> """
                update merchant.staff set left_at = ?, pin_salt = null, pin_iterations = null, pin_hash = null
                where region_id = ? and place_id = ? and id = ? and left_at is null
                """;
            default -> """
                update merchant.resource set left_at = ?
                where region_id = ? and place_id = ? and id = ? and left_at is null
                """;
        };
        var left = jdbc.sql(sql)
                .params(Timestamp.from(clock.instant()), place.region().number(), place.value(), subject)
                .update();
        if (left == 0) {
            throw new Absent(table + " " + subject);
        }
    }
}
