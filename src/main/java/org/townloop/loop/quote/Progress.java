package org.townloop.loop.quote;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.region.Regions;
import org.townloop.loop.checkout.AgreedOrders;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.supply.offer.Offers;

/**
 * What has become of the orders of a quotation, written down where it is looked for. An order's own state decides:
 * this may be asked at any time, by whoever has locked the request, and says the same.
 */
@Component
class Progress {

    /** A request as it is now, with the offer that can be accepted or was. */
    record Standing(QuoteRequest request, Optional<Quotation> live) {}

    private static final Set<OrderState> HAD = EnumSet.of(OrderState.FULFILLED, OrderState.SETTLED);
    private static final Set<OrderState> GONE = EnumSet.of(OrderState.CANCELLED, OrderState.REFUNDED);

    private final Requests requests;
    private final Quotations quotations;
    private final Stages stages;
    private final Orders orders;
    private final AgreedOrders agreed;
    private final Offers offers;
    private final Regions regions;
    private final Clock clock;

    Progress(
            Requests requests,
            Quotations quotations,
            Stages stages,
            Orders orders,
            AgreedOrders agreed,
            Offers offers,
            Regions regions,
            Clock clock) {
        this.requests = requests;
        this.quotations = quotations;
        this.stages = stages;
        this.orders = orders;
        this.agreed = agreed;
        this.offers = offers;
        this.regions = regions;
        this.clock = clock;
    }

    /** Locks the request until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    Standing lock(RequestId id) {
        var request = requests.lock(id);
        var live = quotations.live(id);
        if (live.isEmpty()) {
            return new Standing(request, live);
        }
        return switch (live.get().state()) {
            case HELD -> paid(request, live.get());
            case ACCEPTED -> new Standing(underway(request, live.get()), quotations.live(id));
            case OPEN, SUPERSEDED, CLOSED -> new Standing(request, live);
        };
    }

    /** Whether the order of a stage was paid, whatever came of it. */
    static boolean wasPaid(Order order) {
        return order.paidAt() != null;
    }

    private Standing paid(QuoteRequest request, Quotation held) {
        var order = order(held.first());
        if (order.isPresent() && wasPaid(order.get())) {
            return accepted(request, held);
        }
        if (order.isEmpty() || order.get().state() != OrderState.HELD) {
            quotations.become(held, QuotationState.OPEN, clock.instant());
            stages.order(held.id(), held.first().number(), null);
        }
        return new Standing(request, quotations.live(request.id()));
    }

    private Standing accepted(QuoteRequest request, Quotation held) {
        var now = clock.instant();
        quotations.become(held, QuotationState.ACCEPTED, now);
        var done = requests.become(request, RequestState.ACCEPTED, null, now);
        for (var stage : held.stages()) {
            if (stage.due() == Due.BEFORE_WORK) {
                stages.due(held.id(), stage.number(), dueBefore(done, held, stage));
            }
        }
        return new Standing(underway(done, quotations.get(held.id())), quotations.live(request.id()));
    }

    /** So many days before the work, and not before a gateway may hold the money until it is released. */
    private Instant dueBefore(QuoteRequest request, Quotation quotation, Stage stage) {
        var zone = regions.get(request.id().region()).zone();
        var start = quotation.work().start();
        var wished = start.atZone(zone).minusDays(stage.daysBefore()).toInstant();
        var offer = offers.get(request.offer(), request.offerVersion());
        var earliest = agreed.earliest(offer, start, quotation.work().end(zone));
        return wished.isBefore(earliest) ? earliest : wished;
    }

    private QuoteRequest underway(QuoteRequest request, Quotation accepted) {
        if (request.state() != RequestState.ACCEPTED) {
            return request;
        }
        var now = clock.instant();
        var made = accepted.stages().stream().map(this::order).toList();
        if (made.stream().anyMatch(order -> order.filter(this::isCalledOff).isPresent())) {
            stages.callOff(accepted.id(), false);
            return requests.become(request, RequestState.CALLED_OFF, null, now);
        }
        for (int i = 1; i < made.size(); i++) {
            if (accepted.stages().get(i).due() == Due.WHEN_DONE && isHad(made.get(i - 1))) {
                stages.due(accepted.id(), accepted.stages().get(i).number(), now);
            }
        }
        return made.stream().allMatch(this::isHad) ? requests.become(request, RequestState.DONE, null, now) : request;
    }

    private Optional<Order> order(Stage stage) {
        return Optional.ofNullable(stage.order()).flatMap(orders::find);
    }

    private boolean isHad(Optional<Order> order) {
        return order.filter(had -> HAD.contains(had.state()) || isKept(had)).isPresent();
    }

    private boolean isCalledOff(Order order) {
        return wasPaid(order) && GONE.contains(order.state()) && !isKept(order);
    }

    /** What was paid after the work was had, whether anybody has shown its code or not. */
    private boolean isKept(Order order) {
        return wasPaid(order) && order.state() == OrderState.CANCELLED && agreed.isForWhatWasHad(order);
    }
}
