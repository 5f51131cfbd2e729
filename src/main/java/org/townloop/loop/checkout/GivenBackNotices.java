package org.townloop.loop.checkout;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Words;
import org.townloop.base.notice.NewNotice;
import org.townloop.base.notice.Notice;
import org.townloop.base.notice.Notices;
import org.townloop.loop.ordering.GivenBack;
import org.townloop.loop.ordering.Order;
import org.townloop.supply.merchant.Places;

/** Tells a resident what goes back to them, and why. In the transaction of what it tells of. */
@Component
class GivenBackNotices {

    private final Notices notices;
    private final Places places;
    private final PayersParts payersParts;

    GivenBackNotices(Notices notices, Places places, PayersParts payersParts) {
        this.notices = notices;
        this.places = places;
        this.payersParts = payersParts;
    }

    void given(Order order, GivenBack given) {
        var why = Objects.requireNonNullElse(given.words(), "");
        var facts = new HashMap<String, Object>();
        facts.put("title", order.title());
        facts.put("place", places.get(order.place()).name());
        facts.put("reason", Words.of(why, why));
        facts.put(
                "refundMinor",
                payersParts
                        .ofLast(order, given.earned().plus(given.escrow()))
                        .plus(given.platform())
                        .minor());
        facts.put("currency", given.total().currency().getCurrencyCode());
        notices.tell(List.of(new NewNotice(
                order.resident(),
                Notice.Kind.GIVEN_BACK,
                order.id().value(),
                facts,
                given.id().toString())));
    }
}
