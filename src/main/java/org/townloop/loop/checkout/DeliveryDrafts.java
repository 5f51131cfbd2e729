package org.townloop.loop.checkout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ordering.Line;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Terms;
import org.townloop.supply.booking.DayWindows;
import org.townloop.supply.merchant.TimeSpan;
import tools.jackson.databind.json.JsonMapper;

/** A basket of goods as an order to be; nothing is written or taken. */
@Component
class DeliveryDrafts {

    private final DayWindows spans;
    private final SaleTerms saleTerms;
    private final JsonMapper json;
    private final Clock clock;

    DeliveryDrafts(DayWindows spans, SaleTerms saleTerms, JsonMapper json, Clock clock) {
        this.spans = spans;
        this.saleTerms = saleTerms;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param wanted at least one, of one place, for one window and one door
     * @param total with the way
     * @param start of the window
     */
    Order of(Buyer buyer, List<WantedArticle> wanted, Money total, Instant start) {
        var now = clock.instant();
        var first = wanted.getFirst();
        var during = spans.of(first.offer(), first.wish().wish(start));
        var terms = terms(first, during);
        var noShow = terms.noShow();
        var lines = new ArrayList<Line>();
        for (var each : wanted) {
            lines.add(line(lines.size() + 1, each, during));
        }
        return new Order(
                new OrderId(Ids.next(first.offer().region(), now)),
                buyer.person(),
                first.offer().merchant(),
                first.offer().place(),
                OrderState.HELD,
                buyer.pays(),
                total,
                Money.zero(total.currency()),
                terms,
                buyer.keptUntil(start, now),
                start,
                noShow == null ? null : noShow.settledAt(start, during.end()),
                now,
                null,
                null,
                null,
                null,
                List.copyOf(lines));
    }

    private Line line(int number, WantedArticle each, TimeSpan during) {
        var offer = each.offer();
        return new Line(
                number,
                offer.id(),
                offer.version(),
                offer.title(),
                each.wish().quantity(),
                offer.price(),
                Money.zero(offer.price().currency()),
                during.start(),
                during.end(),
                json.valueToTree(each.wish().answers()),
                each.wish().site(),
                each.deal() == null ? null : each.deal().id().value());
    }

    /** They wait at the resident's door once the window is over; whoever fetches it has until its end. */
    private Terms terms(WantedArticle first, TimeSpan during) {
        var terms = saleTerms.of(first.offer());
        return first.wish().site() == null
                ? terms.withoutGrace()
                : terms.arrivingWithin(Duration.between(during.start(), during.end()));
    }
}
