package org.townloop.loop.quote;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.base.identity.Gate;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.region.Regions;
import org.townloop.loop.checkout.AgreedOrders;
import org.townloop.loop.ordering.Orders;
import org.townloop.supply.offer.Offers;
import tools.jackson.databind.json.JsonMapper;

/** Two hands on one written offer: when one has read it, the other one goes as far as they get. */
record InBetween(ApplicationContext town) {

    /**
     * Lets both act.
     *
     * @param locked whether the request is locked as it should be
     * @param reads how often the one has read what is live before the other one begins
     */
    void run(boolean locked, int reads, Consumer<Acceptances> one, Runnable other) {
        var left = new AtomicInteger(reads);
        var thread = Thread.ofVirtual().unstarted(other);
        var halting = new Quotations(town.getBean(JdbcClient.class), town.getBean(JsonMapper.class)) {
            @Override
            Optional<Quotation> live(RequestId id) {
                var live = super.live(id);
                if (left.decrementAndGet() == 0) {
                    thread.start();
                    join(thread, 500);
                }
                return live;
            }
        };
        try {
            one.accept(through(rows(locked), halting));
        } finally {
            join(thread, 20_000);
        }
    }

    private Requests rows(boolean locked) {
        return new Requests(town.getBean(JdbcClient.class), town.getBean(JsonMapper.class)) {
            @Override
            QuoteRequest lock(RequestId id) {
                return locked ? super.lock(id) : get(id);
            }
        };
    }

    private Acceptances through(Requests rows, Quotations papers) {
        var progress = new Progress(
                rows,
                papers,
                town.getBean(Stages.class),
                town.getBean(Orders.class),
                town.getBean(AgreedOrders.class),
                town.getBean(Offers.class),
                town.getBean(Regions.class),
                town.getBean(Clock.class));
        return new Acceptances(
                rows,
                papers,
                town.getBean(Stages.class),
                progress,
                town.getBean(AgreedOrders.class),
                town.getBean(Orders.class),
                town.getBean(StagePayments.class),
                town.getBean(QuoteNotices.class),
                town.getBean(Idempotency.class),
                town.getBean(Atomically.class),
                town.getBean(Gate.class),
                town.getBean(Clock.class));
    }

    private static void join(Thread thread, long millis) {
        try {
            thread.join(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
