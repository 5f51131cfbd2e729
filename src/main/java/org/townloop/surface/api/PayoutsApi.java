package org.townloop.surface.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Gate;
import org.townloop.base.identity.Right;
import org.townloop.base.identity.Scope;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.RegionId;
import org.townloop.loop.ledger.Payee;
import org.townloop.loop.payout.Payout;
import org.townloop.loop.payout.Payouts;

@RestController
@Tag(name = "Money")
class PayoutsApi {

    private static final int SHOWN = 200;

    /** @param waits why nothing would be paid as things stand; null if something would be */
    record PayoutsJson(
            UUID merchantId,
            Amount balance,
            Amount payable,
            LocalDate nextDue,
            @Nullable String waits,
            List<PayoutJson> payouts) {}

    /** @param reference what the bank calls it */
    record PayoutJson(
            UUID id,
            String reference,
            String state,
            Amount amount,
            LocalDate dueOn,
            OffsetDateTime madeAt,
            @Nullable OffsetDateTime decidedAt,
            @Nullable OffsetDateTime returnedAt,
            @Nullable String failure) {}

    private final Gate gate;
    private final Payouts payouts;
    private final Moments moments;

    PayoutsApi(Gate gate, Payouts payouts, Moments moments) {
        this.gate = gate;
        this.payouts = payouts;
        this.moments = moments;
    }

    @Operation(summary = "What went to the merchant's bank, the newest first, and what comes next")
    @GetMapping("/api/merchants/{id}/payouts")
    PayoutsJson payouts(Actor actor, @PathVariable UUID id) {
        if (!RegionId.isIn(id)) {
            throw new Absent("merchant " + id);
        }
        var region = RegionId.of(id);
        gate.require(actor, Right.SEE_STATEMENT, Scope.merchant(region, id));
        var outlook = payouts.outlook(region, new Payee.Merchant(id));
        var waits = outlook.waits();
        return new PayoutsJson(
                id,
                Amount.of(outlook.balance()),
                Amount.of(outlook.payable()),
                outlook.next(),
                waits == null ? null : waits.name(),
                payouts.of(region, id, SHOWN).stream()
                        .map(payout -> json(region, payout))
                        .toList());
    }

    private PayoutJson json(RegionId region, Payout payout) {
        var decided = payout.decidedAt();
        var returned = payout.returnedAt();
        return new PayoutJson(
                payout.id(),
                payout.reference(),
                payout.state().name(),
                Amount.of(payout.amount()),
                payout.dueOn(),
                moments.in(region, payout.madeAt()),
                decided == null ? null : moments.in(region, decided),
                returned == null ? null : moments.in(region, returned),
                payout.failure());
    }
}
