package org.townloop.loop.payment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;

/** Money that has arrived: each payment is recorded once, and whoever waits for it is told of all that arrived together. */
@Component
class Captures {

    /** A gateway says so. */
    record Told(String gateway, GatewayEvent.PaymentCaptured captured) {}

    private static final Verdict NO_SUCH_PAYMENT = Verdict.quarantined("no such payment");

    private final Intents intents;
    private final FreeIntents free;
    private final ObjectProvider<CaptureListener> listeners;

    Captures(Intents intents, FreeIntents free, ObjectProvider<CaptureListener> listeners) {
        this.intents = intents;
        this.free = free;
        this.listeners = listeners;
    }

    Verdict verdict(String gateway, GatewayEvent.PaymentCaptured captured) {
        return verdicts(List.of(new Told(gateway, captured))).getFirst();
    }

    /** One for each, in their order; of those that say the same payment arrived, only the first can have an effect. */
    List<Verdict> verdicts(List<Told> told) {
        return verdicts(told, known(told));
    }

    /** The same, but nobody is waited for: those that would have to are empty, and of them nothing is recorded. */
    List<Optional<Verdict>> verdictsOfFree(List<Told> told) {
        var known = known(told);
        var right = told.stream()
                .filter(each -> wrong(known, each) == null)
                .map(each -> each.captured().intent())
                .collect(Collectors.toSet());
        var locked = free.lock(
                right.stream().map(id -> Objects.requireNonNull(known.get(id))).toList());
        var judged = told.stream()
                .filter(each -> !right.contains(each.captured().intent())
                        || locked.contains(each.captured().intent()))
                .toList();
        var verdicts = new IdentityHashMap<Told, Verdict>();
        var found = verdicts(judged, known);
        for (int i = 0; i < judged.size(); i++) {
            verdicts.put(judged.get(i), found.get(i));
        }
        return told.stream()
                .map(each -> Optional.ofNullable(verdicts.get(each)))
                .toList();
    }

    private Map<IntentId, Intent> known(List<Told> told) {
        return intents.get(
                told.stream().map(each -> each.captured().intent()).distinct().toList());
    }

    private List<Verdict> verdicts(List<Told> told, Map<IntentId, Intent> known) {
        var wanted = new HashMap<IntentId, String>();
        var verdicts = new ArrayList<@Nullable Verdict>();
        for (var each : told) {
            var wrong = wrong(known, each);
            var isFirst = wrong == null
                    && wanted.putIfAbsent(
                                    each.captured().intent(), each.captured().gatewayRef())
                            == null;
            verdicts.add(isFirst ? null : wrong == null ? Verdict.IGNORED : wrong);
        }
        var captured = tellOf(intents.captured(wanted));
        var concluded = new ArrayList<Verdict>();
        for (int i = 0; i < told.size(); i++) {
            var verdict = verdicts.get(i);
            var isNew = captured.contains(told.get(i).captured().intent());
            concluded.add(verdict == null ? Verdict.applied(isNew) : verdict);
        }
        return concluded;
    }

    private static @Nullable Verdict wrong(Map<IntentId, Intent> known, Told told) {
        var intent = known.get(told.captured().intent());
        if (intent == null || !intent.gateway().equals(told.gateway())) {
            return NO_SUCH_PAYMENT;
        }
        return intent.amount().equals(told.captured().amount())
                ? null
                : differs(intent.amount(), told.captured().amount());
    }

    private Collection<IntentId> tellOf(List<Intent> captured) {
        if (!captured.isEmpty()) {
            listeners.forEach(listener -> listener.captured(captured));
        }
        return captured.stream().map(Intent::id).collect(Collectors.toSet());
    }

    static Verdict differs(Money ours, Money theirs) {
        return Verdict.quarantined("the gateway says %d %s, we expect %d %s"
                .formatted(theirs.minor(), theirs.currency(), ours.minor(), ours.currency()));
    }
}
