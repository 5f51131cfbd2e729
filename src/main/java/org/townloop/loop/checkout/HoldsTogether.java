package org.townloop.loop.checkout;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.deal.Deal;
import org.townloop.loop.deal.DealSales;
import org.townloop.loop.ordering.Basket;
import org.townloop.loop.ordering.BasketId;
import org.townloop.loop.ordering.Baskets;
import org.townloop.supply.booking.Bookings;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;

/**
 * Holds several orders, all of them or none, in the caller's transaction: the entry point for whatever is wanted at once. A
 * refusal names the first item that cannot be had together with those before it.
 */
@Component
class HoldsTogether {

    static final int MOST = 20;

    private final Holds holds;
    private final Drafts drafts;
    private final Bookings bookings;
    private final Custody custody;
    private final DealSales sales;
    private final Baskets baskets;
    private final OneAtATime oneAtATime;
    private final TransactionTemplate savepoint;
    private final Clock clock;

    HoldsTogether(
            Holds holds,
            Drafts drafts,
            Bookings bookings,
            Custody custody,
            DealSales sales,
            Baskets baskets,
            OneAtATime oneAtATime,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.holds = holds;
        this.drafts = drafts;
        this.bookings = bookings;
        this.custody = custody;
        this.sales = sales;
        this.baskets = baskets;
        this.oneAtATime = oneAtATime;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.clock = clock;
    }

    /** What is wrong with the wishes before anything is asked of the calendar. */
    Optional<Refusal> check(List<HoldOrder> wishes) {
        if (wishes.isEmpty() || wishes.size() > MOST) {
            return Optional.of(Refusal.of(CheckoutReason.BASKET_SIZE, "items", Map.of("max", MOST)));
        }
        for (int i = 0; i < wishes.size(); i++) {
            var wrong = holds.check(wishes.get(i));
            if (wrong.isPresent()) {
                return Optional.of(HoldOrder.at(i, wrong.get()));
            }
        }
        return Optional.empty();
    }

    /** Where all of it is wanted; empty if that is more than one place, or none that is known. */
    Optional<PlaceId> onlyPlace(List<HoldOrder> wishes) {
        return holds.onlyPlace(wishes);
    }

    /** Before any transaction: what the calendar will want to know of ways is found out now. */
    void prepare(List<HoldOrder> wishes) {
        var known = holds.offers(wishes);
        for (var wish : wishes) {
            var offer = known.get(wish.offer());
            holds.start(wish, offer).ifPresent(start -> holds.prepare(wish, offer, start));
        }
    }

    /**
     * In the caller's transaction, which must be rolled back if this is refused.
     *
     * @param wishes that were {@link #check}ed
     * @param combined whether they are pieces of one appointment: one guest has all of them
     */
    Outcome<Basket> hold(Buyer buyer, List<HoldOrder> wishes, boolean combined) {
        return switch (drafts(buyer, wishes)) {
            case Outcome.Refused<List<Draft>>(var refusal) -> Outcome.refused(refusal);
            case Outcome.Done<List<Draft>>(var drafts) ->
                (combined ? apart(drafts) : Optional.<Refusal>empty())
                        .or(() -> refusal(buyer, drafts))
                        .map(Outcome::<Basket>refused)
                        .orElseGet(() -> Outcome.done(write(drafts, combined)));
        };
    }

    /** All are of one moment, and offers, deals and places are read once for all of them. */
    private Outcome<List<Draft>> drafts(Buyer buyer, List<HoldOrder> wishes) {
        var known = holds.offers(wishes);
        var deals = sales.open(known.keySet());
        var places = known.values().stream().map(Offer::place).collect(Collectors.toSet());
        return drafts.at(places, () -> drafts(buyer, wishes, known, deals));
    }

    private Outcome<List<Draft>> drafts(
            Buyer buyer, List<HoldOrder> wishes, Map<OfferId, Offer> known, Map<OfferId, Deal> deals) {
        var now = clock.instant();
        var drafts = new ArrayList<Draft>();
        for (var wish : wishes) {
            var offer = known.get(wish.offer());
            var start = holds.start(wish, offer);
            if (start.isEmpty()) {
                return Outcome.refused(
                        HoldOrder.at(drafts.size(), Refusal.of(CheckoutReason.SLOT_MISSING, "slotStart")));
            }
            switch (this.drafts.draft(buyer, wish, offer, deals.get(wish.offer()), start.get(), now)) {
                case Outcome.Refused<Draft>(var refusal) -> {
                    return Outcome.refused(HoldOrder.at(drafts.size(), refusal));
                }
                case Outcome.Done<Draft>(var draft) -> drafts.add(draft);
            }
        }
        return Outcome.done(endingTogether(drafts));
    }

