package org.townloop.loop.invoice;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.AuditTrail;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Written;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;
import org.townloop.supply.merchant.MerchantId;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Workplaces;

/** What a merchant does about invoices: says who it is, declines, and corrects. Whoever sees it has the right already. */
@Component
public class InvoiceDesk {

    /** As many as are issued at once when a merchant says who it is. */
    private static final int AT_ONCE = 500;

    private static final int LONGEST_REASON = 300;

    private final Issuers issuers;
    private final InvoiceRules rules;
    private final Issuing issuing;
    private final Asked asked;
    private final Documents documents;
    private final Sales sales;
    private final Orders orders;
    private final InvoiceNotices notices;
    private final Workplaces workplaces;
    private final AuditTrail audit;
    private final Atomically atomically;
    private final Clock clock;

    InvoiceDesk(
            Issuers issuers,
            InvoiceRules rules,
            Issuing issuing,
            Asked asked,
            Documents documents,
            Sales sales,
            Orders orders,
            InvoiceNotices notices,
            Workplaces workplaces,
            AuditTrail audit,
            Atomically atomically,
            Clock clock) {
        this.issuers = issuers;
        this.rules = rules;
        this.issuing = issuing;
        this.asked = asked;
        this.documents = documents;
        this.sales = sales;
        this.orders = orders;
        this.notices = notices;
        this.workplaces = workplaces;
        this.audit = audit;
        this.atomically = atomically;
        this.clock = clock;
    }

    public Optional<Issuer> issuer(MerchantId merchant) {
        return issuers.of(merchant);
    }

    /** Those of the kind that were asked for, the newest first. */
    public List<InvoiceRequest> requests(MerchantId merchant, InvoiceRequest.Kind kind, int limit) {
        return asked.of(merchant, kind, limit);
    }

    /** How many wait for the merchant. */
    public int waiting(MerchantId merchant) {
        return asked.countWaiting(merchant);
    }

    /** What was issued within the span, in the order of the numbers. */
    public List<Invoice> issued(MerchantId merchant, Instant from, Instant to, int limit) {
        return documents.of(merchant, from, to, limit);
    }

    /** @throws Absent if there is none, or the actor does not run its place */
    public Invoice document(Actor actor, UUID id) {
        var invoice = documents.find(id).orElseThrow(() -> new Absent("invoice " + id));
        workplaces.get(actor, Right.RUN_PLACE, invoice.place());
        return invoice;
    }

    /** What of each was taken back, in minor units; those of which nothing was are left out. */
    public Map<UUID, Long> credited(Collection<Invoice> some) {
        return some.isEmpty() ? Map.of() : documents.credited(some);
    }

    /** Whether fapiao are written where the merchant is. */
    public boolean hasFapiao(MerchantId merchant) {
        return rules.hasFapiao(merchant.region());
    }

    /** What was sold with these orders, and what was paid and had of it. */
    public Map<OrderId, Sold> sold(Collection<OrderId> ids) {
        return ids.isEmpty() ? Map.of() : sales.of(orders.get(ids).values());
    }

    /**
     * Writes what stands on the merchant's invoices from now on, and issues those that waited for it.
     *
     * @param typed its version is that which was shown; 0 if there was none
     * @return how many were issued; refused if somebody else has changed it meanwhile
     * @throws Absent if the actor does not run the place
     */
    public Outcome<Integer> write(Actor actor, PlaceId place, Issuer typed) {
        workplaces.get(actor, Right.RUN_PLACE, place);
        if (issuing.tax(typed).isEmpty()) {
            return Outcome.refused(Refusal.of(InvoiceReason.TAX_RATE_MISSING, "rate"));
        }
        return rules.issuer(typed)
                .then(issuer -> atomically.run(() -> write(actor, issuer)))
                .map(this::issueWaiting);
    }

    private Outcome<MerchantId> write(Actor actor, Issuer issuer) {
        var next = new Issuer(issuer.merchant(), issuer.version() + 1, issuer.seller(), issuer.tax());
        if (!issuers.write(next, actor.person(), clock.instant())) {
            return Outcome.refused(InvoiceReason.INVOICE_CHANGED_MEANWHILE);
        }
        audit.note(actor.person(), "invoice-issuer-changed", next.merchant().value() + " version " + next.version());
        return Outcome.done(next.merchant());
    }

