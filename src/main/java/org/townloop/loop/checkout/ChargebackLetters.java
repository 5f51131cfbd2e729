package org.townloop.loop.checkout;

import java.util.List;
import java.util.Locale;
import org.townloop.base.kernel.RecordedEvent;
import org.townloop.base.notice.NewNotice;
import org.townloop.base.notice.Notice;
import org.townloop.loop.ordering.Order;

/** Tells a merchant that a payer objects at the bank, until when to answer, and what came of it. */
final class ChargebackLetters {

    private ChargebackLetters() {}

    static List<NewNotice> of(AroundOrders around, Order order, RecordedEvent event) {
        var facts = around.toMerchant(order);
        facts.put("by", event.payload().get("state").asString().toLowerCase(Locale.ROOT));
        facts.put("refundMinor", event.payload().get("amountMinor").asLong());
        facts.put("startsAt", event.payload().get("answerBy").asString());
        facts.put("onDay", false);
        facts.put("path", "/desk/chargebacks?place=" + order.place().value());
        return around.merchantsPeople(order).stream()
                .map(person -> new NewNotice(
                                person, Notice.Kind.CHARGEBACK, order.id().value(), facts)
                        .on(event.xid() + "." + event.position()))
                .toList();
    }
}
