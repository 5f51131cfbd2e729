package org.townloop.loop.payout;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.AuditTrail;
import org.townloop.base.identity.Gate;
import org.townloop.base.identity.Right;
import org.townloop.base.identity.Scope;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Written;

/** Payouts that came back from the bank after it had paid them, as somebody at the office read on its paper. */
@Component
public class ReturnedPayouts {

    /** In characters. */
    public static final int LONGEST_REASON = 300;

    private final PayoutRows payouts;
    private final Settlement settlement;
    private final Gate gate;
    private final AuditTrail audit;
    private final Atomically atomically;
    private final Clock clock;

    ReturnedPayouts(
            PayoutRows payouts,
            Settlement settlement,
            Gate gate,
            AuditTrail audit,
            Atomically atomically,
            Clock clock) {
        this.payouts = payouts;
        this.settlement = settlement;
        this.gate = gate;
        this.audit = audit;
        this.atomically = atomically;
        this.clock = clock;
    }

    /**
     * The payee has it in its balance again, once; its account is to be checked before it is paid there again. What is known
     * to have come back stays as it is.
     *
     * @param reason as the bank says it; the payee reads it
     * @return its run; refused unless the bank had paid it
     * @throws Absent if there is no such payout, or the actor does not pay out there
     */
    public Outcome<UUID> mark(Actor actor, UUID id, @Nullable String reason) {
        if (!RegionId.isIn(id)) {
            throw new Absent("payout " + id);
        }
        var region = RegionId.of(id);
        gate.require(actor, Right.PAY_OUT, Scope.region(region));
        return atomically.run(() -> {
            var payout = payouts.locked(List.of(region), List.of(id)).stream()
                    .findFirst()
                    .orElseThrow(() -> new Absent("payout " + id));
            return switch (payout.state()) {
                case RETURNED -> Outcome.done(payout.run());
                case ON_ITS_WAY, FAILED -> Outcome.refused(PayoutReason.PAYOUT_NOT_PAID);
                case PAID -> marked(actor, payout, Written.plain(reason));
            };
        });
    }

    private Outcome<UUID> marked(Actor actor, Payout payout, @Nullable String reason) {
        if (reason == null || Written.isLonger(reason, LONGEST_REASON)) {
            return Outcome.refused(
                    Refusal.of(PayoutReason.RETURN_REASON_INVALID, "reason", Map.of("max", LONGEST_REASON)));
        }
        settlement.giveBack(Map.of(payout, reason), clock.instant());
        audit.note(actor.person(), "payout-returned", payout.id() + ": " + reason);
        return Outcome.done(payout.run());
    }
}