    /** Each in a transaction of its own, so that no order and no counter is locked while the others are issued. */
    private int issueWaiting(MerchantId merchant) {
        int issued = 0;
        for (var waiting : asked.waiting(merchant, InvoiceRequest.Kind.INVOICE, AT_ONCE)) {
            if (atomically.run(() -> Outcome.done(issue(waiting))) instanceof Outcome.Done<Boolean>(var done) && done) {
                issued++;
            }
        }
        return issued;
    }

    /** By what the merchant says of itself by now, which may be newer than what was just written. */
    private boolean issue(InvoiceRequest waiting) {
        var order = orders.lock(waiting.order());
        var request = asked.lock(waiting.id());
        var issuer =
                issuers.of(waiting.merchant()).filter(each -> issuing.tax(each).isPresent());
        var sold = sales.of(order);
        if (request.state() != InvoiceState.ASKED || !sold.paid().isPositive() || issuer.isEmpty()) {
            return false;
        }
        issuing.issue(request, sold, issuer.get());
        return true;
    }

    /** @throws Absent if the actor does not run its place */
    public Outcome<InvoiceRequest> decline(Actor actor, UUID id, String typed) {
        workplaces.get(actor, Right.RUN_PLACE, asked.get(id).place());
        var reason = reason(typed);
        return reason.then(why -> atomically.run(() -> {
            var request = asked.lock(id);
            if (!request.state().canBecome(InvoiceState.DECLINED)) {
                return Outcome.refused(InvoiceReason.INVOICE_CHANGED_MEANWHILE);
            }
            asked.close(request, InvoiceState.DECLINED, why, clock.instant());
            notices.declined(request, orders.get(request.order()), why);
            return Outcome.done(asked.get(id));
        }));
    }

    /** What of an invoice is not taken back yet. */
    public Money left(Invoice invoice) {
        return invoice.paid().minus(documents.credited(invoice));
    }

    /** What of the rest went back to the buyer since it was issued. */
    public Money backSince(Invoice invoice, Sold sold) {
        var due = left(invoice).minus(sold.paid());
        return due.isPositive() ? due : Money.zero(due.currency());
    }

    /**
     * Takes an invoice back by a credit note.
     *
     * @param whole all that is left of it; else only what went back to the buyer since
     * @param seen what that was when it was shown, in minor units: if it is another by now, nothing is written
     * @throws Absent if the actor does not run its place
     */
    public Outcome<Invoice> credit(Actor actor, UUID id, boolean whole, long seen, String typed) {
        var invoice = documents
                .find(id)
                .filter(each -> each.kind() == Invoice.Kind.INVOICE)
                .orElseThrow(() -> new Absent("invoice " + id));
        workplaces.get(actor, Right.RUN_PLACE, invoice.place());
        return reason(typed).then(why -> atomically.run(() -> credit(actor, invoice, whole, seen, why)));
    }

    private Outcome<Invoice> credit(Actor actor, Invoice invoice, boolean whole, long seen, String why) {
        var order = orders.lock(invoice.order());
        var request = asked.lock(invoice.request());
        var part = whole ? left(invoice) : backSince(invoice, sales.of(order));
        if (!part.isPositive()) {
            return Outcome.refused(InvoiceReason.NOTHING_TO_CREDIT);
        }
        if (part.minor() != seen) {
            return Outcome.refused(InvoiceReason.INVOICE_CHANGED_MEANWHILE);
        }
        var note = issuing.credit(request, invoice, order, documents.credited(invoice), part, why);
        audit.note(actor.person(), "invoice-credited", invoice.id() + " by " + note.name());
        return Outcome.done(note);
    }

    private static Outcome<String> reason(String typed) {
        var reason = Written.plain(typed);
        return reason == null || Written.isLonger(reason, LONGEST_REASON)
                ? Outcome.refused(
                        Refusal.of(InvoiceReason.INVOICE_REASON_INVALID, "reason", Map.of("max", LONGEST_REASON)))
                : Outcome.done(reason);
    }
}
