package org.townloop.loop.checkout;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.AuditTrail;
import org.townloop.base.identity.Contact;
import org.townloop.base.identity.Contacts;
import org.townloop.base.identity.People;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.ordering.PayLinks;
import org.townloop.loop.ordering.Pays;
import org.townloop.loop.voucher.ScanAnswer;
import org.townloop.loop.voucher.Vouchers;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.merchant.Workplaces;
import org.townloop.supply.offer.Offers;

/**
 * Orders that staff take for somebody: paid at the shop, then they are booked at once and no money of them passes here;
 * or by a link that is good for two hours.
 */
@Component
public class StaffOrders {

    /** How long time or day wait for somebody who got a link. */
    public static final Duration LINK_KEPT = Duration.ofHours(2);

    private record OrderRef(OrderId id) {}

    private final Holds holds;
    private final Orders orders;
    private final Offers offers;
    private final PayLinks links;
    private final GuestOrders guests;
    private final Vouchers vouchers;
    private final Redemptions redemptions;
    private final Workplaces workplaces;
    private final People people;
    private final Contacts contacts;
    private final AuditTrail audit;
    private final Idempotency idempotency;

    StaffOrders(
            Holds holds,
            Orders orders,
            Offers offers,
            PayLinks links,
            GuestOrders guests,
            Vouchers vouchers,
            Redemptions redemptions,
            Workplaces workplaces,
            People people,
            Contacts contacts,
            AuditTrail audit,
            Idempotency idempotency) {
        this.holds = holds;
        this.orders = orders;
        this.offers = offers;
        this.links = links;
        this.guests = guests;
        this.vouchers = vouchers;
        this.redemptions = redemptions;
        this.workplaces = workplaces;
        this.people = people;
        this.contacts = contacts;
        this.audit = audit;
        this.idempotency = idempotency;
    }

    /**
     * Takes an order. The same key takes it once; a link is made anew each time, and the earlier one opens nothing.
     *
     * @throws org.townloop.base.kernel.Absent if the actor does not work at the place
     */
    public Outcome<StaffOrder.Taken> take(Actor staff, StaffOrder wanted, String key) {
        var place = workplaces.get(staff, Right.REDEEM, wanted.place());
        var wrong = check(wanted, place);
        if (wrong != null) {
            return Outcome.refused(wrong);
        }
        var start = wanted.wish().slotStart();
        if (start != null) {
            holds.prepare(wanted.wish(), start);
        }
        var taken = idempotency.once(
                new Idempotency.Call(staff.person().value(), "take-order", key, wanted),
                OrderRef.class,
                () -> hold(staff, wanted, place).map(OrderRef::new));
        return taken.map(ref -> handOver(staff, orders.get(ref.id())));
    }

    /**
     * An order that was taken at a place of the actor's.
     *
     * @throws org.townloop.base.kernel.Absent if there is none
     */
    public Order get(Actor staff, OrderId id) {
        var order = orders.get(id);
        workplaces.get(staff, Right.REDEEM, order.place());
        return order;
    }

    /**
     * The guest stands there and has paid at the shop: all that is left of the order is redeemed, as if its vouchers had
     * been scanned. Each press is a scan of its own: what was refused yesterday may be right today, and what was had is
     * had once, however often it is pressed.
     */
    public Outcome<List<ScanAnswer>> had(Actor staff, OrderId id) {
        var order = get(staff, id);
        if (order.pays() != Pays.SHOP) {
            return Outcome.refused(CheckoutReason.NOT_PAID_HERE);
        }
        var scans = vouchers.of(id).stream()
                .filter(voucher -> voucher.unitsLeft() > 0)
                .map(voucher ->
                        new Scan(vouchers.token(voucher), "had-" + UUID.randomUUID(), voucher.unitsLeft(), null, null))
                .toList();
        return scans.isEmpty()
                ? Outcome.refused(CheckoutReason.ALREADY_USED)
                : redemptions.redeem(staff, order.place(), scans);
    }

    @Nullable
    Refusal check(StaffOrder wanted, Place place) {
        var wish = wanted.wish();
        var offer = offers.get(List.of(wish.offer())).get(wish.offer());
        if (offer == null || !offer.place().equals(place.id())) {
            return Refusal.of(CheckoutReason.OFFER_UNKNOWN, "offerId");
        }
        if (!wanted.name().isBlank() && !People.isName(wanted.name())) {
            return Refusal.of(CheckoutReason.GUEST_NAME_TOO_LONG, "name", Map.of("max", People.LONGEST_NAME));
        }
        return holds.check(wish).orElse(null);
    }

    private Outcome<OrderId> hold(Actor staff, StaffOrder wanted, Place place) {
        var start = wanted.wish().slotStart();
        if (start == null) {
            return Outcome.refused(Refusal.of(CheckoutReason.SLOT_MISSING, "slotStart"));
        }
        return switch (guest(staff, wanted, place)) {
            case Outcome.Refused<PersonId>(var refusal) -> Outcome.refused(refusal);
            case Outcome.Done<PersonId>(var guest) -> {
                var kept = wanted.pays() == Pays.SHOP ? Holds.KEPT : LINK_KEPT;
                yield holds.hold(new Buyer(guest, wanted.pays(), kept, false), wanted.wish(), start)
                        .map(order -> noted(staff, order, !wanted.contact().isBlank()));
            }
        };
    }

    private OrderId noted(Actor staff, Order order, boolean isReached) {
        if (isReached) {
            guests.write(order, staff.person());
        }
        audit.note(
                staff.person(),
                "order-taken-" + order.pays().name().toLowerCase(Locale.ROOT),
                order.id().value().toString());
        return order.id();
    }

    /**
     * A record of the guest's own, of whom nobody needs to know more than that they are expected. Whose contact it is
     * besides, the staff do not learn: it may have been misheard, and nobody's account is joined without being asked.
     */
    private Outcome<PersonId> guest(Actor staff, StaffOrder wanted, Place place) {
        if (wanted.contact().isBlank()) {
            return Outcome.done(newGuest(staff, wanted, place));
        }
        return switch (contacts.read(wanted.contact(), place.region())) {
            case Outcome.Refused<Contact>(var refusal) ->
                Outcome.refused(Refusal.of(refusal.reason(), "contact", refusal.facts()));
            case Outcome.Done<Contact>(var contact) -> {
                var guest = newGuest(staff, wanted, place);
                contacts.note(guest, contact);
                yield Outcome.done(guest);
            }
        };
    }

    private PersonId newGuest(Actor staff, StaffOrder wanted, Place place) {
        var chinese = staff.language().getLanguage().equals("zh");
        var name = wanted.name().isBlank() ? (chinese ? "到店客人" : "Walk-in guest") : wanted.name();
        return people.create(place.region(), name, staff.language()).id();
    }

    private StaffOrder.Taken handOver(Actor staff, Order order) {
        if (order.pays() == Pays.SHOP || order.state() != OrderState.HELD) {
            return new StaffOrder.Taken(order, null);
        }
        return new StaffOrder.Taken(order, links.renew(order.id(), staff.person()));
    }
}