    /** They are paid by one payment: what must be paid soonest says until when. */
    private static List<Draft> endingTogether(List<Draft> drafts) {
        var until = drafts.stream()
                .map(draft -> draft.order().holdExpiresAt())
                .min(Instant::compareTo)
                .orElseThrow();
        return drafts.stream().map(draft -> draft.heldUntil(until)).toList();
    }

    /** Nothing once all of it is taken. */
    private Optional<Refusal> refusal(Buyer buyer, List<Draft> drafts) {
        return unlike(drafts)
                .or(() -> holds.tooMany(buyer, drafts))
                .or(() -> unadmitted(drafts))
                .or(() -> untaken(drafts))
                .or(() -> unkept(drafts));
    }

    /** Whose turn it was has held, unless something else of the basket is refused: then all of it is rolled back. */
    private Optional<Refusal> unadmitted(List<Draft> drafts) {
        var admitted = sales.admit(
                drafts.stream().flatMap(draft -> draft.wanting().stream()).toList(), true);
        sales.held(admitted.called());
        for (int i = 0; i < drafts.size(); i++) {
            var why = admitted.refused().get(drafts.get(i).order().id().value());
            if (why != null) {
                return Optional.of(HoldOrder.at(i, why));
            }
        }
        return Optional.empty();
    }

    /** One guest has all of them. */
    private Optional<Refusal> apart(List<Draft> drafts) {
        return oneAtATime.refusal(drafts).map(wrong -> HoldOrder.at(wrong.getKey(), wrong.getValue()));
    }

    /** They are paid by one payment. */
    private static Optional<Refusal> unlike(List<Draft> drafts) {
        var first = drafts.getFirst();
        for (int i = 1; i < drafts.size(); i++) {
            var draft = drafts.get(i);
            if (!draft.offer().region().equals(first.offer().region())) {
                return Optional.of(HoldOrder.at(i, Refusal.of(CheckoutReason.BASKET_ONE_REGION, "offerId")));
            }
            if (!draft.order().total().currency().equals(first.order().total().currency())) {
                return Optional.of(HoldOrder.at(i, Refusal.of(CheckoutReason.BASKET_ONE_CURRENCY, "offerId")));
            }
        }
        return Optional.empty();
    }

    /** Takes all of it; if that cannot be, the first item is named that cannot be had together with those before it. */
    private Optional<Refusal> untaken(List<Draft> drafts) {
        var refused = take(drafts, true);
        var fitting = 0;
        var unfitting = drafts.size();
        while (refused.isPresent() && unfitting - fitting > 1) {
            var middle = (fitting + unfitting) / 2;
            var tried = take(drafts.subList(0, middle), false);
            if (tried.isPresent()) {
                refused = tried;
                unfitting = middle;
            } else {
                fitting = middle;
            }
        }
        var named = unfitting - 1;
        return refused.map(refusal -> HoldOrder.at(named, refusal));
    }

    /** @param keep whether what was taken stays taken */
    private Optional<Refusal> take(List<Draft> drafts, boolean keep) {
        return Objects.requireNonNull(savepoint.execute(status -> {
            var taken = bookings.hold(drafts.stream().map(Draft::request).toList());
            var refusal = taken instanceof Outcome.Refused(var why) ? Optional.of(why) : Optional.<Refusal>empty();
            if (refusal.isPresent() || !keep) {
                status.setRollbackOnly();
            }
            return refusal;
        }));
    }

    /** Their money waits at one gateway. */
    private Optional<Refusal> unkept(List<Draft> drafts) {
        for (int i = 0; i < drafts.size(); i++) {
            var unkept = drafts.get(i).order().terms().isOnlyAtShop()
                    ? Optional.of(Refusal.of(CheckoutReason.ONLY_AT_SHOP))
                    : custody.refusal(drafts.get(i));
            if (unkept.isPresent()) {
                return Optional.of(HoldOrder.at(i, unkept.get()));
            }
        }
        return custody.isHeldByOne(drafts.stream().map(Draft::order).toList())
                ? Optional.empty()
                : Optional.of(Refusal.of(CheckoutReason.BASKET_NO_GATEWAY, "items"));
    }

    private Basket write(List<Draft> drafts, boolean combined) {
        var written = holds.write(drafts.stream().map(Draft::order).toList());
        var first = written.getFirst();
        var basket = new Basket(new BasketId(Ids.next(first.id().region(), first.createdAt())), written);
        baskets.insert(basket, combined);
        return basket;
    }
}
