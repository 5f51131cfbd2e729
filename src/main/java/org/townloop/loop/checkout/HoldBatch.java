package org.townloop.loop.checkout;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Together;
import org.townloop.base.kernel.Turns;
import org.townloop.loop.deal.DealSales;
import org.townloop.loop.deal.Standing;
import org.townloop.loop.ordering.Order;
import org.townloop.supply.booking.Bookings;
import org.townloop.supply.booking.SoldOut;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.Offers;

/**
 * Many holds in one transaction, each judged by itself, with one statement a table. Who is refused leaves nothing behind;
 * nobody is waited for.
 */
@Component
class HoldBatch {

    /** Somebody wants something, and what was known to be sold out at its place before anything was read. */
    record Wanted(HoldAsked asked, SoldOut.Here known) {}

    /**
     * What became of them.
     *
     * @param answers in the order in which they were asked; empty: somebody would have to be waited for
     * @param refusals that were found now
     */
    record Answered(List<Optional<Outcome<Order>>> answers, Map<Wanted, Refusal> refusals) {}

    private record Drafted(Wanted wanted, Draft draft) {}

    private final Turns turns;
    private final Idempotency idempotency;
    private final Offers offers;
    private final Drafts drafts;
    private final HoldLimits limits;
    private final Bookings bookings;
    private final Custody custody;
    private final DealSales sales;
    private final HeldOrders held;
    private final SoldOut soldOut;
    private final Clock clock;

    HoldBatch(
            Turns turns,
            Idempotency idempotency,
            Offers offers,
            Drafts drafts,
            HoldLimits limits,
            Bookings bookings,
            Custody custody,
            DealSales sales,
            HeldOrders held,
            SoldOut soldOut,
            Clock clock) {
        this.turns = turns;
        this.idempotency = idempotency;
        this.offers = offers;
        this.drafts = drafts;
        this.limits = limits;
        this.bookings = bookings;
        this.custody = custody;
        this.sales = sales;
        this.held = held;
        this.soldOut = soldOut;
        this.clock = clock;
    }

    /** Before the transaction: what is found in it is noted on these pages, unless something has changed meanwhile. */
    List<Wanted> wanted(List<HoldAsked> asked) {
        var pages = new HashMap<PlaceId, SoldOut.Here>();
        return asked.stream()
                .map(each -> new Wanted(each, pages.computeIfAbsent(each.offer().place(), soldOut::at)))
                .toList();
    }

    /** In the caller's transaction, which is to be committed whatever the answers are. */
    Answered hold(List<Wanted> wanted) {
        turns.waitAtMost(Together.LOCKED);
        var answers = new IdentityHashMap<Wanted, Outcome<Order>>();
        var open = unanswered(wanted, answers);
        var refusals = new IdentityHashMap<Wanted, Refusal>();
        var places = open.stream().map(each -> each.asked().offer().place()).collect(Collectors.toSet());
        var drafted = places.isEmpty() ? List.<Drafted>of() : drafts.at(places, () -> drafted(open, refusals));
        var permitted = permitted(drafted, refusals);
        var admitted = sales.admit(
                permitted.stream()
                        .flatMap(each -> each.draft().wanting().stream())
                        .toList(),
                false);
        var granted = granted(admitted(permitted, admitted, refusals), refusals);
        sales.held(turnsOf(granted, admitted));
        answers.putAll(written(granted));
        refusals.forEach((each, refusal) -> answers.put(each, Outcome.refused(refusal)));
        return new Answered(
                wanted.stream()
                        .map(each -> Optional.ofNullable(answers.get(each)))
                        .toList(),
                refusals);
    }

    /** After the commit: the next who want the same are told from memory. */
    void remember(Answered answered) {
        answered.refusals()
                .forEach((each, refusal) -> each.known()
                        .note(each.asked().offer().id(), each.asked().wanted(), refusal));
    }

    /** Those of whom nothing is known, each key once: who asks twice at a time finds the answer a moment later. */
    private List<Wanted> unanswered(List<Wanted> wanted, Map<Wanted, Outcome<Order>> answers) {
        var before = idempotency.answered(
                wanted.stream().map(each -> each.asked().call()).toList(), Order.class);
        var keys = new HashSet<>();
        var open = new ArrayList<Wanted>();
        for (var each : wanted) {
            var call = each.asked().call();
            var answer = before.get(call);
            var known =
                    each.known().refusal(each.asked().offer().id(), each.asked().wanted());
            if (answer != null) {
                answers.put(each, answer);
            } else if (known.isPresent()) {
                answers.put(each, Outcome.refused(known.get()));
            } else if (keys.add(List.of(call.person(), call.route(), call.key()))) {
                open.add(each);
            }
        }
        return open;
    }

