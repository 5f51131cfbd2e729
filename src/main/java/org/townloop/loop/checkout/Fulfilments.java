package org.townloop.loop.checkout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Event;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Ids;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.ledger.Release;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.visit.Visit;
import org.townloop.loop.visit.VisitId;
import org.townloop.loop.visit.Visits;
import org.townloop.loop.voucher.Scans;
import org.townloop.loop.voucher.Voucher;
import org.townloop.loop.voucher.VoucherState;
import org.townloop.loop.voucher.Vouchers;

/** The redemption transaction: a voucher becomes a visit, and its money is released. */
@Component
class Fulfilments {

    private final Orders orders;
    private final Vouchers vouchers;
    private final Scans scans;
    private final Visits visits;
    private final Ledger ledger;
    private final EventLog events;

    Fulfilments(Orders orders, Vouchers vouchers, Scans scans, Visits visits, Ledger ledger, EventLog events) {
        this.orders = orders;
        this.vouchers = vouchers;
        this.scans = scans;
        this.visits = visits;
        this.ledger = ledger;
        this.events = events;
    }

    /**
     * In the caller's transaction. The order is locked first, as cancelling does, so that one of the two wins.
     *
     * @return false if the voucher is not to be redeemed any more
     */
    boolean redeem(Voucher voucher, PersonId counter, Instant now) {
        var order = orders.lock(voucher.order());
        if (order.state() != OrderState.PAID || !scans.redeem(voucher.id(), counter, now)) {
            return false;
        }
        var visit = visit(voucher, now);
        visits.insert(visit);
        release(order, voucher, now);
        var happened = new ArrayList<Event>(List.of(redeemed(voucher, visit)));
        if (vouchers.of(order.id()).stream().allMatch(unit -> unit.state() == VoucherState.REDEEMED)) {
            happened.add(settle(order, now));
        }
        events.append(happened);
        return true;
    }

    private void release(Order order, Voucher voucher, Instant now) {
        if (voucher.value().isPositive()) {
            ledger.release(new Release(
                    order.id().value(),
                    voucher.value(),
                    order.merchant().value(),
                    order.terms().shares(),
                    "redemption of " + voucher.id().value(),
                    now));
        }
    }

    /** Everything was had, and with the last unit the last of the money was released. */
    private OrderSettled settle(Order order, Instant now) {
        orders.become(OrderState.FULFILLED, order.id(), now);
        orders.become(OrderState.SETTLED, order.id(), now);
        return new OrderSettled(
                order.id().value(),
                order.place().value(),
                order.total().minor(),
                order.total().currency().getCurrencyCode());
    }

    private static Visit visit(Voucher voucher, Instant now) {
        return new Visit(
                new VisitId(Ids.next(voucher.id().region(), now)),
                voucher.order(),
                voucher.id(),
                voucher.place(),
                voucher.offer(),
                voucher.resident(),
                now);
    }

    private static VoucherRedeemed redeemed(Voucher voucher, Visit visit) {
        return new VoucherRedeemed(
                voucher.id().value(),
                voucher.order().value(),
                visit.id().value(),
                voucher.place().value(),
                voucher.offer().value(),
                voucher.value().minor(),
                voucher.value().currency().getCurrencyCode());
    }
}
