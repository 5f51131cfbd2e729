package org.townloop.loop.checkout;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.People;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.checkout.GuestOrders.Linked;
import org.townloop.loop.ordering.Cancellation;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.PayLinks;
import org.townloop.loop.payment.Intent;
import org.townloop.loop.payment.IntentId;
import org.townloop.loop.payment.IntentState;
import org.townloop.loop.payment.Intents;
import org.townloop.loop.payment.Refunds;
import org.townloop.supply.merchant.Workplaces;

/** Orders that staff took for somebody are paid by a secret link, and to whom their vouchers are shown there. */
@Component
public class GuestPayments {

    private final GuestOrders guests;
    private final Checkouts checkouts;
    private final Paying paying;
    private final PayLinks links;
    private final Intents intents;
    private final Refunds refunds;
    private final Workplaces workplaces;
    private final People people;

    GuestPayments(
            GuestOrders guests,
            Checkouts checkouts,
            Paying paying,
            PayLinks links,
            Intents intents,
            Refunds refunds,
            Workplaces workplaces,
            People people) {
        this.guests = guests;
        this.checkouts = checkouts;
        this.paying = paying;
        this.links = links;
        this.intents = intents;
        this.refunds = refunds;
        this.workplaces = workplaces;
        this.people = people;
    }

    /**
     * Somebody pays an order by its link. A payment belongs to the browser in which it was begun: another browser begins its own,
     * and of two that are paid the second goes back.
     *
     * @param begunHere the payment that was begun in the same browser
     * @param returnUrl names the order and no secret: it is stored, and the gateway is told
     */
    public Outcome<Intent> pay(
            Order order, @Nullable IntentId begunHere, String gateway, String returnUrl, String key) {
        var payer = new Paying.Payer(guest(order), intent -> intent.id().equals(begunHere));
        return paying.pay(payer, order, gateway, returnUrl, key);
    }

    /** Whoever paid by a link has come back: asks the gateway now rather than waiting for its message. */
    public void returned(Order order) {
        paying.returned(order);
    }

    /**
     * Whether the voucher is shown behind the link: by the guest's own, and of a guest who has none, in the browser in which
     * it was paid. Never to those who work there, since who could show one could redeem it without a guest.
     *
     * @param begunHere the payment that was begun in the same browser
     */
    public boolean mayShowVoucher(Linked linked, @Nullable Actor reader, @Nullable IntentId begunHere) {
        var order = linked.order();
        if (order.state() != OrderState.PAID || (reader != null && worksThere(reader, order))) {
            return false;
        }
        return linked.forGuest() || (links.sealed(order.id()).isEmpty() && isPaidBy(order, begunHere));
    }

    /**
     * Whether the order may be called off behind the link: as long as it waits for a payment by whoever has the link, and once
     * it is paid by whoever is shown its voucher.
     */
    private boolean mayCancel(Linked linked, @Nullable Actor reader, @Nullable IntentId begunHere) {
        return linked.order().state() == OrderState.HELD || mayShowVoucher(linked, reader, begunHere);
    }

    /** What calling it off would do now; nothing for those who may not, or once it waits for that or cannot be any more. */
    public Optional<CancelQuote> cancelQuote(Linked linked, @Nullable Actor reader, @Nullable IntentId begunHere) {
        return mayCancel(linked, reader, begunHere)
                        && checkouts.waiting(linked.order()).isEmpty()
                ? checkouts.cancelQuote(linked.order())
                : Optional.empty();
    }

    /** The cancellation that waits until the counters know. */
    public Optional<Cancellation> waiting(Order order) {
        return checkouts.waiting(order);
    }

    /**
     * Calls the order off in the guest's name, by the policy it was sold under.
     *
     * @throws Absent if whoever asks may not
     */
    public Outcome<Order> cancel(Linked linked, @Nullable Actor reader, @Nullable IntentId begunHere, String key) {
        if (!mayCancel(linked, reader, begunHere)) {
            throw new Absent("a guest's order");
        }
        return checkouts.cancel(guest(linked.order()), linked.order().id(), key);
    }

    /** Whether somebody else had paid before: this payment goes back. */
    public boolean cameSecond(Order order, @Nullable IntentId begunHere) {
        return order.state() == OrderState.PAID && goesBack(order, begunHere);
    }

    private boolean goesBack(Order order, @Nullable IntentId payment) {
        return refunds.of(order.id().value()).stream()
                .anyMatch(refund -> refund.intent().equals(payment));
    }

    private boolean worksThere(Actor reader, Order order) {
        return workplaces.of(reader, Right.REDEEM).stream()
                .anyMatch(place -> place.id().equals(order.place()));
    }

    /** Whether that payment paid it: one that came second was captured as well, and gave nobody anything. */
    public boolean isPaidBy(Order order, @Nullable IntentId begunHere) {
        return intents.of(order.id().value()).stream()
                        .anyMatch(intent -> intent.id().equals(begunHere) && intent.state() == IntentState.CAPTURED)
                && !goesBack(order, begunHere);
    }

    /**
     * Its reader says that it is not theirs. Whoever paid for it does not: their money would be behind a link that opens
     * nothing.
     *
     * @param begunHere the payment that was begun in the same browser
     * @return refused as {@link CheckoutReason#PAID_BY_YOU}
     * @throws Absent if the secret is none from a letter
     */
    public Outcome<OrderId> decline(String secret, @Nullable IntentId begunHere) {
        return guests.decline(secret, order -> isPaidBy(order, begunHere));
    }

    /**
     * In whose name the receipts and invoices of an order are read and asked for behind its link: the guest's, once it was
     * paid. By the guest's own link, or of a guest who has none in the browser in which it was paid, and never by those who
     * work there; to all others there is nobody.
     *
     * @param begunHere the payment that was begun in the same browser
     */
    public Optional<Actor> forPapers(Linked linked, @Nullable Actor reader, @Nullable IntentId begunHere) {
        var order = linked.order();
        var isTheirs = linked.forGuest() || (links.sealed(order.id()).isEmpty() && isPaidBy(order, begunHere));
        return order.paidAt() == null || !isTheirs || (reader != null && worksThere(reader, order))
                ? Optional.empty()
                : people.actor(order.resident());
    }

    /** As whom an order is paid by its link: the person it was taken for. */
    private Actor guest(Order order) {
        return people.actor(order.resident())
                .orElseThrow(() -> new IllegalStateException("nobody's order: " + order.id()));
    }
}
