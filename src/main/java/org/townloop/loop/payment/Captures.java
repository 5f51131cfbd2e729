package org.townloop.loop.payment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final ObjectProvider<CaptureListener> listeners;

    Captures(Intents intents, ObjectProvider<CaptureListener> listeners) {
        this.intents = intents;
        this.listeners = listeners;
    }

    Verdict verdict(String gateway, GatewayEvent.PaymentCaptured captured) {
        return verdicts(List.of(new Told(gateway, captured))).getFirst();
    }

    /** One for each, in their order; of those that say the same payment arrived, only the first can have an effect. */
    List<Verdict> verdicts(List<Told> told) {
        var known = intents.get(
                told.stream().map(each -> each.captured().intent()).distinct().toList());
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
