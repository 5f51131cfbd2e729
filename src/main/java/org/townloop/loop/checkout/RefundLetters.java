package org.townloop.loop.checkout;

import org.townloop.base.kernel.RecordedEvent;
import org.townloop.base.notice.NewNotice;
import org.townloop.base.notice.Notice;
import org.townloop.loop.ordering.Order;

/** Tells a resident that a gateway would not pay back, and that it was paid otherwise; each time it happens. */
final class RefundLetters {

    private RefundLetters() {}

    static boolean isOtherwise(RecordedEvent event) {
        return event.is(OrderRefunded.class)
                && event.payload().path("otherwise").asBoolean(false);
    }

    static NewNotice of(AroundOrders around, Order order, RecordedEvent event) {
        var facts = around.toResident(order);
        facts.put("refundMinor", event.payload().get("refundMinor").asLong());
        facts.put("by", isOtherwise(event) ? "bank" : "gateway");
        var kind = isOtherwise(event) ? Notice.Kind.REFUNDED : Notice.Kind.REFUND_REFUSED;
        return new NewNotice(order.resident(), kind, order.id().value(), facts)
                .on(event.xid() + "." + event.position());
    }
}
