package org.townloop.loop.payout;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.AuditTrail;
import org.townloop.base.identity.Gate;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.Right;
import org.townloop.base.identity.Scope;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Turns;
import org.townloop.base.region.Region;
import org.townloop.base.region.Regions;
import org.townloop.loop.ledger.Overdrawn;
import org.townloop.loop.ledger.PayoutBook;

/** Makes runs: what is due goes on its way to the banks, once, and all of a run or nothing. */
@Component
public class PayoutRuns {

    /** What a repeated press gets. */
    record Made(UUID run) {}

    private final DuePayouts due;
    private final PayoutRows payouts;
    private final RunRows runs;
    private final PayoutBook book;
    private final Regions regions;
    private final Gate gate;
    private final AuditTrail audit;
    private final Turns turns;
    private final Idempotency idempotency;
    private final Atomically atomically;
    private final Clock clock;

    PayoutRuns(
            DuePayouts due,
            PayoutRows payouts,
            RunRows runs,
            PayoutBook book,
            Regions regions,
            Gate gate,
            AuditTrail audit,
            Turns turns,
            Idempotency idempotency,
            Atomically atomically,
            Clock clock) {
        this.due = due;
        this.payouts = payouts;
        this.runs = runs;
        this.book = book;
        this.regions = regions;
        this.gate = gate;
        this.audit = audit;
        this.turns = turns;
        this.idempotency = idempotency;
        this.atomically = atomically;
        this.clock = clock;
    }

    /**
     * Pays what is due in the region and was not paid for its day yet.
     *
     * @param key the same key makes one run
     * @return refused as NOTHING_DUE if there is none
     * @throws Absent if the actor does not pay out there
     */
    public Outcome<UUID> make(Actor actor, RegionId region, String key) {
        gate.require(actor, Right.PAY_OUT, Scope.region(region));
        var call = new Idempotency.Call(actor.person().value(), "payout-run", key, List.of(region));
        return idempotency
                .once(call, Made.class, () -> due(region, actor.person()).map(Made::new))
                .map(Made::run);
    }

    /** The same, because it is time. */
    Outcome<UUID> make(RegionId region, @Nullable PersonId by) {
        return atomically.run(() -> due(region, by));
    }

    private Outcome<UUID> due(RegionId region, @Nullable PersonId by) {
        turns.take("payout-run", new UUID(0, region.number()));
        var run = run(regions.get(region), by);
        var wanted = due.in(region, run);
        return wanted.isEmpty() ? Outcome.refused(PayoutReason.NOTHING_DUE) : written(run, wanted);
    }

    /** Those of the regions, the newest first. */
    public List<PayoutRun> newest(Collection<RegionId> regions, int limit) {
        return runs.newest(regions, limit);
    }

    /** Those that banks did not pay or returned in the regions, the last first. */
    public List<Payout> failed(Collection<RegionId> regions, int limit) {
        return payouts.failed(regions, limit);
    }

    /** @throws Absent if there is no such run, or the actor does not pay out there */
    public PayoutRun get(Actor actor, UUID id) {
        if (!RegionId.isIn(id)) {
            throw new Absent("payout run " + id);
        }
        gate.require(actor, Right.PAY_OUT, Scope.region(RegionId.of(id)));
        return find(id).orElseThrow(() -> new Absent("payout run " + id));
    }

    /** Its payouts, always in the same order. */
    public List<Payout> payouts(PayoutRun run) {
        return payouts.ofRun(run.region(), run.id());
    }

    private Optional<PayoutRun> find(UUID id) {
        return runs.find(id);
    }

    private PayoutRun run(Region region, @Nullable PersonId by) {
        var now = clock.instant();
        return new PayoutRun(
                Ids.next(region.id(), now),
                region.id(),
                now,
                by,
                LocalDate.ofInstant(now, region.zone()),
                null,
                new PayoutRun.Totals(0, Money.zero(region.currency()), 0, 0, 0));
    }

    private Outcome<UUID> written(PayoutRun run, List<Payout> wanted) {
        runs.insert(run);
        var ids = payouts.insert(run.region(), wanted);
        var made = wanted.stream().filter(payout -> ids.contains(payout.id())).toList();
        if (made.isEmpty()) {
            return Outcome.refused(PayoutReason.NOTHING_DUE);
        }
        payOut(made);
        audit.note(run.madeBy(), "payout-run-made", run.id().toString());
        return Outcome.done(run.id());
    }

    /** What was taken back of a payee since it was read is not there any more: the whole run reads anew. */
    private void payOut(List<Payout> made) {
        try {
            book.payOut(made.stream().map(Entries::of).toList());
        } catch (Overdrawn e) {
            throw new OptimisticLockingFailureException("a payee has less than was read", e);
        }
    }
}
