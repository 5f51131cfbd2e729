package org.townloop.loop.payout;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.AuditTrail;
import org.townloop.base.identity.Gate;
import org.townloop.base.identity.Right;
import org.townloop.base.identity.Scope;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.region.Regions;
import org.townloop.loop.payout.BankAnswer.Effect;

/** Reads the bank's files: what it paid is paid, what it did not or returned is the payee's again, however often it says so. */
@Component
public class BankAnswers {

    private static final int LONGEST_NAME = 200;

    private final PayoutRows payouts;
    private final AnswerRows rows;
    private final Settlement settlement;
    private final Regions regions;
    private final Gate gate;
    private final AuditTrail audit;
    private final Atomically atomically;
    private final Clock clock;

    BankAnswers(
            PayoutRows payouts,
            AnswerRows rows,
            Settlement settlement,
            Regions regions,
            Gate gate,
            AuditTrail audit,
            Atomically atomically,
            Clock clock) {
        this.payouts = payouts;
        this.rows = rows;
        this.settlement = settlement;
        this.regions = regions;
        this.gate = gate;
        this.audit = audit;
        this.atomically = atomically;
        this.clock = clock;
    }

    /**
     * Applies all lines that fit a payout of the region or of one below it; the others are listed and do nothing.
     *
     * @param name of the file
     * @return refused if it cannot be read as a whole
     * @throws Absent if the actor does not pay out there
     */
    public Outcome<BankAnswer> read(Actor actor, RegionId region, String name, byte[] file) {
        gate.require(actor, Right.PAY_OUT, Scope.region(region));
        return AnswerFiles.read(file)
                .then(lines -> atomically.run(() -> {
                    var now = clock.instant();
                    var answer = new BankAnswer(
                            Ids.next(region, now),
                            name.substring(0, Math.min(LONGEST_NAME, name.length())),
                            now,
                            actor.person(),
                            applied(regions.within(region), lines, now));
                    rows.insert(answer);
                    audit.note(actor.person(), "payout-answer-read", answer.id().toString());
                    return Outcome.done(answer);
                }));
    }

    /** @throws Absent if there is no such answer, or the actor does not pay out there */
    public BankAnswer get(Actor actor, UUID id) {
        if (!RegionId.isIn(id)) {
            throw new Absent("answer " + id);
        }
        gate.require(actor, Right.PAY_OUT, Scope.region(RegionId.of(id)));
        return rows.find(id).orElseThrow(() -> new Absent("answer " + id));
    }

    /** Without their lines, the newest first. */
    public List<BankAnswer> newest(Collection<RegionId> within, int limit) {
        return rows.newest(List.copyOf(within), limit);
    }

    private List<BankAnswer.Line> applied(Set<RegionId> within, List<AnswerLine> lines, Instant now) {
        var ids =
                lines.stream().map(AnswerLine::payout).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<UUID, Payout> known =
                payouts.locked(within, ids).stream().collect(Collectors.toMap(Payout::id, Function.identity()));
        var states = new HashMap<UUID, PayoutState>();
        known.values().forEach(payout -> states.put(payout.id(), payout.state()));
        var paid = new ArrayList<Payout>();
        var failed = new HashMap<Payout, String>();
        var returned = new HashMap<Payout, String>();
        var written = new ArrayList<BankAnswer.Line>();
        for (var line : lines) {
            var payout = line.payout() == null ? null : known.get(line.payout());
            var effect = effect(line, payout, payout == null ? null : states.get(payout.id()));
            if (payout != null && effect == Effect.PAID) {
                paid.add(payout);
                states.put(payout.id(), PayoutState.PAID);
            } else if (payout != null && effect == Effect.FAILED) {
                failed.put(payout, why(line));
                states.put(payout.id(), PayoutState.FAILED);
            } else if (payout != null && effect == Effect.RETURNED) {
                returned.put(payout, why(line));
                states.put(payout.id(), PayoutState.RETURNED);
            }
            written.add(written(line, payout, effect, written.size() + 1));
        }
        settlement.settle(paid, failed, now);
        settlement.giveBack(returned, now);
        return written;
    }

    private static String why(AnswerLine line) {
        return line.said().isEmpty() ? "–" : line.said();
    }

    private static BankAnswer.Line written(AnswerLine line, @Nullable Payout payout, Effect effect, int number) {
        return new BankAnswer.Line(
                number,
                AnswerFiles.said(line.reference()),
                payout == null ? null : payout.id(),
                line.amount(),
                effect,
                line.said());
    }

    private static Effect effect(AnswerLine line, @Nullable Payout payout, @Nullable PayoutState state) {
        if (payout == null || state == null) {
            return Effect.UNKNOWN;
        }
        if (line.amount() != null && !line.amount().equals(payout.amount())) {
            return Effect.OTHER_AMOUNT;
        }
        var wanted = wanted(line.result(), state);
        if (wanted == null) {
            return Effect.NOT_FINAL;
        }
        if (state.canBecome(wanted)) {
            return Effect.valueOf(wanted.name());
        }
        // What came back was paid before, or is said to be not paid after all: both are known.
        return state == wanted || state == PayoutState.RETURNED ? Effect.REPEATED : Effect.CONTRADICTED;
    }

    /** What was never said to be paid cannot come back: it was not paid. */
    private static @Nullable PayoutState wanted(AnswerLine.Result result, PayoutState state) {
        return switch (result) {
            case PAID -> PayoutState.PAID;
            case FAILED -> PayoutState.FAILED;
            case RETURNED, REJECTED ->
                state == PayoutState.PAID || state == PayoutState.RETURNED ? PayoutState.RETURNED : PayoutState.FAILED;
            case OTHER -> null;
        };
    }
}
