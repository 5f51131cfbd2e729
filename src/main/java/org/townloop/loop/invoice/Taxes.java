package org.townloop.loop.invoice;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.AuditTrail;
import org.townloop.base.identity.Gate;
import org.townloop.base.identity.Right;
import org.townloop.base.identity.Scope;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.region.Regions;

/** How sales are taxed in a region, for merchants that say nothing else; inherited from above where it says nothing itself. */
@Component
public class Taxes {

    private final JdbcClient jdbc;
    private final Regions regions;
    private final Gate gate;
    private final AuditTrail audit;
    private final Atomically atomically;
    private final Clock clock;

    Taxes(JdbcClient jdbc, Regions regions, Gate gate, AuditTrail audit, Atomically atomically, Clock clock) {
        this.jdbc = jdbc;
        this.regions = regions;
        this.gate = gate;
        this.audit = audit;
        this.atomically = atomically;
        this.clock = clock;
    }

    /** What counts in the region; empty if neither it nor any above it says anything. */
    public Optional<Tax> of(RegionId region) {
        return nearest(upwards(region));
    }

    /** What the region says itself. */
    public Optional<Tax> own(RegionId region) {
        return nearest(List.of(region));
    }

    /**
     * Says it for the region and those below it that say nothing themselves; invoices that were issued keep theirs.
     *
     * @param tax null to inherit it from above
     * @throws Absent if the actor does not operate the region
     */
    public Outcome<RegionId> write(Actor actor, RegionId region, @Nullable Tax tax) {
        gate.require(actor, Right.SEE_OFFICE, Scope.region(region));
        return atomically.run(() -> {
            if (tax == null) {
                jdbc.sql("delete from invoice.tax where region_id = ?")
                        .param(region.number())
                        .update();
            } else {
                set(actor, region, tax);
            }
            audit.note(
                    actor.person(),
                    "region-tax-changed",
                    region.number() + (tax == null ? " inherits" : " " + tax.basisPoints() + " " + tax.included()));
            return Outcome.done(region);
        });
    }

    private void set(Actor actor, RegionId region, Tax tax) {
        jdbc.sql("""
            insert into invoice.tax (region_id, rate_basis_points, prices_include, changed_by, changed_at)
            values (?, ?, ?, ?, ?)
            on conflict (region_id) do update
            set rate_basis_points = excluded.rate_basis_points, prices_include = excluded.prices_include,
                changed_by = excluded.changed_by, changed_at = excluded.changed_at
            """)
                .params(
                        region.number(),
                        tax.basisPoints(),
                        tax.included(),
                        actor.person().value(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    /** @param path the first that says anything counts */
    private Optional<Tax> nearest(List<RegionId> path) {
        var numbers = path.stream().map(RegionId::number).toArray(Integer[]::new);
        return jdbc.sql("""
            select rate_basis_points, prices_include from invoice.tax
            where region_id = any (?) order by array_position(?, region_id) limit 1
            """)
                .params(numbers, numbers)
                .query((row, number) -> new Tax(row.getInt("rate_basis_points"), row.getBoolean("prices_include")))
                .optional();
    }

    private List<RegionId> upwards(RegionId region) {
        var path = new ArrayList<RegionId>();
        for (@Nullable RegionId each = region;
                each != null;
                each = regions.get(each).parent()) {
            path.add(each);
        }
        return path;
    }
}
