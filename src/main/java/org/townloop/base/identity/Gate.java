package org.townloop.base.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.region.Regions;

/** Decides who may do what. What is not allowed here is denied, and looks like something that does not exist. */
@Component
public class Gate {

    private final Regions regions;

    Gate(Regions regions) {
        this.regions = regions;
    }

    /** @throws Absent if the actor may not */
    public void require(Actor actor, Right right, Scope scope) {
        if (!allows(actor, right, scope)) {
            throw new Absent(right + " of " + scope);
        }
    }

    public boolean allows(Actor actor, Right right, Scope scope) {
        return switch (scope) {
            case Scope.OfPerson(var person) ->
                right == Right.OWN && actor.person().equals(person) && actor.scope() instanceof TokenScope.Everything;
            case Scope.OfRegion(var region) ->
                (right == Right.SEE_OFFICE || right == Right.VERIFY || right == Right.PAY_OUT)
                        && actor.grants().stream().anyMatch(grant -> operates(grant, region));
            case Scope.OfMerchant(var region, var merchant) ->
                actor.grants().stream().anyMatch(grant -> allows(grant, right, region, merchant, null));
            case Scope.OfPlace(var region, var merchant, var place) ->
                actor.grants().stream().anyMatch(grant -> allows(grant, right, region, merchant, place));
        };
    }

    private static boolean allows(Grant grant, Right right, RegionId region, UUID merchant, @Nullable UUID place) {
        return switch (grant.role()) {
            case MERCHANT -> grant.region().equals(region) && merchant.equals(grant.merchant()) && merchantMay(right);
            case COUNTER ->
                (right == Right.REDEEM || right == Right.PACK)
                        && grant.region().equals(region)
                        && place != null
                        && place.equals(grant.place());
            case OPERATOR, PARTNER -> false;
        };
    }

    private static boolean merchantMay(Right right) {
        return switch (right) {
            case REDEEM, PACK, SEE_DESK, REPLY, SEE_STATEMENT, RUN_PLACE -> true;
            case OWN, SEE_OFFICE, VERIFY, PAY_OUT -> false;
        };
    }

    private boolean operates(Grant grant, RegionId region) {
        return grant.role() == Role.OPERATOR && regions.within(grant.region()).contains(region);
    }
}
