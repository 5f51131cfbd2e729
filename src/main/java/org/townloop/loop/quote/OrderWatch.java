package org.townloop.loop.quote;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.EventConsumer;
import org.townloop.base.kernel.RecordedEvent;
import org.townloop.base.kernel.Words;
import org.townloop.loop.checkout.OrderCancelled;
import org.townloop.loop.checkout.OrderExpired;
import org.townloop.loop.checkout.OrderPaid;
import org.townloop.loop.checkout.OrderSettled;

/** What happens to orders that are stages is written down as soon as it has happened. */
@Component
class OrderWatch implements EventConsumer {

    private final Progress progress;
    private final Stages stages;
    private final QuoteNotices notices;

    OrderWatch(Progress progress, Stages stages, QuoteNotices notices) {
        this.progress = progress;
        this.stages = stages;
        this.notices = notices;
    }

    @Override
    public String name() {
        return "order-watch";
    }

    @Override
    public Set<String> types() {
        return Set.of(
                OrderPaid.class.getSimpleName(),
                OrderExpired.class.getSimpleName(),
                OrderCancelled.class.getSimpleName(),
                OrderSettled.class.getSimpleName());
    }

    @Override
    public void accept(List<RecordedEvent> events) {
        var orders = events.stream().map(RecordedEvent::subject).distinct().toList();
        for (var id : stages.requestsOf(orders)) {
            var standing = progress.lock(id);
            if (standing.request().state() == RequestState.ACCEPTED) {
                notices.tellPlace(
                        standing.request(),
                        Words.of("It is accepted, and the first stage is paid.", "报价已接受，首期款已付。"),
                        "accepted");
            }
        }
    }
}
