package org.townloop.loop.checkout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.ordering.Deliveries;
import org.townloop.loop.ordering.Line;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.ordering.Terms;
import org.townloop.loop.voucher.Vouchers;
import org.townloop.supply.booking.Bookings;
import org.townloop.supply.booking.DayWindows;
import org.townloop.supply.booking.Doorsteps;
import org.townloop.supply.booking.HoldRequest;
import org.townloop.supply.booking.Pricing;
import org.townloop.supply.booking.Wish;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.pack.Packs;

/** The transaction that moves an order to another time: all of it or nothing, and the old time is free. */
@Component
class Moves {

    /** A line at its new time. */
    private record Moved(Line line, Offer offer, Wish wish) {}

    private final Orders orders;
    private final MoveRules rules;
    private final OneAtATime oneAtATime;
    private final Deliveries deliveries;
    private final Offers offers;
    private final Bookings bookings;
    private final Doorsteps doorsteps;
    private final DayWindows windows;
    private final Pricing pricing;
    private final Packs packs;
    private final Askings askings;
    private final Custody custody;
    private final Vouchers vouchers;
    private final Issuance issuance;
    private final EventLog events;
    private final Clock clock;

    Moves(
            Orders orders,
            MoveRules rules,
            OneAtATime oneAtATime,
            Deliveries deliveries,
            Offers offers,
            Bookings bookings,
            Doorsteps doorsteps,
            DayWindows windows,
            Pricing pricing,
            Packs packs,
            Askings askings,
            Custody custody,
            Vouchers vouchers,
            Issuance issuance,
            EventLog events,
            Clock clock) {
        this.orders = orders;
        this.rules = rules;
        this.oneAtATime = oneAtATime;
        this.deliveries = deliveries;
        this.offers = offers;
        this.bookings = bookings;
        this.doorsteps = doorsteps;
        this.windows = windows;
        this.pricing = pricing;
        this.packs = packs;
        this.askings = askings;
        this.custody = custody;
        this.vouchers = vouchers;
        this.issuance = issuance;
        this.events = events;
        this.clock = clock;
    }

    boolean isMovable(Order order) {
        return rules.isMovable(order);
    }

    /** Locks it with all that says where it may be moved to. */
    Order lock(OrderId id) {
        return oneAtATime.lock(id);
    }

    /** At which starts its guest could have it beside the other pieces of their appointment, whoever is free. */
    Predicate<Instant> starts(Order order) {
        return oneAtATime.starts(order);
    }

    /** Before any transaction: what the calendar will want to know of ways is found out now. */
    void prepare(Order order, Instant start) {
        var line = order.first();
        if (line.site() != null) {
            doorsteps.learnWays(offers.get(line.offer(), line.offerVersion()), wishOf(line, start));
        }
    }

    /**
     * In the caller's transaction, on an order that it has {@link #lock locked}.
     *
     * @param balance that its resident was shown; null for that which it has
     */
    Outcome<OrderId> move(Order order, Instant start, @Nullable Long balance) {
        var fixed = rules.refusal(order, start);
        if (fixed.isPresent()) {
            return Outcome.refused(fixed.get());
        }
        var moved = order.lines().stream().map(line -> moved(line, start)).toList();
        var first = moved.getFirst();
        var during = windows.of(first.offer(), first.wish());
        var unfit = moved.stream()
                .flatMap(each -> unfit(order, each, balance).stream())
                .findFirst()
                .or(() -> oneAtATime.refusal(order, first.offer(), during))
                .or(() -> custody.refusal(order, start, during.end()));
        if (unfit.isPresent()) {
            return Outcome.refused(unfit.get());
        }
        var requests = moved.stream()
                .map(each -> new HoldRequest(
                        order.id().value(),
                        each.line().line(),
                        each.offer(),
                        each.wish(),
                        order.holdExpiresAt(),
                        order.resident().value()))
                .toList();
        return switch (bookings.move(requests)) {
            case Outcome.Refused(var refusal) -> Outcome.refused(refusal);
            case Outcome.Done<?> _ -> Outcome.done(write(order, moved));
        };
    }

    private Moved moved(Line line, Instant start) {
        var offer = offers.get(line.offer(), line.offerVersion());
        return new Moved(line, offer, windows.moved(offer, wishOf(line, start), line.startsAt()));
    }

    /** What was sold is moved at the price that was agreed, and to no time that the trade's checks or the kitchen rule out. */
    private Optional<Refusal> unfit(Order order, Moved each, @Nullable Long shown) {
        var offer = each.offer();
        return switch (pricing.unit(offer, each.wish())) {
            case Outcome.Refused<Money>(var refusal) -> Optional.of(refusal);
            case Outcome.Done<Money>(var unit) ->
                new MovePrice(order, each.line(), unit)
                        .refusal(shown)
                        .or(() -> offer.menu()
                                .withoutLeast()
                                .tooLate(each.line().answersByKey(), each.wish().start(), clock.instant()))
                        .or(() -> packs.failedCheck(
                                packs.get(offer.pack(), offer.packVersion()),
                                askings.of(offer, each.wish(), each.line().answersByKey())));
        };
    }

    /** What would be left to be paid at the place then, or why it cannot be moved there at its price. */
    Outcome<Money> balance(Order order, Instant start) {
        var line = order.first();
        var offer = offers.get(line.offer(), line.offerVersion());
        return pricing.unit(offer, windows.moved(offer, wishOf(line, start), line.startsAt()))
                .then(unit -> new MovePrice(order, line, unit).shown());
    }

    private OrderId write(Order order, List<Moved> lines) {
        var terms = terms(order, lines.getFirst());
        var noShow = terms.noShow();
        for (var each : lines) {
            var begins = each.wish().start();
            var ends = windows.of(each.offer(), each.wish()).end();
            var price = price(order, each);
            orders.move(
                    order.id(),
                    each.line().at(begins, ends, price.unit()),
                    price.balance(),
                    terms,
                    noShow == null ? null : noShow.settledAt(begins, ends),
                    clock.instant());
        }
        var first = lines.getFirst();
        var offer = first.offer();
        var start = first.wish().start();
        var end = windows.of(offer, first.wish()).end();
        vouchers.move(order.id(), start, issuance.validUntil(offer, start, end));
        events.append(new OrderMoved(
                order.id().value(), order.place().value(), offer.id().value(), String.valueOf(order.startsAt())));
        return order.id();
    }

    /** Goods are brought within the window to which they are moved, however long the other one was. */
    private Terms terms(Order order, Moved first) {
        var during = windows.of(first.offer(), first.wish());
        return first.line().site() != null && deliveries.of(order.id()).isPresent()
                ? order.terms().arrivingWithin(Duration.between(during.start(), during.end()))
                : order.terms();
    }

    /** What was paid whole stays at the price that was paid. */
    private MovePrice price(Order order, Moved each) {
        return order.terms().deposit() != null
                        && pricing.unit(each.offer(), each.wish()) instanceof Outcome.Done<Money>(var unit)
                ? new MovePrice(order, each.line(), unit)
                : new MovePrice(order, each.line(), each.line().unit());
    }

    private static Wish wishOf(Line line, Instant start) {
        return new Wish(start, line.endsAt(), line.quantity(), line.site());
    }
}
