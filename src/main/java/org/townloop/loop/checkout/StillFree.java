package org.townloop.loop.checkout;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.townloop.loop.deal.DealSales;
import org.townloop.loop.ordering.Line;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Pays;
import org.townloop.supply.booking.Bookings;
import org.townloop.supply.booking.HoldRequest;
import org.townloop.supply.booking.Wish;

/** Whether what is paid now can still be had: what was kept for it is confirmed, what was not is taken anew. */
@Component
class StillFree {

    private final Bookings bookings;
    private final DealSales sales;
    private final Clock clock;

    StillFree(Bookings bookings, DealSales sales, Clock clock) {
        this.bookings = bookings;
        this.sales = sales;
        this.clock = clock;
    }

    /**
     * Whoever is confirmed locks nothing but what it has, all in one order. Who comes too late has to take it anew, and of what
     * was paid together some may: there the calendars come first, as with a hold.
     *
     * @param together which of them were paid with others
     */
    void lockCalendars(Collection<Order> wanted, Set<OrderId> together, Instant now) {
        var taking = wanted.stream()
                .filter(order -> together.contains(order.id()) || !isInTime(order, now))
                .toList();
        if (!taking.isEmpty()) {
            sales.lock(taking.stream()
                    .flatMap(order -> order.lines().stream())
                    .flatMap(line -> Stream.ofNullable(line.deal()))
                    .collect(Collectors.toSet()));
            bookings.lockCalendars(taking.stream().map(Order::place).distinct().toList());
        }
    }

    static boolean isInTime(Order order, Instant now) {
        return order.holdExpiresAt().isAfter(now);
    }

    /**
     * A payment may come after its hold ran out: it is honoured as long as the time is free, and what was sold still takes
     * place then. Whoever called it off meanwhile did not reckon with it any more. What was agreed in writing is paid in
     * time: after that it is open again, and may have been accepted another time.
     *
     * @return those that can be had
     */
    Set<OrderId> confirm(List<Order> wanted, Sold sold, Instant now) {
        var inTime = wanted.stream()
                .filter(order -> isInTime(order, now))
                .map(order -> order.id().value())
                .toList();
        var booked = bookings.confirm(inTime);
        var free = new HashSet<OrderId>();
        for (var order : wanted) {
            if (booked.contains(order.id().value())
                    || order.pays() == Pays.STORED // takes nothing: it can be had as long as it is paid
                    || (isAgreed(order, sold)
                            ? isInTime(order, now) && takesNobody(order)
                            : isLeftOfDeals(order) && bookings.reclaim(requests(order, sold)))) {
                free.add(order.id());
            }
        }
        return free;
    }

    /** What is kept of a deal for somebody who was called is not for who comes late. */
    private boolean isLeftOfDeals(Order order) {
        return order.lines().stream()
                .allMatch(line -> line.deal() == null || sales.isLeftFor(line.deal(), line.quantity()));
    }

    /** Only the first of what was agreed keeps people: if they are gone, it cannot be had any more. */
    private static boolean takesNobody(Order order) {
        return order.first().startsAt() == null;
    }

    private static boolean isAgreed(Order order, Sold sold) {
        return sold.offer(order.first()).byQuote() != null;
    }

    private List<HoldRequest> requests(Order order, Sold sold) {
        return order.lines().stream()
                .filter(line -> line.startsAt() != null || order.isByOpening())
                .map(line -> request(order, line, sold))
                .toList();
    }

    private HoldRequest request(Order order, Line line, Sold sold) {
        return new HoldRequest(
                order.id().value(),
                line.line(),
                sold.offer(line),
                new Wish(startOf(order, line), line.endsAt(), line.quantity(), line.site()),
                order.holdExpiresAt(),
                order.resident().value(),
                line.deal() == null
                        ? null
                        : sales.ration(line.deal(), order.resident().value()));
    }

    /** What is opened online is of no time: its codes are taken now. */
    private Instant startOf(Order order, Line line) {
        var start = line.startsAt() == null && order.isByOpening() ? clock.instant() : line.startsAt();
        if (start == null) {
            throw new IllegalStateException("the line has no time");
        }
        return start;
    }
}
