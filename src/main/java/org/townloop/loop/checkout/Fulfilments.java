package org.townloop.loop.checkout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Event;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Ids;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.ledger.Release;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.visit.Visit;
import org.townloop.loop.visit.VisitId;
import org.townloop.loop.visit.Visits;
import org.townloop.loop.voucher.JudgedScan;
import org.townloop.loop.voucher.Redemption;
import org.townloop.loop.voucher.ScanOutcome;
import org.townloop.loop.voucher.Scanner;
import org.townloop.loop.voucher.Scans;
import org.townloop.loop.voucher.Voucher;
import org.townloop.loop.voucher.VoucherId;
import org.townloop.loop.voucher.VoucherState;
import org.townloop.loop.voucher.Vouchers;

/** The redemption transaction: units of vouchers become visits, and their money is released. */
@Component
class Fulfilments {

    private final Orders orders;
    private final Vouchers vouchers;
    private final Scans scans;
    private final Visits visits;
    private final Ledger ledger;
    private final WaitingCancellations waitingCancellations;
    private final EventLog events;

    Fulfilments(
            Orders orders,
            Vouchers vouchers,
            Scans scans,
            Visits visits,
            Ledger ledger,
            WaitingCancellations waitingCancellations,
            EventLog events) {
        this.orders = orders;
        this.vouchers = vouchers;
        this.scans = scans;
        this.visits = visits;
        this.ledger = ledger;
        this.waitingCancellations = waitingCancellations;
        this.events = events;
    }

    /**
     * In the caller's transaction, which has locked the orders as cancelling does, so that one of the two wins.
     *
     * @throws IllegalStateException if a voucher is not as it was when its order was locked
     */
    void apply(Map<OrderId, Order> locked, Map<Scanner, List<Redemption>> takenBy, Instant now) {
        var taken = takenBy.values().stream().flatMap(List::stream).toList();
        if (taken.isEmpty()) {
            return;
        }
        var touched = taken.stream()
                .map(part -> order(locked, part.voucher()))
                .distinct()
                .toList();
        waitingCancellations.fallAway(touched, now);
        if (!scans.redeem(takenBy, now)) {
            throw new IllegalStateException("a voucher of a locked order was taken: " + taken);
        }
        var happened = taken.stream().map(Fulfilments::visit).toList();
        visits.insert(happened);
        ledger.release(taken.stream()
                .filter(part -> part.worth().isPositive())
                .map(part -> release(order(locked, part.voucher()), part, now))
                .toList());
        var told = new ArrayList<Event>();
        for (int i = 0; i < taken.size(); i++) {
            told.add(redeemed(taken.get(i), happened.get(i)));
        }
        told.addAll(settle(touched, now));
        events.append(told);
    }

    /** Tells the merchant of scans that were served and are not paid. */
    void tell(Map<Scanner, List<JudgedScan>> judged, Map<VoucherId, OrderId> orders) {
        var told = new ArrayList<RedemptionConflicted>();
        judged.forEach((scanner, scans) -> scans.stream()
                .filter(scan -> scan.answer().outcome() == ScanOutcome.CONFLICT)
                .map(scan -> RedemptionConflicted.of(
                        scan, Objects.requireNonNull(orders.get(scan.answer().voucher())), scanner))
                .forEach(told::add));
        events.append(told);
    }

    private static Order order(Map<OrderId, Order> locked, Voucher voucher) {
        return Objects.requireNonNull(locked.get(voucher.order()), "the order of a voucher was not locked");
    }

    private static Release release(Order order, Redemption part, Instant now) {
        return new Release(
                order.id().value(),
                part.worth(),
                order.merchant().value(),
                order.terms().shares(),
                cause(part),
                now);
    }

    /** Each unit is taken once, so that its voucher and the first of its units name a redemption. */
    private static String cause(Redemption part) {
        var voucher = part.voucher();
        var cause = "redemption of " + voucher.id().value();
        return voucher.units() == 1 ? cause : cause + ", unit " + part.firstUnit();
    }

    /** Of the orders those of which everything was had: the last of their money was released with it. */
    private List<OrderSettled> settle(List<Order> touched, Instant now) {
        var open = vouchers.of(touched.stream().map(Order::id).toList()).stream()
                .filter(voucher -> voucher.state() != VoucherState.REDEEMED)
                .map(Voucher::order)
                .collect(Collectors.toSet());
        var had = touched.stream().filter(order -> !open.contains(order.id())).toList();
        if (!had.isEmpty()) {
            var ids = had.stream().map(Order::id).toList();
            orders.become(OrderState.FULFILLED, ids, now);
            orders.become(OrderState.SETTLED, ids, now);
        }
        return had.stream()
                .map(order -> new OrderSettled(
                        order.id().value(),
                        order.place().value(),
                        order.total().minor(),
                        order.total().currency().getCurrencyCode()))
                .toList();
    }

    private static Visit visit(Redemption part) {
        var voucher = part.voucher();
        return new Visit(
                new VisitId(Ids.next(voucher.id().region(), part.visitedAt())),
                voucher.order(),
                voucher.id(),
                part.firstUnit(),
                voucher.place(),
                voucher.offer(),
                voucher.resident(),
                part.visitedAt());
    }

    private static VoucherRedeemed redeemed(Redemption part, Visit visit) {
        var voucher = part.voucher();
        return new VoucherRedeemed(
                voucher.id().value(),
                voucher.order().value(),
                visit.id().value(),
                voucher.place().value(),
                voucher.offer().value(),
                part.units(),
                part.worth().minor(),
                part.worth().currency().getCurrencyCode());
    }
}
