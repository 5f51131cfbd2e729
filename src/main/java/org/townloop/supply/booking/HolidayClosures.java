package org.townloop.supply.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.base.kernel.EventConsumer;
import org.townloop.base.kernel.RecordedEvent;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.region.Calendars;
import org.townloop.base.region.HolidaysChanged;
import org.townloop.base.region.Region;
import org.townloop.base.region.Regions;
import org.townloop.supply.merchant.PlaceId;

/** When a calendar of holidays has changed, looks at all that is booked ahead: some of it may be closed, or open again. */
@Component
class HolidayClosures implements EventConsumer {

    /** A night that is still to come may belong to a day that has begun. */
    private static final Duration LONGEST_DAY = Duration.ofHours(25);

    private final Closures closures;
    private final Calendars calendars;
    private final Regions regions;
    private final JdbcClient jdbc;
    private final TransactionTemplate onItsOwn;
    private final Clock clock;

    HolidayClosures(
            Closures closures,
            Calendars calendars,
            Regions regions,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.closures = closures;
        this.calendars = calendars;
        this.regions = regions;
        this.jdbc = jdbc;
        this.onItsOwn = new TransactionTemplate(transactions);
        this.onItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "holiday-closures";
    }

    @Override
    public Set<String> types() {
        return Set.of(HolidaysChanged.class.getSimpleName());
    }

    /** Each place in a transaction of its own, so that nobody who books elsewhere waits for the rest. */
    @Override
    public void accept(List<RecordedEvent> events) {
        calendars.reload();
        placesBookedAhead(clock.instant())
                .forEach(place -> onItsOwn.executeWithoutResult(status -> closures.note(place)));
    }

    private List<PlaceId> placesBookedAhead(Instant now) {
        var yesterday = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1); // no zone is further away
        return jdbc.sql("""
            select c.place_id
            from booking.calendar c
            where c.region_id = any (?)
              and (exists (select 1 from booking.claim b
                           where b.region_id = c.region_id and b.place_id = c.place_id and lower(b.during) > ?)
                or exists (select 1 from booking.day_claim d
                           where d.region_id = c.region_id and d.place_id = c.place_id and d.day >= ?)
                or exists (select 1 from booking.lot_claim l
                           where l.region_id = c.region_id and l.place_id = c.place_id and l.starts_at >= ?))
            order by c.region_id, c.place_id
            """)
                .params(
                        regions.all().stream()
                                .map(Region::id)
                                .map(RegionId::number)
                                .toArray(Integer[]::new),
                        Claims.sql(now),
                        yesterday,
                        Claims.sql(now.minus(LONGEST_DAY)))
                .query((row, number) -> new PlaceId(row.getObject("place_id", UUID.class)))
                .list();
    }
}
