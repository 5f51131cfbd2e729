package org.townloop.loop.deal;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.EventConsumer;
import org.townloop.base.kernel.RecordedEvent;
import org.townloop.base.kernel.RegionId;
import org.townloop.supply.booking.SlotsChanged;

/** Follows the log for lines that may move: something may have come free at their places. The job calls all the same. */
@Component
class DealFollower implements EventConsumer {

    private final JdbcClient jdbc;
    private final DealCalls calls;
    private final Clock clock;

    DealFollower(JdbcClient jdbc, DealCalls calls, Clock clock) {
        this.jdbc = jdbc;
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "deal-lines";
    }

    @Override
    public Set<String> types() {
        return Set.of(SlotsChanged.class.getSimpleName());
    }

    @Override
    public void accept(List<RecordedEvent> events) {
        var places = events.stream().map(RecordedEvent::subject).collect(Collectors.toSet());
        jdbc.sql("""
            select d.id from deal.deal d
            join unnest(?::int[], ?::uuid[]) as p (region_id, place_id) using (region_id, place_id)
            where d.state = 'OPEN' and d.closes_at > ? and exists (
                select from deal.standing s
                where s.region_id = d.region_id and s.deal_id = d.id and s.state = 'WAITING')
            order by d.region_id, d.id
            """)
                .params(
                        places.stream()
                                .map(place -> RegionId.of(place).number())
                                .toArray(Integer[]::new),
                        places.toArray(UUID[]::new),
                        Timestamp.from(clock.instant()))
                .query((row, number) -> new DealId(row.getObject("id", UUID.class)))
                .list()
                .forEach(calls::call);
    }
}
