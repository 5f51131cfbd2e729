package org.townloop.supply.booking;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Refusal;

/** Why requests were refused that are judged one after another, the first reason of each. */
final class Refusals {

    private final Map<UUID, Refusal> byOrder = new LinkedHashMap<>();

    Refusals() {}

    Refusals(Map<UUID, Refusal> before) {
        byOrder.putAll(before);
    }

    /**
     * Notes why, if there is a reason.
     *
     * @return whether there is none
     */
    boolean passes(HoldRequest request, @Nullable Refusal why) {
        if (why != null) {
            note(request.order(), why);
        }
        return why == null;
    }

    void note(UUID order, Refusal why) {
        byOrder.putIfAbsent(order, why);
    }

    boolean isEmpty() {
        return byOrder.isEmpty();
    }

    /** Whether it was not refused. */
    boolean isLeft(HoldRequest request) {
        return !byOrder.containsKey(request.order());
    }

    /** Those that were not refused. */
    List<HoldRequest> left(List<HoldRequest> requests) {
        return requests.stream().filter(this::isLeft).toList();
    }

    /** Those that were. */
    List<HoldRequest> of(List<HoldRequest> requests) {
        return requests.stream()
                .filter(request -> byOrder.containsKey(request.order()))
                .toList();
    }

    Map<UUID, Refusal> byOrder() {
        return Collections.unmodifiableMap(byOrder);
    }
}
