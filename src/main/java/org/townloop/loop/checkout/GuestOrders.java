package org.townloop.loop.checkout;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.AuditTrail;
import org.townloop.base.identity.Contacts;
import org.townloop.base.identity.People;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.notice.NewNotice;
import org.townloop.base.notice.Notice;
import org.townloop.base.notice.Notices;
import org.townloop.base.notice.SealedPaths;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.ordering.PayLinks;
import org.townloop.loop.ordering.Pays;
import org.townloop.loop.voucher.Vouchers;
import org.townloop.supply.merchant.Places;

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
    public record Opened(Order order, boolean forGuest) {}

    private static final Set<OrderState> TO_COME = EnumSet.of(OrderState.HELD, OrderState.PAID);

    private final Orders orders;
    private final PayLinks links;
    private final Vouchers vouchers;
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
            Vouchers vouchers,
            Places places,
            People people,
            Contacts contacts,
            Notices notices,
            SealedPaths seals,
            AuditTrail audit,
            Atomically atomically) {
        this.orders = orders;
        this.links = links;
        this.vouchers = vouchers;
        this.places = places;
        this.people = people;
        this.contacts = contacts;
        this.notices = notices;
        this.seals = seals;
        this.audit = audit;
        this.atomically = atomically;
    }

    /** The order that a secret opens. */
    public Optional<Opened> opened(String secret) {
        return links.opened(secret)
                .flatMap(opened -> orders.find(opened.order()).map(order -> new Opened(order, opened.forGuest())));
    }

    /** Who pays an order by its link: the person it was taken for. */
    public Actor payer(Order order) {
        return people.actor(order.resident())
                .orElseThrow(() -> new IllegalStateException("nobody's order: " + order.id()));
    }

    /** Whether the order may be added to the actor's: its letter went to a contact that they have proved. */
    public boolean mayBeOf(Actor actor, Opened opened) {
        return opened.forGuest()
                && TO_COME.contains(opened.order().state())
                && contacts.mayBe(actor.person(), opened.order().resident());
    }

    /**
     * It is theirs: the order and its vouchers are the actor's from now on, and the letter's link opens nothing any more.
     *
     * @throws Absent if the secret opens no order that may be theirs
     */
    public Outcome<Order> accept(Actor actor, String secret) {
        return atomically.run(() -> {
            var opened = opened(secret).orElseThrow(GuestOrders::nothing);
            var order = orders.lock(opened.order().id());
            if (!mayBeOf(actor, new Opened(order, opened.forGuest()))) {
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
        var opened = opened(secret).filter(Opened::forGuest).orElseThrow(GuestOrders::nothing);
        atomically.run(() -> {
            contacts.forgetNoted(opened.order().resident());
            links.endForGuest(opened.order().id());
            return Outcome.done(opened.order().id());
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
