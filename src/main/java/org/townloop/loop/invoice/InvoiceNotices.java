package org.townloop.loop.invoice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.People;
import org.townloop.base.kernel.Words;
import org.townloop.base.notice.NewNotice;
import org.townloop.base.notice.Notice;
import org.townloop.base.notice.Notices;
import org.townloop.base.notice.SealedPaths;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.PayLinks;
import org.townloop.supply.merchant.Places;

/** Tells the two what the other has done. In the transaction of what it tells of. */
@Component
class InvoiceNotices {

    private final Notices notices;
    private final PayLinks links;
    private final People people;
    private final Places places;

    InvoiceNotices(Notices notices, PayLinks links, People people, Places places) {
        this.notices = notices;
        this.links = links;
        this.people = people;
        this.places = places;
    }

    /** To the merchant: somebody waits for it. */
    void asked(InvoiceRequest request, Order order) {
        var facts = facts(order);
        facts.put("path", "/desk/invoices?place=" + request.place().value());
        notices.tell(people.merchantsPeople(request.region(), request.merchant().value()).stream()
                .map(person -> new NewNotice(person, Notice.Kind.INVOICE_ASKED, request.id(), facts, ""))
                .toList());
    }

    /** @param occasion tells apart what may be ready more than once, such as credit notes */
    void ready(InvoiceRequest request, Order order, String occasion) {
        tell(request, Notice.Kind.INVOICE_READY, facts(order), occasion);
    }

    void declined(InvoiceRequest request, Order order, String why) {
        var facts = facts(order);
        facts.put("reason", Words.of(why, why));
        tell(request, Notice.Kind.INVOICE_DECLINED, facts, "");
    }

    private void tell(InvoiceRequest request, Notice.Kind kind, Map<String, Object> facts, String occasion) {
        facts.put("path", "/orders/" + request.order().value() + "/invoice");
        links.sealed(request.order()).ifPresent(link -> facts.put(SealedPaths.FACT, link)); // a guest has no account
        notices.tell(List.of(new NewNotice(request.resident(), kind, request.id(), facts, occasion)));
    }

    private Map<String, Object> facts(Order order) {
        var facts = new HashMap<String, Object>();
        facts.put("title", order.title());
        facts.put("place", places.get(order.place()).name());
        return facts;
    }
}
