package org.townloop.loop.checkout;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.voucher.Voucher;
import org.townloop.loop.voucher.VoucherId;
import org.townloop.loop.voucher.Vouchers;

/** Requests of whose orders none is in somebody else's hands: many of them can be judged together, and nobody is waited for. */
@Component
class FreeScans {

    private final Vouchers vouchers;
    private final Orders orders;

    FreeScans(Vouchers vouchers, Orders orders) {
        this.vouchers = vouchers;
        this.orders = orders;
    }

    /** In the caller's transaction, until whose end their orders are locked. */
    List<ScanBatches.Read> of(List<ScanBatches.Read> requests) {
        var order = vouchers.get(ScanBatches.named(requests)).stream()
                .collect(Collectors.toMap(Voucher::id, Voucher::order));
        var free = orders.lockFree(order.values().stream().distinct().toList());
        return requests.stream()
                .filter(read -> ordersOf(read, order).stream().allMatch(free::contains))
                .toList();
    }

    private static List<OrderId> ordersOf(ScanBatches.Read read, Map<VoucherId, OrderId> order) {
        return ScanBatches.named(List.of(read)).stream()
                .filter(order::containsKey)
                .map(order::get)
                .toList();
    }
}
