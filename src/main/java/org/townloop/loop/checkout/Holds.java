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
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.Pays;
import org.townloop.supply.booking.Bookings;
import org.townloop.supply.booking.Doorsteps;
import org.townloop.supply.booking.Pricing;
import org.townloop.supply.booking.Wish;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Stay;
import org.townloop.supply.pack.Packs;
import tools.jackson.databind.json.JsonMapper;

/** The hold transaction: an order at the server's price, with its time and staff or its day kept for some minutes. */
@Component
class Holds {

    static final Duration KEPT = Duration.ofMinutes(10);

    private final HoldLimits limits;
    private final Offers offers;
    private final Packs packs;
    private final OrderDrafts drafts;
    private final Askings askings;
    private final Custody custody;
    private final Bookings bookings;
    private final Doorsteps doorsteps;
    private final Pricing pricing;
    private final HeldOrders held;
    private final DeliveryHolds deliveries;
    private final JsonMapper json;
    private final Clock clock;

    Holds(
            HoldLimits limits,
            Offers offers,
            Packs packs,
            OrderDrafts drafts,
            Askings askings,
            Custody custody,
            Bookings bookings,
            Doorsteps doorsteps,
            Pricing pricing,
            HeldOrders held,
            DeliveryHolds deliveries,
            JsonMapper json,
            Clock clock) {
        this.limits = limits;
        this.offers = offers;
        this.packs = packs;
        this.drafts = drafts;
        this.askings = askings;
        this.custody = custody;
        this.bookings = bookings;
        this.doorsteps = doorsteps;
        this.pricing = pricing;
        this.held = held;
        this.deliveries = deliveries;
        this.json = json;
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

    /** Where all of it is wanted; empty if that is more than one place, or none that is known. */
    Optional<PlaceId> onlyPlace(List<HoldOrder> wishes) {
        var ids = wishes.stream().map(HoldOrder::offer).distinct().toList();
        var places =
                offers.get(ids).values().stream().map(Offer::place).distinct().toList();
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
        var offer = wish.site() == null ? null : offer(wish);
        if (offer != null) {
            doorsteps.learnWays(offer, wish.wish(start));
        }
    }

    /** In the caller's transaction, for ten minutes. */
    Outcome<Order> hold(Actor actor, HoldOrder wish, Instant start) {
        return hold(new Buyer(actor.person(), Pays.ESCROW, KEPT, true), wish, start);
    }

    /** In the caller's transaction, for ten minutes: one order of all of them. */
    Outcome<Order> holdTogether(Actor actor, List<HoldOrder> wishes, Instant start) {
        return deliveries.hold(new Buyer(actor.person(), Pays.ESCROW, KEPT, true), wishes, start);
    }

    /** In the caller's transaction. */
    Outcome<Order> hold(Buyer buyer, HoldOrder wish, Instant start) {
        var offer = offer(wish);
        if (offer != null && offer.article() != null) {
            return deliveries.hold(buyer, List.of(wish), start);
        }
        return switch (draft(buyer, wish, offer, start, clock.instant())) {
            case Outcome.Refused<Draft>(var refusal) -> Outcome.refused(refusal);
            case Outcome.Done<Draft>(var draft) ->
                tooMany(buyer, List.of(draft)).map(Outcome::<Order>refused).orElseGet(() -> hold(draft));
        };
    }

    /** Why the buyer may keep no more for now, all of this together. */
    Optional<Refusal> tooMany(Buyer buyer, List<Draft> drafts) {
        var units = new TreeMap<PlaceId, Integer>(Comparator.comparing(PlaceId::value));
        drafts.forEach(draft -> units.merge(draft.offer().place(), draft.asked().quantity(), Integer::sum));
        return buyer.limited() ? limits.check(buyer.person(), units) : Optional.empty();
    }

    /** An order as it is to be, at the server's price; nothing is written or taken. */
    Outcome<Draft> draft(Buyer buyer, HoldOrder wish, Instant start, Instant now) {
        return draft(buyer, wish, offer(wish), start, now);
    }

    private Outcome<Draft> draft(Buyer buyer, HoldOrder wish, @Nullable Offer offer, Instant start, Instant now) {
        if (offer == null) {
            return Outcome.refused(Refusal.of(CheckoutReason.OFFER_UNKNOWN, "offerId"));
        }
        if (offer.isOnline() && !buyer.limited()) {
            return Outcome.refused(Refusal.of(CheckoutReason.ONLY_ONLINE, "offerId"));
        }
        if (offer.article() != null) {
            return Outcome.refused(Refusal.of(CheckoutReason.GOODS_APART, "offerId"));
        }
        var asked = wish.wish(start);
        var unfit = unfit(buyer, offer, asked, wish.answers());
        if (unfit.isPresent()) {
            return Outcome.refused(unfit.get());
        }
        return switch (pricing.unit(offer, asked)) {
            case Outcome.Refused<Money>(var refusal) -> Outcome.refused(refusal);
            case Outcome.Done<Money>(var unit) ->
                buyer.limited() && offer.arrangement() instanceof Stay && asked.guests() == null
                        ? Outcome.refused(Refusal.of(CheckoutReason.GUESTS_MISSING, "answers." + HoldOrder.GUESTS))
                        : draft(buyer, offer, wish, asked, unit, now);
        };
    }

    boolean isOneOrderOfGoods(List<HoldOrder> wishes) {
        var known = offers.get(wishes.stream().map(HoldOrder::offer).distinct().toList());
        return !wishes.isEmpty()
                && known.values().stream().allMatch(offer -> offer.article() != null)
                && DeliveryGroups.isOne(wishes, known);
    }

    /** What the trade asks and checks. */
    private Optional<Refusal> unfit(Buyer buyer, Offer offer, Wish asked, Map<String, String> answers) {
        var pack = packs.get(offer.pack(), offer.packVersion());
        var asking = askings.of(offer, asked, answers);
        return buyer.limited() ? packs.refusal(pack, asking) : packs.failedCheck(pack, asking);
    }

    private Outcome<Draft> draft(Buyer buyer, Offer offer, HoldOrder wish, Wish asked, Money unit, Instant now) {
        var menu = buyer.limited() ? offer.menu() : offer.menu().withoutLeast();
        var tooLate = menu.tooLate(wish.answers(), asked.start(), now);
        if (tooLate.isPresent()) {
            return Outcome.refused(tooLate.get());
        }
        return switch (menu.extra(wish.answers(), wish.quantity(), unit)) {
            case Outcome.Refused<Money>(var refusal) -> Outcome.refused(refusal);
            case Outcome.Done<Money>(var extra) ->
                asShown(wish, drafts.of(buyer, offer, asked, unit, extra, json.valueToTree(wish.answers()), now))
                        .map(order -> new Draft(order, offer, asked));
        };
    }

    /** Whoever saw another price is told of this one, and has nothing yet. */
    private static Outcome<Order> asShown(HoldOrder wish, Order order) {
        return wish.quoted() == null || wish.quoted() == order.price().minor()
                ? Outcome.done(order)
                : Outcome.refused(Refusal.of(CheckoutReason.PRICE_CHANGED, "quoted", Map.of("price", order.price())));
    }

    private Outcome<Order> hold(Draft draft) {
        var claimed = bookings.hold(List.of(draft.request()));
        if (claimed instanceof Outcome.Refused(var refusal)) {
            return Outcome.refused(refusal);
        }
        var tooLong = custody.refusal(draft);
        return tooLong.isPresent() ? Outcome.refused(tooLong.get()) : Outcome.done(write(draft.order()));
    }

    /** What it wants is taken. */
    Order write(Order order) {
        held.insert(order);
        return held.settled(order);
    }
}
