package org.townloop.loop.reconciliation;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Written;
import org.townloop.loop.payment.Gateways;
import org.townloop.loop.payment.Report;

/** Reads the reports of gateways, and lets the office work through what differs. */
@Component
public class Reconciliation {

    private static final int LONGEST_NOTE = 1_000;

    /** So long after its end a day is read: what was heard of late is there by then. */
    private static final Duration LATER = Duration.ofHours(2);

    private final Gateways gateways;
    private final ReportRows reports;
    private final DifferenceRows differences;
    private final Comparison comparison;
    private final Fees fees;
    private final Gate gate;
    private final AuditTrail audit;
    private final Idempotency idempotency;
    private final Atomically atomically;
    private final Clock clock;

    Reconciliation(
            Gateways gateways,
            ReportRows reports,
            DifferenceRows differences,
            Comparison comparison,
            Fees fees,
            Gate gate,
            AuditTrail audit,
            Idempotency idempotency,
            Atomically atomically,
            Clock clock) {
        this.gateways = gateways;
        this.reports = reports;
        this.differences = differences;
        this.comparison = comparison;
        this.fees = fees;
        this.gate = gate;
        this.audit = audit;
        this.idempotency = idempotency;
        this.atomically = atomically;
        this.clock = clock;
    }

    /** The gateways whose reports are read. */
    public Set<String> gateways() {
        return gateways.names();
    }

    /** The days that are over and were not read yet; of a gateway that is new, from now on. */
    void readDue(String gateway) {
        var last = clock.instant()
                .minus(LATER)
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .minusDays(1);
        var read = reports.lastDay(gateway);
        if (read.isEmpty()) {
            reports.markRead(gateway, last, clock.instant());
            return;
        }
        for (var day = read.get().plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            if (read(gateway, day) instanceof Outcome.Refused<LocalDate>) {
                return;
            }
        }
    }

    /**
     * Reads a day and compares it; again is no harm.
     *
     * @return refused as REPORT_SILENT if the gateway does not answer: what it said stays, and the rest is asked again
     */
    Outcome<LocalDate> read(String gateway, LocalDate day) {
        String after = null;
        do {
            switch (gateways.report(gateway, day, after)) {
                case Report.Silent _ -> {
                    return Outcome.refused(ReconciliationReason.REPORT_SILENT);
                }
                case Report.Page page -> {
                    keep(gateway, day, page);
                    after = page.next();
                }
            }
        } while (after != null);
        comparison.of(gateway, day);
        reports.markRead(gateway, day, clock.instant());
        return Outcome.done(day);
    }

    /** What is open first. */
    public List<Difference> of(Collection<RegionId> within, int limit) {
        return differences.of(within, limit);
    }

    /**
     * Somebody has found out why, or that nothing is left to do.
     *
     * @param note what was found, at most {@value #LONGEST_NOTE} characters
     * @param key the same key notes it once
     * @throws Absent if there is no such difference, or the actor does not pay out there
     */
    public Outcome<Difference> decide(Actor actor, UUID id, DifferenceState state, @Nullable String note, String key) {
        if (!RegionId.isIn(id)) {
            throw new Absent("difference " + id);
        }
        gate.require(actor, Right.PAY_OUT, Scope.region(RegionId.of(id)));
        var known = differences.find(id).orElseThrow(() -> new Absent("difference " + id));
        var plain = Written.plain(note);
        if (plain == null) {
            return Outcome.refused(Refusal.of(ReconciliationReason.DIFFERENCE_NOTE_MISSING, "note"));
        }
        if (Written.isLonger(plain, LONGEST_NOTE)) {
            return Outcome.refused(
                    Refusal.of(ReconciliationReason.DIFFERENCE_NOTE_TOO_LONG, "note", Map.of("max", LONGEST_NOTE)));
        }
        var call = new Idempotency.Call(actor.person().value(), "difference", key, List.of(id, state, plain));
        return idempotency.once(call, Difference.class, () -> {
            if (!known.state().canBecome(state)
                    || !differences.change(known, state, plain, actor.person(), clock.instant())) {
                return Outcome.refused(ReconciliationReason.DIFFERENCE_DECIDED);
            }
            audit.note(
                    actor.person(),
                    "difference-" + (state == DifferenceState.SETTLED ? "settled" : "explained"),
                    id.toString());
            return Outcome.done(known);
        });
    }

    private void keep(String gateway, LocalDate day, Report.Page page) {
        atomically.run(() -> {
            fees.book(gateway, reports.insert(gateway, day, page.lines()));
            return Outcome.done(day);
        });
    }
}
