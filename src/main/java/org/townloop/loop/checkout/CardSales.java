package org.townloop.loop.checkout;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.region.Shares;
import org.townloop.loop.ordering.Line;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.ordering.Pays;
import org.townloop.loop.ordering.Terms;
import org.townloop.loop.stored.StoredTerms;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Stored;
import org.townloop.supply.pack.CancellationPolicy;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody buys a gift voucher, a pass or a balance. It is an order like any other until it is paid; then it is a card, and
 * there is nothing more to come of the order. Nobody has a share of it: shares are taken of what is paid with it.
 */
@Component
public class CardSales {

    /** The answer by which an order says that its card is given to somebody. */
    private static final String GIFT = "gift";

    private static final Terms NOTHING_SHARED = new Terms(new CancellationPolicy(List.of()), new Shares(0, 0, null));

    /**
     * What somebody wants.
     *
     * @param minor what it is to be worth, as it was shown or typed; of a pass its price
     * @param gift whether somebody else is to have it
     */
    public record Wish(OfferId card, long minor, boolean gift) {}

    private final Offers offers;
    private final Orders orders;
    private final HoldLimits limits;
    private final StoredTerms terms;
    private final Idempotency idempotency;
    private final EventLog events;
    private final JsonMapper json;
    private final Clock clock;

    CardSales(
            Offers offers,
            Orders orders,
            HoldLimits limits,
            StoredTerms terms,
            Idempotency idempotency,
            EventLog events,
            JsonMapper json,
            Clock clock) {
        this.offers = offers;
        this.orders = orders;
        this.limits = limits;
        this.terms = terms;
        this.idempotency = idempotency;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    /** An order of it, which waits for its payment as long as any. */
    public Outcome<Order> order(Actor actor, Wish wish, String key) {
        var call = new Idempotency.Call(actor.person().value(), "card", key, wish);
        return idempotency.once(call, Order.class, () -> ordered(actor, wish));
    }

    /** Whether the order's card is given to somebody. */
    public static boolean isGift(Line line) {
        return line.answers().path(GIFT).asBoolean(false);
    }

    private Outcome<Order> ordered(Actor actor, Wish wish) {
        var offer = RegionId.isIn(wish.card().value())
                ? offers.get(List.of(wish.card())).get(wish.card())
                : null;
        var card = offer == null ? null : offer.card();
        if (offer == null || card == null) {
            return Outcome.refused(Refusal.of(CheckoutReason.OFFER_UNKNOWN, "card"));
        }
        var refusal = refusal(offer, card, wish).or(() -> limits.check(actor.person(), Map.of(offer.place(), 1)));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        var order = draft(actor, offer, wish, clock.instant());
        orders.insert(order);
        events.append(new OrderHeld(
                order.id().value(),
                order.place().value(),
                offer.id().value(),
                order.total().minor(),
                order.total().currency().getCurrencyCode()));
        return Outcome.done(order);
    }

    /** The price is that of the version that is sold now; a gift voucher may be worth what it is sold for. */
    private Optional<Refusal> refusal(Offer offer, Stored card, Wish wish) {
        if (!offer.active()) {
            return Optional.of(Refusal.of(CheckoutReason.CARD_NOT_SOLD, "card"));
        }
        if (wish.gift() && card.kind() == Stored.Kind.BALANCE) {
            return Optional.of(Refusal.of(CheckoutReason.BALANCE_NO_GIFT, "gift"));
        }
        if (card.kind() == Stored.Kind.PASS && wish.minor() != offer.price().minor()) {
            return Optional.of(Refusal.of(CheckoutReason.PRICE_CHANGED, "amount", Map.of("price", offer.price())));
        }
        if (card.kind() != Stored.Kind.PASS && !card.sells(wish.minor())) {
            return Optional.of(Refusal.of(CheckoutReason.CARD_AMOUNT_NOT_SOLD, "amount"));
        }
        return terms.refusal(offer.region());
    }

    private Order draft(Actor actor, Offer offer, Wish wish, Instant now) {
        var worth = new Money(wish.minor(), offer.price().currency());
        var nothing = Money.zero(worth.currency());
        var answers = json.createObjectNode().put(GIFT, wish.gift());
        var line =
                new Line(1, offer.id(), offer.version(), offer.title(), 1, worth, nothing, null, null, answers, null);
        return new Order(
                new OrderId(Ids.next(offer.region(), now)),
                actor.person(),
                offer.merchant(),
                offer.place(),
                OrderState.HELD,
                Pays.STORED,
                worth,
                nothing,
                NOTHING_SHARED,
                now.plus(Holds.KEPT),
                null,
                null,
                now,
                null,
                null,
                null,
                null,
                List.of(line));
    }
}
