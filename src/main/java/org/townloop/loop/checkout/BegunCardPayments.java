package org.townloop.loop.checkout;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.payment.Intent;
import org.townloop.loop.payment.IntentId;
import org.townloop.loop.payment.Intents;
import org.townloop.loop.stored.Card;
import org.townloop.loop.stored.CardId;
import org.townloop.loop.stored.CardLeft;
import org.townloop.loop.stored.Cards;
import org.townloop.loop.stored.Reservation;
import org.townloop.loop.stored.ReservationState;
import org.townloop.loop.stored.Reservations;

/**
 * Records that somebody wants to pay with cards: what they are to pay is set aside in the transaction that records what a
 * gateway is asked for. Orders are locked by their ids, then cards by theirs.
 */
@Component
class BegunCardPayments {

    /** @param gateway null if cards are to pay all */
    record Asked(
            Actor payer,
            List<OrderId> orders,
            List<ChosenCard> chosen,
            @Nullable String gateway,
            String returnUrl) {

        Set<CardId> cards() {
            return chosen.stream().map(ChosenCard::card).collect(Collectors.toSet());
        }
    }

    /** @param whole whether cards have paid all; otherwise the payment is an intent */
    record Begun(UUID payment, boolean whole) {}

    private final Orders orders;
    private final Cards cards;
    private final Reservations reservations;
    private final Intents intents;
    private final PaidByCards paidByCards;
    private final Clock clock;

    BegunCardPayments(
            Orders orders,
            Cards cards,
            Reservations reservations,
            Intents intents,
            PaidByCards paidByCards,
            Clock clock) {
        this.orders = orders;
        this.cards = cards;
        this.reservations = reservations;
        this.intents = intents;
        this.paidByCards = paidByCards;
        this.clock = clock;
    }

    /**
     * In the caller's transaction, which is rolled back if it is refused.
     *
     * @param tooLong why the gateway may not hold the money of an order, if it may not
     * @throws Absent if one of the cards is not the payer's
     */
    Outcome<Begun> begin(Asked asked, Function<Order, Optional<Refusal>> tooLong) {
        var now = clock.instant();
        var together = orders.lock(asked.orders());
        var due = together.stream().filter(BegunPayments::isDue).toList();
        if (due.isEmpty()) {
            return Outcome.refused(BegunPayments.whyNothingIsDue(together));
        }
        if (!due.stream().allMatch(order -> StillFree.isInTime(order, now))) {
            return Outcome.refused(CheckoutReason.HOLD_EXPIRED);
        }
        var theirs = theirs(asked.payer().person(), asked.cards(), cards.lock(asked.cards()));
        var before = reservations.of(ids(due), ReservationState.OPEN);
        return switch (CardPlan.of(due, asked.chosen(), left(theirs, before, now), now)) {
            case Outcome.Refused<CardPlan>(var refusal) -> Outcome.refused(refusal);
            case Outcome.Done<CardPlan>(var plan) -> begin(asked, due, plan, before, tooLong);
        };
    }

    private Outcome<Begun> begin(
            Asked asked,
            List<Order> due,
            CardPlan plan,
            List<Reservation> before,
            Function<Order, Optional<Refusal>> tooLong) {
        var open = open(asked, plan, before);
        if (open.isPresent()) {
            return Outcome.done(new Begun(open.get().id().value(), false));
        }
        reservations.free(ids(due), Set.of());
        if (plan.isWhole()) {
            return paidByCards.pay(due, plan).map(payment -> new Begun(payment, true));
        }
        if (asked.gateway() == null) {
            return Outcome.refused(
                    Refusal.of(CheckoutReason.CARDS_PAY_LESS, "gateway", Map.of("rest", plan.toBring())));
        }
        var refusal = due.stream()
                .filter(order ->
                        Objects.requireNonNull(plan.rest().get(order.id())).isPositive())
                .flatMap(order -> tooLong.apply(order).stream())
                .findFirst();
        return refusal.isPresent() ? Outcome.refused(refusal.get()) : Outcome.done(record(asked, due, plan));
    }

    private Begun record(Asked asked, List<Order> due, CardPlan plan) {
        var intent = intents.draft(
                plan.shares(), asked.payer().person(), Objects.requireNonNull(asked.gateway()), asked.returnUrl());
        intents.record(List.of(intent));
        var id = intent.id().value();
        reservations.insert(plan.reservations(id, due, ReservationState.OPEN, clock.instant()));
        return new Begun(id, false);
    }

    /** A payment of theirs for which the same is set aside already, and which waits for the same gateway. */
    private Optional<Intent> open(Asked asked, CardPlan plan, List<Reservation> before) {
        var payments = before.stream().map(Reservation::payment).collect(Collectors.toSet());
        if (payments.size() != 1 || !plan.is(before)) {
            return Optional.empty();
        }
        return intents.find(new IntentId(payments.iterator().next()))
                .filter(intent -> intent.state().isOpen()
                        && intent.person().equals(asked.payer().person())
                        && intent.gateway().equals(asked.gateway())
                        && Set.copyOf(intent.shares()).equals(Set.copyOf(plan.shares())));
    }

    /** What the chosen would pay now; nothing is written. */
    Outcome<CardQuote> quote(PersonId payer, List<Order> together, List<ChosenCard> chosen) {
        var now = clock.instant();
        var due = together.stream().filter(BegunPayments::isDue).toList();
        if (due.isEmpty()) {
            return Outcome.refused(BegunPayments.whyNothingIsDue(together));
        }
        var ids = chosen.stream().map(ChosenCard::card).collect(Collectors.toSet());
        var theirs = theirs(payer, ids, List.copyOf(cards.get(ids).values()));
        var before = reservations.of(ids(due), ReservationState.OPEN);
        return CardPlan.of(due, chosen, left(theirs, before, now), now).map(CardPlan::quote);
    }

    private static List<Card> theirs(PersonId payer, Set<CardId> wanted, List<Card> found) {
        if (found.size() < wanted.size() || !found.stream().allMatch(card -> payer.equals(card.owner()))) {
            throw new Absent("a card of " + wanted);
        }
        return found;
    }

    /** What was set aside for these orders before is theirs to plan with. */
    private Map<CardId, CardLeft> left(List<Card> theirs, List<Reservation> before, Instant now) {
        return cards.left(theirs).stream()
                .map(card -> new CardLeft(card.card(), card.left().plus(own(card, before, now))))
                .collect(Collectors.toMap(card -> card.card().id(), card -> card));
    }

    private static Money own(CardLeft card, List<Reservation> before, Instant now) {
        return before.stream()
                .filter(one -> one.card().equals(card.card().id()) && one.isKept(now))
                .map(Reservation::amount)
                .reduce(Money.zero(card.left().currency()), Money::plus);
    }

    private static List<OrderId> ids(Collection<Order> orders) {
        return orders.stream().map(Order::id).toList();
    }
}
