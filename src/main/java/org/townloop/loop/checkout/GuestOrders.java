package org.townloop.loop.checkout;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.AuditTrail;
import org.townloop.base.identity.Contacts;
import org.townloop.base.identity.People;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.notice.NewNotice;
import org.townloop.base.notice.Notice;
import org.townloop.base.notice.Notices;
import org.townloop.base.notice.SealedPaths;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.ordering.PayLinks;
import org.townloop.loop.ordering.Pays;
import org.townloop.loop.payment.Intent;
import org.townloop.loop.payment.IntentId;
import org.townloop.loop.payment.IntentState;
import org.townloop.loop.payment.Intents;
import org.townloop.loop.payment.Refunds;
import org.townloop.loop.voucher.Vouchers;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.Workplaces;

/**
 * Orders that staff took for somebody, from that somebody's side: they pay by a secret address, and say whether it is
 * theirs. Until they do, it is a guest's, and joins nobody's account.
 */
@Component
public class GuestOrders {

    /**
     * An order behind a secret address.
     *
     * @param forGuest whether the address is from a letter to the guest: the staff know another one
     */
    public record Linked(Order order, boolean forGuest) {}

    private static final Set<OrderState> TO_COME = EnumSet.of(OrderState.HELD, OrderState.PAID);

    private final Orders orders;
    private final PayLinks links;
    private final Paying paying;
    private final Intents intents;
    private final Refunds refunds;
    private final Vouchers vouchers;
    private final Workplaces workplaces;
    private final Places places;
    private final People people;
    private final Contacts contacts;
    private final Notices notices;
    private final SealedPaths seals;
    private final AuditTrail audit;
    private final Atomically atomically;

    GuestOrders(
            Orders orders,
            PayLinks links,
            Paying paying,
            Intents intents,
            Refunds refunds,
            Vouchers vouchers,
            Workplaces workplaces,
            Places places,
            People people,
            Contacts contacts,
            Notices notices,
            SealedPaths seals,
            AuditTrail audit,
            Atomically atomically) {
        this.orders = orders;
        this.links = links;
        this.paying = paying;
        this.intents = intents;
        this.refunds = refunds;
        this.vouchers = vouchers;
        this.workplaces = workplaces;
        this.places = places;
        this.people = people;
        this.contacts = contacts;
        this.notices = notices;
        this.seals = seals;
        this.audit = audit;
        this.atomically = atomically;
    }

    /** The order to which a secret leads. */
    public Optional<Linked> behind(String secret) {
        return links.lead(secret)
                .flatMap(lead -> orders.find(lead.order()).map(order -> new Linked(order, lead.forGuest())));
    }

    /**
     * Somebody pays it by its link. A payment belongs to the browser in which it was begun: another browser begins its own,
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

    private boolean worksThere(Actor reader, Order order) {
        return workplaces.of(reader, Right.REDEEM).stream()
                .anyMatch(place -> place.id().equals(order.place()));
    }

    /** A payment that came second was captured as well, and gave nobody anything. */
    private boolean isPaidBy(Order order, @Nullable IntentId begunHere) {
        return intents.of(order.id().value()).stream()
                        .anyMatch(intent -> intent.id().equals(begunHere) && intent.state() == IntentState.CAPTURED)
                && refunds.of(order.id().value()).stream()
                        .noneMatch(refund -> refund.intent().equals(begunHere));
    }

    /** Whether a letter's reader may say that it is theirs: it is still to come. */
    public boolean isClaimable(Linked linked) {
        return linked.forGuest() && TO_COME.contains(linked.order().state());
    }

    /** Whether the order may be added to the actor's: its letter went to a contact that they have proved. */
    public boolean mayBeOf(Actor actor, Linked linked) {
        return isClaimable(linked)
                && contacts.mayBe(actor.person(), linked.order().resident());
    }

    /** Whether it is the actor's own: taken for nobody else, or said to be theirs. */
    public boolean isOf(Actor actor, OrderId id) {
        return orders.find(id)
                .filter(order -> order.resident().equals(actor.person()))
                .isPresent();
    }

    /**
     * It is theirs: the order and its vouchers are the actor's from now on, and the letter's link opens nothing any more.
     *
     * @throws Absent if the secret opens no order that may be theirs
     */
    public Outcome<Order> accept(Actor actor, String secret) {
        return atomically.run(() -> {
            var linked = behind(secret).orElseThrow(GuestOrders::nothing);
            var order = orders.lock(linked.order().id());
            if (!mayBeOf(actor, new Linked(order, linked.forGuest()))) {
                throw nothing();
            }
            links.handOver(order.id(), actor.person());
            vouchers.handTo(actor.person(), order.id());
            notices.remindInstead(order.id().value(), actor.person());
            audit.note(actor.person(), "order-accepted", order.id().value().toString());
            return Outcome.done(orders.get(order.id()));
        });
    }

    /**
     * It is not theirs: nothing more is sent to where the letter came. The place expects somebody still.
     *
     * @throws Absent if the secret is none from a letter
     */
    public void decline(String secret) {
        var order = behind(secret).filter(Linked::forGuest).map(Linked::order).orElseThrow(GuestOrders::nothing);
        atomically.run(() -> {
            contacts.forgetNoted(order.resident());
            links.endForGuest(order.id());
            return Outcome.done(order.id());
        });
    }

    /** In the transaction that takes the order: the guest, whose contact is known, is written to. */
    void write(Order order, PersonId staff) {
        links.makeForGuest(order.id(), staff, secret -> seals.seal("/pay/" + secret));
        if (order.pays() == Pays.ESCROW && order.state() == OrderState.HELD) {
            notices.tell(List.of(new NewNotice(
                    order.resident(), Notice.Kind.PAY_LINK, order.id().value(), facts(order))));
        }
    }

    /** As whom an order is paid by its link: the person it was taken for. */
    private Actor guest(Order order) {
        return people.actor(order.resident())
                .orElseThrow(() -> new IllegalStateException("nobody's order: " + order.id()));
    }

    private Map<String, Object> facts(Order order) {
        var facts = new HashMap<String, Object>();
        facts.put("title", order.first().title());
        facts.put("place", places.get(order.place()).name());
        facts.put("totalMinor", order.total().minor());
        facts.put("currency", order.total().currency().getCurrencyCode());
        links.sealed(order.id()).ifPresent(path -> facts.put(SealedPaths.FACT, path));
        return facts;
    }

    private static Absent nothing() {
        return new Absent("a guest's order");
    }
}
