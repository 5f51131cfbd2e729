package org.townloop.loop.checkout;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Gate;
import org.townloop.base.identity.Right;
import org.townloop.base.identity.Scope;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.ordering.Line;
import org.townloop.loop.ordering.Openings;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.voucher.ScanAnswer;
import org.townloop.loop.voucher.ScanOutcome;
import org.townloop.loop.voucher.VoucherState;
import org.townloop.loop.voucher.Vouchers;
import org.townloop.supply.offer.Deliverables;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Online;

/**
 * Opening what was bought online. The first opening is the redemption: it ends the right to call the order off, releases
 * its money and gives out its codes. What nobody opens is delivered by itself when the time of that right is over, and can
 * be opened all the same.
 */
@Component
public class OnlineOrders {

    private record OrderRef(OrderId id) {}

    private record Opening(OrderId order, boolean agreed) {}

    private final Orders orders;
    private final Offers offers;
    private final Vouchers vouchers;
    private final Openings openings;
    private final Deliverables deliverables;
    private final ScanBatches batches;
    private final Idempotency idempotency;
    private final Atomically atomically;
    private final Gate gate;
    private final Clock clock;

    OnlineOrders(
            Orders orders,
            Offers offers,
            Vouchers vouchers,
            Openings openings,
            Deliverables deliverables,
            ScanBatches batches,
            Idempotency idempotency,
            Atomically atomically,
            Gate gate,
            Clock clock) {
        this.orders = orders;
        this.offers = offers;
        this.vouchers = vouchers;
        this.openings = openings;
        this.deliverables = deliverables;
        this.batches = batches;
        this.idempotency = idempotency;
        this.atomically = atomically;
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * Opens what the resident has bought; again, as often as they like.
     *
     * @param agreed whether they know that it cannot be called off afterwards; asked for the first time only
     * @throws Absent if it is not an order of theirs, or not one that is opened
     */
    public Outcome<Order> open(Actor actor, OrderId id, boolean agreed, String key) {
        own(actor, id);
        var opened = idempotency.once(
                new Idempotency.Call(actor.person().value(), "open", key, new Opening(id, agreed)),
                OrderRef.class,
                () -> open(orders.lock(id), agreed).map(OrderRef::new));
        return opened.map(done -> orders.get(done.id()));
    }

    /** Whether it was opened, or counts as delivered. */
    public boolean isDelivered(Order order) {
        return order.isByOpening()
                && vouchers.of(order.id()).stream().anyMatch(voucher -> voucher.state() == VoucherState.REDEEMED);
    }

    /**
     * What there is to be read, line by line; that it was read is noted.
     *
     * @return nothing as long as it was not opened
     * @throws Absent if it is not an order of theirs, or not one that is opened
     */
    public List<OpenedLine> read(Actor actor, OrderId id) {
        var order = own(actor, id);
        if (!isDelivered(order)) {
            return List.of();
        }
        var read = new ArrayList<OpenedLine>();
        for (var line : order.lines()) {
            var offer = sold(line);
            if (offer.arrangement() instanceof Online(var gives)) {
                read.add(opened(order, line, offer, gives));
            }
        }
        atomically.run(() -> {
            read.forEach(each -> openings.note(id, each.line(), number(each), clock.instant()));
            return Outcome.done(id);
        });
        return read;
    }

    /**
     * The file of a line that was opened.
     *
     * @throws Absent if there is none, or it is not theirs, or was not opened
     */
    public OpenedFile file(Actor actor, OrderId id, int line) {
        for (var each : read(actor, id)) {
            var content = each.content();
            var document = content == null ? null : content.document();
            if (each.line() == line && content != null && document != null) {
                return new OpenedFile(
                        document.name(),
                        document.kind().mediaType(),
                        deliverables.file(each.offer(), content.number()));
            }
        }
        throw new Absent("file of order " + id.value());
    }

    /** In the caller's transaction, on an order that it has locked: nobody has opened it, and its time is over. */
    Outcome<OrderId> deliverUnopened(Order order) {
        if (order.state() != OrderState.PAID) {
            return Outcome.refused(CheckoutReason.ALREADY_CLOSED);
        }
        return deliver(order);
    }

    private Order own(Actor actor, OrderId id) {
        var order = orders.get(id);
        gate.require(actor, Right.OWN, Scope.person(order.resident()));
        if (!order.isByOpening()) {
            throw new Absent("opening of order " + id.value());
        }
        return order;
    }

    private Outcome<OrderId> open(Order order, boolean agreed) {
        return switch (order.state()) {
            case PAID ->
                agreed
                        ? deliver(order)
                        : Outcome.refused(Refusal.of(CheckoutReason.OPENING_NOT_AGREED, "withdrawalEnds"));
            case FULFILLED, SETTLED, DISPUTED -> Outcome.done(order.id());
            case HELD -> Outcome.refused(CheckoutReason.NOT_PAID_YET);
            case CANCELLED, EXPIRED, REFUNDED -> Outcome.refused(CheckoutReason.ALREADY_CLOSED);
        };
    }

    private Outcome<OrderId> deliver(Order order) {
        var bought = vouchers.of(order.id());
        return switch (batches.open(order, bought)) {
            case Outcome.Refused<List<ScanAnswer>>(var refusal) -> Outcome.refused(refusal);
            case Outcome.Done<List<ScanAnswer>>(var answers) -> {
                if (answers.stream().anyMatch(answer -> answer.outcome() != ScanOutcome.REDEEMED)) {
                    yield Outcome.refused(CheckoutReason.ALREADY_CLOSED);
                }
                order.lines().forEach(line -> give(order, line));
                yield Outcome.done(order.id());
            }
        };
    }

    private void give(Order order, Line line) {
        if (sold(line).arrangement() instanceof Online(var gives) && gives == Online.Gives.CODE) {
            deliverables.give(line.offer(), order.id().value(), line.line(), line.quantity());
        }
    }

    private OpenedLine opened(Order order, Line line, Offer offer, Online.Gives gives) {
        return new OpenedLine(
                line.line(),
                offer.id(),
                line.title(),
                gives,
                gives == Online.Gives.CODE
                        ? null
                        : deliverables.current(offer.id(), gives).orElse(null),
                gives == Online.Gives.CODE ? deliverables.codes(order.id().value(), line.line()) : List.of());
    }

    private static int number(OpenedLine opened) {
        var content = opened.content();
        return content == null ? 0 : content.number();
    }

    private Offer sold(Line line) {
        return offers.get(line.offer(), line.offerVersion());
    }
}
