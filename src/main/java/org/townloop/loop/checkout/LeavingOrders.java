package org.townloop.loop.checkout;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.townloop.loop.ordering.Cancellation;
import org.townloop.loop.ordering.CancellationState;
import org.townloop.loop.ordering.Cancellations;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.voucher.Voucher;
import org.townloop.loop.voucher.Vouchers;
import org.townloop.supply.booking.CalledOffSessions;

/** Tells orders that were called off as a whole from those of which only the rest is settled, while both wait for counters. */
@Component
public class LeavingOrders {

    private final Cancellations cancellations;
    private final Vouchers vouchers;
    private final CalledOffSessions sessions;

    LeavingOrders(Cancellations cancellations, Vouchers vouchers, CalledOffSessions sessions) {
        this.cancellations = cancellations;
        this.vouchers = vouchers;
        this.sessions = sessions;
    }

    /** By two statements at most. */
    public Leaving of(Collection<Order> some) {
        return among(some.stream().map(Order::id).toList());
    }

    /** Whether its place called it off; of what was had in part, whether it called off the rest. */
    public boolean isByPlace(Order order) {
        return cancellations
                .of(order.id())
                .filter(each -> each.state() != CancellationState.FALLEN_AWAY)
                .map(each -> each.cause().isByPlace())
                .orElseGet(() -> order.state() == OrderState.PAID
                        && sessions.concerns(order.id().value()));
    }

    Leaving among(Collection<OrderId> some) {
        var whole = new HashMap<>(cancellations.of(some));
        whole.values().removeIf(each -> each.state() != CancellationState.WAITING);
        if (whole.isEmpty()) {
            return new Leaving(Map.of(), Map.of());
        }
        var had = vouchers.of(List.copyOf(whole.keySet())).stream()
                .filter(voucher -> voucher.unitsRedeemed() > 0)
                .map(Voucher::order)
                .collect(Collectors.toSet());
        var rests = new HashMap<OrderId, Cancellation>();
        had.forEach(order -> rests.put(order, whole.get(order)));
        whole.keySet().removeAll(had);
        return new Leaving(whole, rests);
    }
}
