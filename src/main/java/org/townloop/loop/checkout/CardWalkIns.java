package org.townloop.loop.checkout;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.AuditTrail;
import org.townloop.base.identity.People;
import org.townloop.base.identity.Right;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Reason;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.ordering.Pays;
import org.townloop.loop.stored.Card;
import org.townloop.loop.stored.CardCodes;
import org.townloop.loop.stored.Cards;
import org.townloop.supply.merchant.Workplaces;

/**
 * Staff take an order for somebody who stands there and shows a card that pays all of it. It is the owner's own order, with
 * vouchers and a visit like any other: held and paid in one transaction, or neither.
 */
@Component
public class CardWalkIns {

    /** What would say to staff how much is left. */
    private static final Set<Reason> TOO_LITTLE =
            Set.of(CheckoutReason.CARD_HAS_LESS, CheckoutReason.CARD_HAS_FEWER_USES, CheckoutReason.CARDS_PAY_LESS);

    private record OrderRef(OrderId id) {}

    private final StaffOrders staffOrders;
    private final Holds holds;
    private final BegunCardPayments payments;
    private final Orders orders;
    private final Cards cards;
    private final CardCodes codes;
    private final People people;
    private final Workplaces workplaces;
    private final AuditTrail audit;
    private final Idempotency idempotency;
    private final Clock clock;

    CardWalkIns(
            StaffOrders staffOrders,
            Holds holds,
            BegunCardPayments payments,
            Orders orders,
            Cards cards,
            CardCodes codes,
            People people,
            Workplaces workplaces,
            AuditTrail audit,
            Idempotency idempotency,
            Clock clock) {
        this.staffOrders = staffOrders;
        this.holds = holds;
        this.payments = payments;
        this.orders = orders;
        this.cards = cards;
        this.codes = codes;
        this.people = people;
        this.workplaces = workplaces;
        this.audit = audit;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /**
     * Takes the order, and the card pays it. The same key takes it once.
     *
     * @param code that its owner shows
     * @throws org.townloop.base.kernel.Absent if the actor does not work at the place
     */
    public Outcome<StaffOrder.Taken> take(Actor staff, StaffOrder wanted, String code, String key) {
        var place = workplaces.get(staff, Right.REDEEM, wanted.place());
        var wrong = staffOrders.check(wanted, place);
        if (wrong != null) {
            return Outcome.refused(wrong);
        }
        var start = wanted.wish().slotStart();
        if (start == null) {
            return Outcome.refused(Refusal.of(CheckoutReason.SLOT_MISSING, "slotStart"));
        }
        holds.prepare(wanted.wish(), start);
        var call = new Idempotency.Call(
                staff.person().value(), "take-order-by-card", key, List.of(wanted, CardCodes.plain(code)));
        return idempotency
                .once(call, OrderRef.class, () -> taken(staff, wanted, code).map(OrderRef::new))
                .map(ref -> new StaffOrder.Taken(orders.get(ref.id()), null));
    }

    private Outcome<OrderId> taken(Actor staff, StaffOrder wanted, String code) {
        var found = codes.find(code)
                .flatMap(cards::find)
                .filter(card -> card.place().equals(wanted.place()) && card.isGood(clock.instant()));
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of(CheckoutReason.CARD_CODE_UNKNOWN, "card"));
        }
        var card = found.get();
        var owner = owner(card);
        var buyer = new Buyer(owner.person(), Pays.ESCROW, Holds.KEPT, false);
        var start = Objects.requireNonNull(wanted.wish().slotStart());
        return holds.hold(buyer, wanted.wish(), start).then(order -> paid(staff, owner, order, card, code));
    }

    private Outcome<OrderId> paid(Actor staff, Actor owner, Order order, Card card, String code) {
        var all = List.of(new ChosenCard(card.id(), null));
        var asked = new BegunCardPayments.Asked(owner, List.of(order.id()), all, null, "");
        if (payments.begin(asked, any -> Optional.empty())
                instanceof Outcome.Refused<BegunCardPayments.Begun>(var refusal)) {
            return Outcome.refused(
                    TOO_LITTLE.contains(refusal.reason())
                            ? Refusal.of(CheckoutReason.CARD_DRAW_TOO_MUCH, "card")
                            : refusal);
        }
        if (!codes.use(card.id(), code)) {
            return Outcome.refused(Refusal.of(CheckoutReason.CARD_CODE_UNKNOWN, "card"));
        }
        audit.note(staff.person(), "order-taken-card", order.id().value().toString());
        return Outcome.done(order.id());
    }

    /** Who shows a card acts by that, and by nothing else of theirs. */
    private Actor owner(Card card) {
        var id = Objects.requireNonNull(card.owner(), "what is nobody's is not shown");
        var person = people.get(id);
        return new Actor(id, person.name(), person.region(), person.language(), List.of());
    }
}
