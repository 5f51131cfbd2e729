package org.townloop.loop.quote;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Reason;
import org.townloop.base.region.Regions;
import org.townloop.loop.checkout.AgreedOrders;
import org.townloop.loop.checkout.CheckoutReason;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.supply.booking.Bookings;

/** Calls the orders of stages off, each in a transaction of its own: one that cannot be now is tried again. */
@Component
class CallingOff {

    private static final Logger LOG = LoggerFactory.getLogger(CallingOff.class);
    private static final int BATCH = 50;
    private static final Duration LATER = Duration.ofMinutes(15);
    /** Somebody had it, or has called it off before. */
    private static final Set<Reason> OVER =
            Set.of(CheckoutReason.ALREADY_USED, CheckoutReason.ALREADY_CLOSED, CheckoutReason.CANCELLATION_WAITS);

    private final Stages stages;
    private final Quotations quotations;
    private final AgreedOrders agreed;
    private final Orders orders;
    private final Bookings bookings;
    private final Regions regions;
    private final Atomically atomically;
    private final Clock clock;

    CallingOff(
            Stages stages,
            Quotations quotations,
            AgreedOrders agreed,
            Orders orders,
            Bookings bookings,
            Regions regions,
            Atomically atomically,
            Clock clock) {
        this.stages = stages;
        this.quotations = quotations;
        this.agreed = agreed;
        this.orders = orders;
        this.bookings = bookings;
        this.regions = regions;
        this.atomically = atomically;
        this.clock = clock;
    }

    void run() {
        stages.callingOff(clock.instant(), BATCH).forEach(this::callOff);
    }

    private void callOff(Stages.CallingOff stage) {
        try {
            var done = stage.everythingBack()
                    ? agreed.giveBack(stage.order())
                    : agreed.callOff(stage.order(), stage.shown());
            if (done instanceof Outcome.Refused<OrderId>(var why) && !OVER.contains(why.reason())) {
                LOG.error("stage {} of {} cannot be called off yet: {}", stage.number(), stage.quotation(), why);
                stages.tryAgain(stage, clock.instant().plus(LATER));
                return;
            }
            if (stage.number() == 1) {
                freePeople(stage);
            }
            stages.calledOff(stage);
        } catch (RuntimeException e) {
            LOG.error("stage {} of {} cannot be called off yet", stage.number(), stage.quotation(), e);
            stages.tryAgain(stage, clock.instant().plus(LATER));
        }
    }

    /** They need not come, also where the stage with which they were taken was had already. */
    private void freePeople(Stages.CallingOff stage) {
        var order = orders.get(stage.order());
        var end = quotations
                .get(stage.quotation())
                .work()
                .end(regions.get(order.id().region()).zone());
        var had = order.state() == OrderState.SETTLED || order.state() == OrderState.FULFILLED;
        if (had && end.isAfter(clock.instant())) {
            atomically.run(() -> {
                bookings.release(List.of(order.id().value()));
                return Outcome.done(order.id());
            });
        }
    }
}
