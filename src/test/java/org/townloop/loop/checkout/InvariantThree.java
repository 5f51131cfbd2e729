package org.townloop.loop.checkout;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Invariant 3 of one order as a model of thirty lines, and everything that may happen to it in every order. */
final class InvariantThree {

    /** What may happen. Each happens once; a device syncs what it accepted before, with no network. */
    enum Step {
        ONLINE,
        /** A asks with a network under the nonce that it syncs later, and does not hear the answer. */
        A_ASKS_AND_HEARS_NOTHING,
        SYNC_A,
        SYNC_B,
        CANCEL,
        A_KNOWS,
        B_KNOWS,
        THREE_DAYS_PASS
    }

    /** The rules, so that each can be switched off to see that some order of events needs it. */
    enum Rule {
        A_UNIT_ONCE,
        LATER_OFFLINE_IS_CONFLICT,
        WITHDRAWN_IS_REFUSED_ONLINE,
        WITHDRAWN_IS_GOOD_OFFLINE,
        REVOKED_IS_CONFLICT_OFFLINE,
        THE_REFUND_WAITS,
        ALL_DEVICES_MUST_KNOW,
        NOBODY_WAITS_FOR_EVER,
        A_SCAN_UNDOES_THE_CANCELLATION,
        NOTHING_USED_IS_CANCELLED,
        THE_SAME_NONCE_THE_SAME_ANSWER,
        A_REFUSAL_THAT_NOBODY_HEARD_BINDS_NOBODY
    }

    /** What came of it. */
    record End(List<String> answers, int unitsTaken, boolean refunded) {}

    private final Set<Rule> rules;
    private final int unitsOfEach;
    private int left;
    private int taken;
    private boolean waiting;
    private boolean cancelled;
    private String ofA = "";
    private boolean aKnows;
    private boolean bKnows;

    private InvariantThree(Set<Rule> rules, int units, int unitsOfEach) {
        this.rules = rules;
        this.left = units;
        this.unitsOfEach = unitsOfEach;
    }

    static End of(List<Step> steps, int units, int unitsOfEach) {
        return of(steps, units, unitsOfEach, EnumSet.allOf(Rule.class));
    }

    static End of(List<Step> steps, int units, int unitsOfEach, Set<Rule> rules) {
        var model = new InvariantThree(rules, units, unitsOfEach);
        var answers = steps.stream().map(model::step).toList();
        return new End(answers, model.taken, model.cancelled);
    }

    /** Every order of the steps, of the two devices A syncing before B, since they are alike. */
    static Stream<List<Step>> orders(Set<Step> steps) {
        return permutations(List.copyOf(steps))
                .filter(order ->
                        !steps.contains(Step.SYNC_B) || order.indexOf(Step.SYNC_A) < order.indexOf(Step.SYNC_B));
    }

    private String step(Step step) {
        return switch (step) {
            case ONLINE -> online();
            case A_ASKS_AND_HEARS_NOTHING -> ofA = ask();
            case SYNC_A -> ofA = syncA();
            case SYNC_B -> offline();
            case CANCEL -> cancel();
            case A_KNOWS -> knows(aKnows = true);
            case B_KNOWS -> knows(bKnows = true);
            case THREE_DAYS_PASS -> overdue();
        };
    }

    private String online() {
        if (cancelled || (waiting && rules.contains(Rule.WITHDRAWN_IS_REFUSED_ONLINE))) {
            return "REVOKED";
        }
        return has() ? take() : "ALREADY_REDEEMED";
    }

    private String ask() {
        return !ofA.isEmpty() && rules.contains(Rule.THE_SAME_NONCE_THE_SAME_ANSWER) ? ofA : online();
    }

    private String syncA() {
        var stands = ofA.equals("REDEEMED") || !rules.contains(Rule.A_REFUSAL_THAT_NOBODY_HEARD_BINDS_NOBODY);
        return !ofA.isEmpty() && stands && rules.contains(Rule.THE_SAME_NONCE_THE_SAME_ANSWER) ? ofA : offline();
    }

    private String offline() {
        if (cancelled && rules.contains(Rule.REVOKED_IS_CONFLICT_OFFLINE)) {
            return "CONFLICT";
        }
        if (waiting && !rules.contains(Rule.WITHDRAWN_IS_GOOD_OFFLINE)) {
            return "CONFLICT";
        }
        return has() ? take() : rules.contains(Rule.LATER_OFFLINE_IS_CONFLICT) ? "CONFLICT" : "ALREADY_REDEEMED";
    }

    private boolean has() {
        return left >= unitsOfEach || !rules.contains(Rule.A_UNIT_ONCE);
    }

    private String take() {
        left -= unitsOfEach;
        taken += unitsOfEach;
        waiting &= !rules.contains(Rule.A_SCAN_UNDOES_THE_CANCELLATION);
        return "REDEEMED";
    }

    private String cancel() {
        if (taken > 0 && rules.contains(Rule.NOTHING_USED_IS_CANCELLED)) {
            return "already-used";
        }
        aKnows = false;
        bKnows = false;
        waiting = rules.contains(Rule.THE_REFUND_WAITS);
        cancelled = !waiting;
        return "";
    }

    private String knows(boolean now) {
        if (waiting && aKnows && (bKnows || !rules.contains(Rule.ALL_DEVICES_MUST_KNOW))) {
            complete();
        }
        return "";
    }

    private String overdue() {
        if (waiting && rules.contains(Rule.NOBODY_WAITS_FOR_EVER)) {
            complete();
        }
        return "";
    }

    private void complete() {
        waiting = false;
        cancelled = true;
    }

    private static Stream<List<Step>> permutations(List<Step> steps) {
        if (steps.isEmpty()) {
            return Stream.of(List.of());
        }
        return steps.stream().flatMap(first -> {
            var rest = new ArrayList<>(steps);
            rest.remove(first);
            return permutations(rest)
                    .map(after ->
                            Stream.concat(Stream.of(first), after.stream()).toList());
        });
    }
}