    /** Orders as they are to be, at the prices of now. */
    private List<Drafted> drafted(List<Wanted> open, Map<Wanted, Refusal> refusals) {
        var ids = open.stream().map(each -> each.asked().offer().id()).collect(Collectors.toSet());
        var sold = offers.get(ids);
        var deals = sales.open(ids);
        var now = clock.instant();
        var drafted = new ArrayList<Drafted>();
        for (var each : open) {
            var asked = each.asked();
            var drawn = drafts.draft(
                    Holds.buyer(asked.actor()),
                    asked.wish(),
                    sold.get(asked.offer().id()),
                    deals.get(asked.offer().id()),
                    asked.start(),
                    now);
            switch (drawn) {
                case Outcome.Refused<Draft>(var refusal) -> refusals.put(each, refusal);
                case Outcome.Done<Draft>(var draft) -> drafted.add(new Drafted(each, draft));
            }
        }
        return drafted;
    }

    /** Those who may hold so much, and whose money a gateway may hold. */
    private List<Drafted> permitted(List<Drafted> drafted, Map<Wanted, Refusal> refusals) {
        if (drafted.isEmpty()) {
            return List.of();
        }
        var limited = limits.checkEach(drafted.stream().map(Drafted::draft).toList());
        return drafted.stream()
                .filter(each -> !limited.apart().contains(each.draft().order().id()))
                .filter(each ->
                        passes(each, limited.refused().get(each.draft().order().id()), refusals))
                .filter(each ->
                        passes(each, custody.refusalIfOnline(each.draft()).orElse(null), refusals))
                .toList();
    }

    private static boolean passes(Drafted each, @Nullable Refusal why, Map<Wanted, Refusal> refusals) {
        if (why != null) {
            refusals.put(each.wanted(), why);
        }
        return why == null;
    }

    /** Those whose deal nobody else sells at this moment, and whose turn it is if there is a line. */
    private static List<Drafted> admitted(
            List<Drafted> permitted, DealSales.Admitted admitted, Map<Wanted, Refusal> refusals) {
        return permitted.stream()
                .filter(each ->
                        !admitted.apart().contains(each.draft().order().id().value()))
                .filter(each -> passes(
                        each, admitted.refused().get(each.draft().order().id().value()), refusals))
                .toList();
    }

    private static List<Standing> turnsOf(List<Drafted> granted, DealSales.Admitted admitted) {
        var orders =
                granted.stream().map(each -> each.draft().order().id().value()).collect(Collectors.toSet());
        return admitted.called().stream()
                .filter(turn -> orders.contains(turn.order()))
                .toList();
    }

    /** Those who have it now. */
    private List<Drafted> granted(List<Drafted> permitted, Map<Wanted, Refusal> refusals) {
        if (permitted.isEmpty()) {
            return List.of();
        }
        var holding = bookings.holdEach(
                permitted.stream().map(each -> each.draft().request()).toList());
        permitted.forEach(each ->
                passes(each, holding.refused().get(each.draft().order().id().value()), refusals));
        return permitted.stream()
                .filter(each ->
                        holding.held().contains(each.draft().order().id().value()))
                .toList();
    }

    private Map<Wanted, Outcome<Order>> written(List<Drafted> granted) {
        if (granted.isEmpty()) {
            return Map.of();
        }
        var orders = granted.stream().map(each -> each.draft().order()).toList();
        held.insert(orders);
        var settled = held.settled(orders);
        var answers = new IdentityHashMap<Wanted, Outcome<Order>>();
        var stored = new LinkedHashMap<Idempotency.Call, Order>();
        for (int i = 0; i < granted.size(); i++) {
            var wanted = granted.get(i).wanted();
            answers.put(wanted, Outcome.done(settled.get(i)));
            stored.put(wanted.asked().call(), settled.get(i));
        }
        idempotency.store(stored);
        return answers;
    }
}
