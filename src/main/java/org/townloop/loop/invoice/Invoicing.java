package org.townloop.loop.invoice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Gate;
import org.townloop.base.identity.Right;
import org.townloop.base.identity.Scope;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.ordering.Pays;

/** What a resident does about invoices and fapiao of their own orders. */
@Component
public class Invoicing {

    private record RequestRef(UUID id) {}

    private final InvoiceRules rules;
    private final Sales sales;
    private final Asked asked;
    private final Issuers issuers;
    private final Issuing issuing;
    private final Documents documents;
    private final InvoiceNotices notices;
    private final Orders orders;
    private final Gate gate;
    private final Idempotency idempotency;
    private final Clock clock;
    private final Duration askedWithin;

    Invoicing(
            InvoiceRules rules,
            Sales sales,
            Asked asked,
            Issuers issuers,
            Issuing issuing,
            Documents documents,
            InvoiceNotices notices,
            Orders orders,
            Gate gate,
            Idempotency idempotency,
            Clock clock,
            @Value("${townloop.invoices.asked-within}") Duration askedWithin) {
        this.rules = rules;
        this.sales = sales;
        this.asked = asked;
        this.issuers = issuers;
        this.issuing = issuing;
        this.documents = documents;
        this.notices = notices;
        this.orders = orders;
        this.gate = gate;
        this.idempotency = idempotency;
        this.clock = clock;
        this.askedWithin = askedWithin;
    }

    /**
     * Asks for an invoice or a fapiao; the same key asks once. An invoice is issued at once if its merchant has said what
     * must stand on it; else the merchant is asked to.
     */
    public Outcome<InvoiceRequest> ask(Actor actor, OrderId id, NewInvoiceRequest typed, String key) {
        own(actor, id);
        var read = rules.read(id.region(), typed);
        return read.then(wanted -> idempotency
                .once(
                        new Idempotency.Call(actor.person().value(), "ask-invoice", key, List.of(id, wanted)),
                        RequestRef.class,
                        () -> ask(orders.lock(id), wanted).map(request -> new RequestRef(request.id())))
                .map(ref -> asked.get(ref.id())));
    }

    private Outcome<InvoiceRequest> ask(Order order, InvoiceRules.Wanted wanted) {
        var sold = sales.of(order);
        var refusal = refusal(sold);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        var now = clock.instant();
        var request = new InvoiceRequest(
                Ids.next(order.id().region(), now),
                order.id(),
                order.merchant(),
                order.place(),
                order.resident(),
                wanted.kind(),
                wanted.buyer(),
                wanted.email(),
                InvoiceState.ASKED,
                now,
                null,
                null,
                null);
        if (!asked.insert(request)) {
            return Outcome.refused(InvoiceReason.INVOICE_ASKED_ALREADY);
        }
        var issuer =
                issuers.of(order.merchant()).filter(each -> issuing.tax(each).isPresent());
        if (wanted.kind() == InvoiceRequest.Kind.INVOICE && issuer.isPresent()) {
            issuing.issue(request, sold, issuer.get());
        } else {
            notices.asked(request, order);
        }
        return Outcome.done(request);
    }

    /** Why none can be asked for now; nothing if one can. */
    public Optional<Refusal> refusal(Order order) {
        return refusal(sales.of(order));
    }

    private Optional<Refusal> refusal(Sold sold) {
        if (sold.order().pays() == Pays.STORED) {
            return Optional.of(Refusal.of(InvoiceReason.INVOICE_OF_CARD));
        }
        var until = until(sold.order());
        if (until.isEmpty() || !sold.paid().isPositive()) {
            return Optional.of(Refusal.of(InvoiceReason.INVOICE_NOTHING_PAID));
        }
        return clock.instant().isBefore(until.get())
                ? Optional.empty()
                : Optional.of(
                        new Refusal(InvoiceReason.INVOICE_ASKED_TOO_LATE, null, Map.of("days", askedWithin.toDays())));
    }

    /** Until when one can be asked for; nothing of what was not paid. */
    public Optional<Instant> until(Order order) {
        return Optional.ofNullable(order.paidAt()).map(paid -> paid.plus(askedWithin));
    }

    /** Whether fapiao are written where the order is. */
    public boolean hasFapiao(Order order) {
        return rules.hasFapiao(order.id().region());
    }

    /** What was asked for of one's own order, the newest first. */
    public List<InvoiceRequest> of(Actor actor, OrderId id) {
        return asked.of(own(actor, id).id());
    }

    /** The invoices and credit notes of one's own order, in the order in which they were issued. */
    public List<Invoice> documents(Actor actor, OrderId id) {
        return documents.of(own(actor, id).id());
    }

    /** @throws Absent if there is no such invoice of that order, or it is not the actor's */
    public Invoice document(Actor actor, OrderId id, UUID document) {
        return documents(actor, id).stream()
                .filter(each -> each.id().equals(document))
                .findFirst()
                .orElseThrow(() -> new Absent("invoice " + document));
    }

    /** @throws Absent if that fapiao has no file, is of another order, or not the actor's */
    public byte[] file(Actor actor, OrderId id, UUID request) {
        return of(actor, id).stream()
                .filter(each -> each.id().equals(request))
                .findFirst()
                .flatMap(asked::file)
                .orElseThrow(() -> new Absent("file of fapiao " + request));
    }

    private Order own(Actor actor, OrderId id) {
        var order = orders.get(id);
        gate.require(actor, Right.OWN, Scope.person(order.resident()));
        return order;
    }
}
