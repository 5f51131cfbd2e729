package org.townloop.loop.coupon;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.AuditTrail;
import org.townloop.base.identity.Gate;
import org.townloop.base.identity.Right;
import org.townloop.base.identity.Scope;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.region.Regions;

/** The coupons that the platform pays in a region, in the hands of those who pay out its money. */
@Component
public class CouponOffice {

    private static final int SHOWN = 100;

    private final CouponDesk desk;
    private final CouponRows coupons;
    private final Regions regions;
    private final AuditTrail audit;
    private final Gate gate;
    private final Clock clock;

    CouponOffice(CouponDesk desk, CouponRows coupons, Regions regions, AuditTrail audit, Gate gate, Clock clock) {
        this.desk = desk;
        this.coupons = coupons;
        this.regions = regions;
        this.audit = audit;
        this.gate = gate;
        this.clock = clock;
    }

    /** The latest first. */
    public List<Coupon> in(RegionId region) {
        return coupons.ofPlatform(region, SHOWN);
    }

    /**
     * Makes a coupon that the platform pays wherever in the region it is used, out of its budget.
     *
     * @throws Absent if the actor does not pay out the region's money
     */
    public Outcome<Coupon> make(Actor actor, RegionId region, NewCoupon wanted) {
        gate.require(actor, Right.PAY_OUT, Scope.region(region));
        if (isAbove(region)) {
            return Outcome.refused(Refusal.of(CouponReason.COUPON_REGION_ABOVE, "region"));
        }
        if (wanted.budget() == null) {
            return Outcome.refused(Refusal.of(CouponReason.COUPON_BUDGET_INVALID, "budget"));
        }
        var made = desk.written(region, null, wanted);
        if (made instanceof Outcome.Done<Coupon>(var coupon)) {
            audit.note(actor.person(), "coupon-made", coupon.id().value().toString());
        }
        return made;
    }

    /** Whether others lie below it: places are in these, and coupons are good in one of them. */
    public boolean isAbove(RegionId region) {
        return regions.within(region).size() > 1;
    }

    /**
     * From now on nobody gets one; whoever holds one keeps it.
     *
     * @throws Absent if there is no such coupon of the platform, or the actor does not pay out its region's money
     */
    public RegionId stop(Actor actor, CouponId id) {
        var coupon = Optional.of(id)
                .filter(known -> RegionId.isIn(known.value()))
                .flatMap(coupons::find)
                .filter(Coupon::isOfPlatform)
                .orElseThrow(() -> new Absent("coupon " + id.value()));
        gate.require(actor, Right.PAY_OUT, Scope.region(coupon.id().region()));
        if (coupons.stop(id, clock.instant())) {
            audit.note(actor.person(), "coupon-stopped", id.value().toString());
        }
        return coupon.id().region();
    }
}
