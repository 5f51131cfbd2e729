package org.townloop.loop.checkout;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.payment.Intent;
import org.townloop.loop.payment.Intents;
import org.townloop.loop.payment.Share;
import org.townloop.loop.stored.Reservations;

/** Records that people want to pay, before any gateway is asked: each is judged by itself, by one statement a table. */
@Component
class BegunPayments {

    private final Orders orders;
    private final Intents intents;
    private final Reservations reservations;
    private final Clock clock;

    BegunPayments(Orders orders, Intents intents, Reservations reservations, Clock clock) {
        this.orders = orders;
        this.intents = intents;
        this.reservations = reservations;
        this.clock = clock;
    }

    /**
     * In the caller's transaction, which is to be committed whatever the answers are: who is refused has left nothing.
     *
     * @return the payment of each, begun now or gone on with, in their order
     */
    List<Outcome<Intent>> begin(List<PayAsked> asked) {
        var ids = asked.stream().flatMap(each -> each.orders().stream()).collect(Collectors.toSet());
        var locked = orders.lock(ids);
        var begun = new HashMap<>(intents.of(ids.stream().map(OrderId::value).toList()));
        var fresh = new ArrayList<Intent>();
        var outcomes = new ArrayList<Outcome<Intent>>();
        for (var each : asked) {
            var wanted = Set.copyOf(each.orders());
            var theirs =
                    locked.stream().filter(order -> wanted.contains(order.id())).toList();
            outcomes.add(begin(each, theirs, begun, fresh));
        }
        intents.record(fresh);
        freeCards(outcomes);
        return outcomes;
    }

    /** The same of those whose orders nobody else has locked; the others are left out, and nobody is waited for. */
    Map<PayAsked, Outcome<Intent>> beginFree(List<PayAsked> asked) {
        if (asked.isEmpty()) {
            return Map.of();
        }
        var free = orders.lockFree(asked.stream()
                .flatMap(each -> each.orders().stream())
                .distinct()
                .toList());
        var theirs =
                asked.stream().filter(each -> free.containsAll(each.orders())).toList();
        var begun = theirs.isEmpty() ? List.<Outcome<Intent>>of() : begin(theirs);
        var answers = new IdentityHashMap<PayAsked, Outcome<Intent>>();
        for (int i = 0; i < theirs.size(); i++) {
            answers.put(theirs.get(i), begun.get(i));
        }
        return answers;
    }

    /** Whoever pays another way needs no card any more. */
    private void freeCards(List<Outcome<Intent>> outcomes) {
        var begun = outcomes.stream()
                .flatMap(outcome ->
                        outcome instanceof Outcome.Done<Intent>(var intent) ? Stream.of(intent) : Stream.empty())
                .toList();
        reservations.free(
                begun.stream()
                        .flatMap(intent -> intent.shares().stream())
                        .map(share -> new OrderId(share.order()))
                        .collect(Collectors.toSet()),
                begun.stream().map(intent -> intent.id().value()).collect(Collectors.toSet()));
    }

    private Outcome<Intent> begin(
            PayAsked asked, List<Order> together, Map<UUID, List<Intent>> begun, List<Intent> fresh) {
        var due = together.stream().filter(BegunPayments::isDue).toList();
        if (due.isEmpty()) {
            return Outcome.refused(whyNothingIsDue(together));
        }
        var open = open(asked.payer(), due, begun);
        if (open.isPresent()) {
            return Outcome.done(open.get());
        }
        if (!due.stream().allMatch(order -> order.holdExpiresAt().isAfter(clock.instant()))) {
            return Outcome.refused(CheckoutReason.HOLD_EXPIRED);
        }
        var intent = intents.draft(shares(due), asked.payer().actor().person(), asked.gateway(), asked.returnUrl());
        fresh.add(intent);
        due.forEach(order -> begun.merge(order.id().value(), List.of(intent), BegunPayments::before));
        return Outcome.done(intent);
    }

    private static List<Intent> before(List<Intent> earlier, List<Intent> latest) {
        var all = new ArrayList<>(latest);
        all.addAll(earlier);
        return all;
    }

    static boolean isDue(Order order) {
        return order.state() == OrderState.HELD;
    }

    static CheckoutReason whyNothingIsDue(List<Order> together) {
        var states = together.stream().map(Order::state).collect(Collectors.toSet());
        if (!Collections.disjoint(
                states, Set.of(OrderState.PAID, OrderState.FULFILLED, OrderState.SETTLED, OrderState.DISPUTED))) {
            return CheckoutReason.ALREADY_PAID;
        }
        return states.contains(OrderState.EXPIRED) ? CheckoutReason.HOLD_EXPIRED : CheckoutReason.ALREADY_CLOSED;
    }

    /** One that was opened for something else than what is due now is left alone: what it brings too much goes back. */
    private static Optional<Intent> open(Paying.Payer payer, List<Order> due, Map<UUID, List<Intent>> begun) {
        return begun.getOrDefault(due.getFirst().id().value(), List.of()).stream()
                .filter(intent -> intent.state().isOpen() && payer.began().test(intent))
                .filter(intent -> new HashSet<>(intent.shares()).equals(new HashSet<>(shares(due))))
                .findFirst();
    }

    private static List<Share> shares(List<Order> due) {
        return due.stream()
                .map(order -> new Share(order.id().value(), order.due()))
                .toList();
    }
}
