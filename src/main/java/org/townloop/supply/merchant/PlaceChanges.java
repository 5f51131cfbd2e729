package org.townloop.supply.merchant;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.EventLog;

/** Notes that something about a place has changed, in the caller's transaction, and tells everybody. */
@Component
class PlaceChanges {

    private final Workplaces workplaces;
    private final JdbcClient jdbc;
    private final EventLog events;
    private final ApplicationEventPublisher local;
    private final Clock clock;

    PlaceChanges(
            Workplaces workplaces, JdbcClient jdbc, EventLog events, ApplicationEventPublisher local, Clock clock) {
        this.workplaces = workplaces;
        this.jdbc = jdbc;
        this.events = events;
        this.local = local;
        this.clock = clock;
    }

    /** @throws org.townloop.base.kernel.Absent if the actor does not run it */
    Place mayChange(Actor actor, PlaceId place) {
        return workplaces.get(actor, Right.RUN_PLACE, place);
    }

    /** The place's row is locked until the transaction ends: changes of one place wait for one another. */
    void lock(PlaceId place) {
        jdbc.sql("select 1 from merchant.place where region_id = ? and id = ? for no key update")
                .params(place.region().number(), place.value())
                .query(Integer.class)
                .single();
    }

    void tell(PlaceId place) {
        jdbc.sql("update merchant.place set changed_at = ? where region_id = ? and id = ?")
                .params(Timestamp.from(clock.instant()), place.region().number(), place.value())
                .update();
        var changed = new PlaceChanged(place.value());
        events.append(changed);
        local.publishEvent(changed);
    }
}
