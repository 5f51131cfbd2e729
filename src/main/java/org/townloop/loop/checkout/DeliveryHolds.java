package org.townloop.loop.checkout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.deal.Deal;
import org.townloop.loop.deal.DealSales;
import org.townloop.loop.ordering.Deliveries;
import org.townloop.loop.ordering.Order;
import org.townloop.supply.booking.Bookings;
import org.townloop.supply.booking.DeliveryWindows;
import org.townloop.supply.booking.HoldRequest;
import org.townloop.supply.offer.Article;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.pack.Packs;

/** The hold transaction of a basket of goods: one order of several lines, for one window and one door. */
@Component
class DeliveryHolds {

    static final int MOST_ARTICLES = 60;

    private final HoldLimits limits;
    private final Offers offers;
    private final Packs packs;
    private final Askings askings;
    private final DeliveryWindows windows;
    private final Bookings bookings;
    private final Deliveries deliveries;
    private final Custody custody;
    private final DeliveryDrafts drafts;
    private final DealSales sales;
    private final HeldOrders held;

    DeliveryHolds(
            HoldLimits limits,
            Offers offers,
            Packs packs,
            Askings askings,
            DeliveryWindows windows,
            Bookings bookings,
            Deliveries deliveries,
            Custody custody,
            DeliveryDrafts drafts,
            DealSales sales,
            HeldOrders held) {
        this.limits = limits;
        this.offers = offers;
        this.packs = packs;
        this.askings = askings;
        this.windows = windows;
        this.bookings = bookings;
        this.deliveries = deliveries;
        this.custody = custody;
        this.drafts = drafts;
        this.sales = sales;
        this.held = held;
    }

    /**
     * In the caller's transaction: articles of one place, for one window and one door. Of an article that is named twice
     * both are wanted.
     *
     * @param start of the window
     */
    Outcome<Order> hold(Buyer buyer, List<HoldOrder> wishes, Instant start) {
        var known = offers.get(wishes.stream().map(HoldOrder::offer).distinct().toList());
        if (wishes.isEmpty() || !wishes.stream().allMatch(wish -> isArticle(known.get(wish.offer())))) {
            return Outcome.refused(Refusal.of(CheckoutReason.OFFER_UNKNOWN, "offerId"));
        }
        if (!DeliveryGroups.isOne(wishes, known)) {
            return Outcome.refused(Refusal.of(CheckoutReason.NOT_TOGETHER, "items"));
        }
        if (buyer.limited() && Substitution.isCallNowhere(wishes)) {
            return Outcome.refused(Refusal.of(CheckoutReason.PHONE_MISSING, "answers.phone"));
        }
        var wanted = wanted(wishes, known, buyer.limited() ? sales.open(known.keySet()) : Map.of());
        var refusal = refusal(buyer, wanted, start);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        var first = wanted.getFirst();
        var goods = wanted.stream()
                .map(WantedArticle::price)
                .reduce(Money.zero(first.offer().price().currency()), Money::plus);
        return switch (windows.fee(first.offer().place(), first.wish().site(), goods)) {
            case Outcome.Refused<Money>(var why) -> Outcome.refused(why);
            case Outcome.Done<Money>(var fee) ->
                hold(drafts.of(buyer, wanted, goods.plus(fee), start), wishes, wanted, fee, start);
        };
    }

    /** Whoever saw another price is told of this one, and has nothing yet. */
    private Outcome<Order> hold(
            Order order, List<HoldOrder> wishes, List<WantedArticle> wanted, Money fee, Instant start) {
        var quoted = HoldOrder.quotedFor(wishes);
        var dueNow = HoldOrder.dueNowFor(wishes);
        if (dueNow.isPresent() && dueNow.getAsLong() != order.total().minor()) {
            return Outcome.refused(Drafts.depositChanged(order));
        }
        return quoted.isEmpty() || quoted.getAsLong() == order.total().minor()
                ? hold(order, wanted, fee, start)
                : Outcome.refused(Refusal.of(CheckoutReason.PRICE_CHANGED, "quoted", Map.of("price", order.total())));
    }

