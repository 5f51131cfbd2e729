package org.townloop.loop.checkout;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.EventConsumer;
import org.townloop.base.kernel.RecordedEvent;
import org.townloop.loop.ordering.OrderId;

/** Lets whoever has just paid wait until it is known, instead of asking over and over. */
@Component
class PaymentWatch implements EventConsumer {

    /** Who waits for one order; to be closed. */
    final class Look implements AutoCloseable {

        private final UUID order;
        private final Semaphore wake = new Semaphore(0);

        private Look(OrderId order) {
            this.order = order.value();
        }

        /** Until something happened to the order, for so long at most. What happened since this was made counts. */
        void await(Duration patience) {
            try {
                if (looking.size() <= MOST) {
                    wake.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            looking.remove(this);
        }
    }

    /** More of them are answered at once. */
    private static final int MOST = 2_000;

    private final Set<Look> looking = ConcurrentHashMap.newKeySet();

    Look on(OrderId order) {
        var look = new Look(order);
        looking.add(look);
        return look;
    }

    @Override
    public String name() {
        return "payment-watch";
    }

    @Override
    public Set<String> types() {
        return Set.of("OrderPaid", "OrderExpired", "OrderCancelled");
    }

    @Override
    public boolean durable() {
        return false;
    }

    @Override
    public void accept(List<RecordedEvent> events) {
        var orders = events.stream().map(RecordedEvent::subject).collect(Collectors.toSet());
        looking.stream().filter(look -> orders.contains(look.order)).forEach(look -> look.wake.release());
    }
}
