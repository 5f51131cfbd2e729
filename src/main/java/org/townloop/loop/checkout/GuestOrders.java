package org.townloop.loop.checkout;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.AuditTrail;
import org.townloop.base.identity.Contacts;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.notice.LaterNotices;
import org.townloop.base.notice.NewNotice;
import org.townloop.base.notice.Notice;
import org.townloop.base.notice.Notices;
import org.townloop.base.notice.Reminders;
import org.townloop.base.notice.SealedPaths;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.ordering.PayLinks;
import org.townloop.loop.ordering.Pays;
import org.townloop.loop.visit.Visits;
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
    public record Linked(Order order, boolean forGuest) {}

    private static final Set<OrderState> TO_COME = EnumSet.of(OrderState.HELD, OrderState.PAID);

    private final Orders orders;
    private final PayLinks links;
    private final Vouchers vouchers;
    private final Visits visits;
    private final Places places;
    private final Contacts contacts;
    private final Notices notices;
    private final Reminders reminders;
    private final LaterNotices laterNotices;
    private final SealedPaths seals;
    private final AuditTrail audit;
    private final Atomically atomically;

    GuestOrders(
            Orders orders,
            PayLinks links,
            Vouchers vouchers,
            Visits visits,
            Places places,
            Contacts contacts,
            Notices notices,
            Reminders reminders,
            LaterNotices laterNotices,
            SealedPaths seals,
            AuditTrail audit,
            Atomically atomically) {
        this.orders = orders;
        this.links = links;
        this.vouchers = vouchers;
        this.visits = visits;
        this.places = places;
        this.contacts = contacts;
        this.notices = notices;
        this.reminders = reminders;
        this.laterNotices = laterNotices;
        this.seals = seals;
        this.audit = audit;
        this.atomically = atomically;
    }

    /** The order to which a secret leads. */
    public Optional<Linked> behind(String secret) {
        return links.lead(secret)
                .flatMap(lead -> orders.find(lead.order()).map(order -> new Linked(order, lead.forGuest())));
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
            handTo(actor.person(), order);
            forget(order.resident());
            audit.note(actor.person(), "order-accepted", order.id().value().toString());
            return Outcome.done(orders.get(order.id()));
        });
    }

    /** With what was had of it already, of which they are asked in the guest's place. */
    private void handTo(PersonId person, Order order) {
        links.handOver(order.id(), person);
        vouchers.handTo(person, order.id());
        visits.handTo(person, order.id());
        reminders.handTo(person, order.id().value());
        laterNotices.handTo(person, order.resident(), order.id().value());
    }

    /** Nothing more goes to where the guest was written to, nor what is on its way there. */
    private void forget(PersonId guest) {
        contacts.forgetNoted(guest);
        notices.stop(guest);
    }

    /**
     * It is not theirs: nothing more is sent to where the letter came. The place expects somebody still.
     *
     * @param isTheirs what shows that it is
     * @throws Absent if the secret is none from a letter
     */
    Outcome<OrderId> decline(String secret, Predicate<Order> isTheirs) {
        var order = behind(secret).filter(Linked::forGuest).map(Linked::order).orElseThrow(GuestOrders::nothing);
        if (isTheirs.test(order)) {
            return Outcome.refused(CheckoutReason.PAID_BY_YOU);
        }
        return atomically.run(() -> {
            forget(order.resident());
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

    private Map<String, Object> facts(Order order) {
        var facts = new HashMap<String, Object>();
        facts.put("title", order.first().title());
        facts.put("place", places.get(order.place()).name());
        facts.put("totalMinor", order.total().minor());
        facts.put("balanceMinor", order.balance().minor());
        facts.put("currency", order.total().currency().getCurrencyCode());
        links.sealed(order.id()).ifPresent(path -> facts.put(SealedPaths.FACT, path));
        return facts;
    }

    private static Absent nothing() {
        return new Absent("a guest's order");
    }
}
