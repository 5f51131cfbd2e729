package org.townloop.supply.merchant;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;

/** Steps of setting a place up that leave no other trace. */
@Component
public class Steps {

    /** What was done, or left for later. */
    public enum Step {
        /** There will be no pictures for now. */
        PICTURE,
        /** They have seen their place as residents see it. */
        PREVIEW
    }

    private final PlaceChanges changes;
    private final JdbcClient jdbc;
    private final Clock clock;

    Steps(PlaceChanges changes, JdbcClient jdbc, Clock clock) {
        this.changes = changes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws org.townloop.base.kernel.Absent if there is no such place, or the actor does not run it */
    public void done(Actor actor, PlaceId place, Step step) {
        changes.mayChange(actor, place);
        jdbc.sql("""
            insert into merchant.step (region_id, place_id, step, done_at) values (?, ?, ?, ?)
            on conflict do nothing
            """)
                .params(place.region().number(), place.value(), step.name(), Timestamp.from(clock.instant()))
                .update();
    }

    public Set<Step> of(PlaceId place) {
        var done = EnumSet.noneOf(Step.class);
        jdbc.sql("select step from merchant.step where region_id = ? and place_id = ?")
                .params(place.region().number(), place.value())
                .query((row, number) -> Step.valueOf(row.getString("step")))
                .list()
                .forEach(done::add);
        return done;
    }
}
