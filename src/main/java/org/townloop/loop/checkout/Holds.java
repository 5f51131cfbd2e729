package org.townloop.loop.checkout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.deal.DealSales;
import org.townloop.loop.deal.Standing;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.Pays;
import org.townloop.supply.booking.Bookings;
import org.townloop.supply.booking.Doorsteps;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;

/** The hold transaction: an order at the server's price, with its time and staff or its day kept for some minutes. */
@Component
class Holds {

    static final Duration KEPT = Duration.ofMinutes(10);

    private final HoldLimits limits;
    private final AtShopLimits atShop;
    private final Drafts drafts;
    private final Offers offers;
    private final Custody custody;
    private final Bookings bookings;
    private final Doorsteps doorsteps;
    private final HeldOrders held;
    private final DeliveryHolds deliveries;
    private final DealSales sales;
    private final Clock clock;

    Holds(
            HoldLimits limits,
            AtShopLimits atShop,
            Drafts drafts,
            Offers offers,
            Custody custody,
            Bookings bookings,
            Doorsteps doorsteps,
            HeldOrders held,
            DeliveryHolds deliveries,
            DealSales sales,
            Clock clock) {
        this.limits = limits;
        this.atShop = atShop;
        this.drafts = drafts;
        this.offers = offers;
        this.custody = custody;
        this.bookings = bookings;
        this.doorsteps = doorsteps;
        this.held = held;
        this.deliveries = deliveries;
        this.sales = sales;
        this.clock = clock;
    }

    /** What is wrong with the wish before anything is asked of the calendar. */
    Optional<Refusal> check(HoldOrder wish) {
        return WishRules.refusal(wish);
    }

    /** What is wanted, as it is sold now; null if there is no such offer. */
    @Nullable
    Offer offer(HoldOrder wish) {
        return offers.get(List.of(wish.offer())).get(wish.offer());
    }

    /** The same of many. */
    Map<OfferId, Offer> offers(List<HoldOrder> wishes) {
        return offers.get(wishes.stream().map(HoldOrder::offer).distinct().toList());
    }

    /** Where all of it is wanted; empty if that is more than one place, or none that is known. */
    Optional<PlaceId> onlyPlace(List<HoldOrder> wishes) {
        var places =
                offers(wishes).values().stream().map(Offer::place).distinct().toList();
        return places.size() == 1 ? Optional.of(places.getFirst()) : Optional.empty();
    }

    Optional<Instant> start(HoldOrder wish) {
        return start(wish, offer(wish));
    }

    /** When it is to begin: what is opened online begins at once, whatever the wish says; empty if it says nothing. */
    Optional<Instant> start(HoldOrder wish, @Nullable Offer offer) {
        return offer != null && offer.isOnline() ? Optional.of(clock.instant()) : Optional.ofNullable(wish.slotStart());
    }

    /** Before any transaction: what the calendar will want to know of ways is found out now. */
    void prepare(HoldOrder wish, Instant start) {
        prepare(wish, wish.site() == null ? null : offer(wish), start);
    }

    void prepare(HoldOrder wish, @Nullable Offer offer, Instant start) {
        if (wish.site() != null && offer != null) {
            doorsteps.learnWays(offer, wish.wish(start));
        }
    }

    /** Before any transaction: why it cannot begin then whatever it costs; a price is none for a time that is not sold. */
    Optional<Refusal> shut(Offer offer, Instant start) {
        return doorsteps.shut(offer, start);
    }

    /** In the caller's transaction, for ten minutes. */
    Outcome<Order> hold(Actor actor, HoldOrder wish, Instant start) {
        return hold(buyer(actor, wish), wish, start);
    }

    private static Buyer buyer(Actor actor, HoldOrder wish) {
        return wish.isAtShop() ? new Buyer(actor.person(), Pays.SHOP, KEPT, true) : buyer(actor);
    }

    static Buyer buyer(Actor actor) {
        return new Buyer(actor.person(), Pays.ESCROW, KEPT, true);
    }

    /** In the caller's transaction, for ten minutes: one order of all of them. A refusal names the item that is wrong. */
    Outcome<Order> holdTogether(Actor actor, List<HoldOrder> wishes, Instant start) {
        var held = deliveries.hold(buyer(actor), wishes, start);
        return held instanceof Outcome.Refused<Order>(var refusal)
                ? Outcome.refused(HoldOrder.named(refusal, wishes))
                : held;
    }

    /** In the caller's transaction. */
    Outcome<Order> hold(Buyer buyer, HoldOrder wish, Instant start) {
        var offer = offer(wish);
        if (wish.isAtShop() && (offer == null || offer.atShop() == null)) {
            return Outcome.refused(Refusal.of(CheckoutReason.NOT_AT_SHOP, "pays"));
        }
        if (offer != null && offer.article() != null) {
            return deliveries.hold(buyer, List.of(wish), start);
        }
        return switch (drafts.draft(buyer, wish, offer, start, clock.instant())) {
            case Outcome.Refused<Draft>(var refusal) -> Outcome.refused(refusal);
            case Outcome.Done<Draft>(var draft) ->
                tooMany(buyer, List.of(draft))
                        .or(() -> unpaid(buyer, draft))
                        .map(Outcome::<Order>refused)
                        .orElseGet(() -> hold(draft));
        };
    }

    /** Why the buyer may keep no more for now, all of this together. */
    Optional<Refusal> tooMany(Buyer buyer, List<Draft> drafts) {
        var units = new TreeMap<PlaceId, Integer>(Comparator.comparing(PlaceId::value));
        drafts.forEach(draft -> units.merge(draft.offer().place(), draft.asked().quantity(), Integer::sum));
        return buyer.limited() ? limits.check(buyer.person(), units) : Optional.empty();
    }

    /** Why it cannot be booked without being paid. */
    private Optional<Refusal> unpaid(Buyer buyer, Draft draft) {
        return buyer.limited() && buyer.pays() == Pays.SHOP
                ? atShop.refusal(draft.order(), draft.offer())
                : Optional.empty();
    }

    boolean isOneOrderOfGoods(List<HoldOrder> wishes) {
        var known = offers(wishes);
        return !wishes.isEmpty()
                && known.values().stream().allMatch(offer -> offer.article() != null)
                && DeliveryGroups.isOne(wishes, known);
    }

    private Outcome<Order> hold(Draft draft) {
        var tooLong = custody.refusalIfOnline(draft);
        if (tooLong.isPresent()) {
            return Outcome.refused(tooLong.get());
        }
        return admitted(draft.wanting().stream().toList())
                .then(called -> bookings.hold(List.of(draft.request())).map(claimed -> {
                    sales.held(called);
                    return write(draft.order());
                }));
    }

    /** Whose turn it was, if all of them may hold pieces of deals. The deals stay locked. */
    Outcome<List<Standing>> admitted(List<DealSales.Wanting> wanting) {
        var admitted = sales.admit(wanting, true);
        return admitted.refused().values().stream()
                .findFirst()
                .map(Outcome::<List<Standing>>refused)
                .orElseGet(() -> Outcome.done(admitted.called()));
    }

    /** What it wants is taken. */
    Order write(Order order) {
        return write(List.of(order)).getFirst();
    }

    /** The same of many, by one statement a table. */
    List<Order> write(List<Order> orders) {
        held.insert(orders);
        return held.settled(orders);
    }
}