    static Refusal tooMany() {
        return Refusal.of(CheckoutReason.ARTICLES_TOO_MANY, "items", Map.of("max", MOST_ARTICLES));
    }

    private static boolean isArticle(@Nullable Offer offer) {
        return offer != null && offer.article() != null;
    }

    private static List<WantedArticle> wanted(
            List<HoldOrder> wishes, Map<OfferId, Offer> known, Map<OfferId, Deal> deals) {
        var byOffer = new LinkedHashMap<OfferId, HoldOrder>();
        wishes.forEach(wish -> byOffer.merge(wish.offer(), wish, HoldOrder::and));
        var wanted = new ArrayList<WantedArticle>();
        byOffer.forEach((id, wish) ->
                Optional.ofNullable(known.get(id)).ifPresent(offer -> wanted.add(wanted(offer, wish, deals.get(id)))));
        return wanted;
    }

    private static WantedArticle wanted(Offer offer, HoldOrder wish, @Nullable Deal deal) {
        return new WantedArticle(deal == null ? offer : deal.applied(offer), wish, deal);
    }

    private Optional<Refusal> refusal(Buyer buyer, List<WantedArticle> wanted, Instant start) {
        if (wanted.size() > MOST_ARTICLES) {
            return Optional.of(tooMany());
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (wanted.get(i).wish().quantity() > Article.MOST) {
                var facts = Map.<String, Object>of("max", Article.MOST, HoldRequest.LINE, i + 1);
                return Optional.of(Refusal.of(CheckoutReason.QUANTITY_INVALID, "quantity", facts));
            }
        }
        var tooMany = buyer.limited()
                ? limits.check(buyer.person(), Map.of(wanted.getFirst().offer().place(), 1))
                : Optional.<Refusal>empty();
        return tooMany.or(() -> wanted.stream()
                .flatMap(each -> tooEarly(each, start).or(() -> unfit(buyer, each, start)).stream())
                .findFirst());
    }

    private static Optional<Refusal> tooEarly(WantedArticle each, Instant start) {
        return each.deal() == null ? Optional.empty() : each.deal().tooEarly(start);
    }

    private Optional<Refusal> unfit(Buyer buyer, WantedArticle each, Instant start) {
        var pack = packs.get(each.offer().pack(), each.offer().packVersion());
        var asking =
                askings.of(each.offer(), each.wish().wish(start), each.wish().answers());
        return buyer.limited() ? packs.refusal(pack, asking) : packs.failedCheck(pack, asking);
    }

    private static List<DealSales.Wanting> wanting(Order order, List<WantedArticle> wanted) {
        return wanted.stream()
                .flatMap(each -> Optional.ofNullable(each.deal())
                        .map(deal -> new DealSales.Wanting(
                                order.id().value(),
                                deal,
                                order.resident().value(),
                                each.wish().quantity()))
                        .stream())
                .toList();
    }

    private Outcome<Order> hold(Order order, List<WantedArticle> wanted, Money fee, Instant start) {
        var requests = new ArrayList<HoldRequest>();
        for (var each : wanted) {
            requests.add(new HoldRequest(
                    order.id().value(),
                    requests.size() + 1,
                    each.offer(),
                    each.wish().wish(start),
                    order.holdExpiresAt(),
                    order.resident().value(),
                    Draft.ration(each.deal(), order.resident().value())));
        }
        var admitted = sales.admit(wanting(order, wanted), true);
        if (!admitted.refused().isEmpty()) {
            return Outcome.refused(admitted.refused().values().iterator().next());
        }
        sales.held(admitted.called());
        if (bookings.hold(requests) instanceof Outcome.Refused(var refusal)) {
            return Outcome.refused(refusal);
        }
        var tooLong = custody.refusal(order, start, order.first().endsAt());
        if (tooLong.isPresent()) {
            return Outcome.refused(tooLong.get());
        }
        held.insert(order);
        deliveries.insert(order.id(), fee);
        return Outcome.done(held.settled(order));
    }
}
