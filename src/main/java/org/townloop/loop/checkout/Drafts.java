package org.townloop.loop.checkout;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.deal.Deal;
import org.townloop.loop.deal.DealSales;
import org.townloop.loop.ordering.Order;
import org.townloop.supply.booking.Pricing;
import org.townloop.supply.booking.Wish;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Stay;
import org.townloop.supply.pack.Packs;
import tools.jackson.databind.json.JsonMapper;

/** Orders as they are to be, at the server's price: that of the offer, or of its deal while one is open. */
@Component
class Drafts {

    private final Packs packs;
    private final OrderDrafts orders;
    private final Askings askings;
    private final Pricing pricing;
    private final DealSales sales;
    private final JsonMapper json;

    Drafts(Packs packs, OrderDrafts orders, Askings askings, Pricing pricing, DealSales sales, JsonMapper json) {
        this.packs = packs;
        this.orders = orders;
        this.askings = askings;
        this.pricing = pricing;
        this.sales = sales;
        this.json = json;
    }

    /** Drafts of many orders at these places. */
    <T> T at(Collection<PlaceId> places, Supplier<T> work) {
        return orders.at(places, work);
    }

    /** An order as it is to be, at the server's price; nothing is written or taken. */
    Outcome<Draft> draft(Buyer buyer, HoldOrder wish, @Nullable Offer offer, Instant start, Instant now) {
        var deal = sales.open(List.of(wish.offer())).get(wish.offer());
        return draft(buyer, wish, offer, deal, start, now);
    }

    /**
     * @param written the offer as it is written now; null if there is no such offer
     * @param open at whose price it is sold now to who buys for themselves; null if at its own
     */
    Outcome<Draft> draft(
            Buyer buyer, HoldOrder wish, @Nullable Offer written, @Nullable Deal open, Instant start, Instant now) {
        if (written == null) {
            return Outcome.refused(Refusal.of(CheckoutReason.OFFER_UNKNOWN, "offerId"));
        }
        var deal = buyer.limited() ? open : null;
        var offer = deal == null ? written : deal.applied(written);
        var tooEarly = deal == null ? Optional.<Refusal>empty() : deal.tooEarly(start);
        if (tooEarly.isPresent()) {
            return Outcome.refused(tooEarly.get());
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
                        : draft(buyer, offer, deal, wish, asked, unit, now);
        };
    }

    /** What the trade asks and checks. */
    private Optional<Refusal> unfit(Buyer buyer, Offer offer, Wish asked, Map<String, String> answers) {
        var pack = packs.get(offer.pack(), offer.packVersion());
        var asking = askings.of(offer, asked, answers);
        return buyer.limited() ? packs.refusal(pack, asking) : packs.failedCheck(pack, asking);
    }

    private Outcome<Draft> draft(
            Buyer buyer, Offer offer, @Nullable Deal deal, HoldOrder wish, Wish asked, Money unit, Instant now) {
        var menu = buyer.limited() ? offer.menu() : offer.menu().withoutLeast();
        var tooLate = menu.tooLate(wish.answers(), asked.start(), now);
        if (tooLate.isPresent()) {
            return Outcome.refused(tooLate.get());
        }
        return switch (menu.extra(wish.answers(), wish.quantity(), unit)) {
            case Outcome.Refused<Money>(var refusal) -> Outcome.refused(refusal);
            case Outcome.Done<Money>(var extra) ->
                asShown(
                                wish,
                                orders.of(
                                        buyer,
                                        offer,
                                        asked,
                                        unit,
                                        extra,
                                        json.valueToTree(wish.answers()),
                                        deal == null ? null : deal.id().value(),
                                        now))
                        .map(order -> new Draft(order, offer, asked, deal));
        };
    }

    /** Whoever saw another price, or another deposit, is told of this one, and has nothing yet. */
    private static Outcome<Order> asShown(HoldOrder wish, Order order) {
        if (wish.quoted() != null && wish.quoted() != order.price().minor()) {
            return Outcome.refused(Refusal.of(CheckoutReason.PRICE_CHANGED, "quoted", Map.of("price", order.price())));
        }
        return wish.dueNow() == null || wish.dueNow() == order.total().minor()
                ? Outcome.done(order)
                : Outcome.refused(depositChanged(order));
    }

    static Refusal depositChanged(Order order) {
        return Refusal.of(
                CheckoutReason.DEPOSIT_CHANGED, "dueNow", Map.of("now", order.total(), "balance", order.balance()));
    }
}
