package org.townloop.loop.checkout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.region.Regions;
import org.townloop.loop.ordering.Line;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.ordering.Pays;
import org.townloop.loop.ordering.Terms;
import org.townloop.supply.booking.Bookings;
import org.townloop.supply.booking.DayWindows;
import org.townloop.supply.booking.Doorsteps;
import org.townloop.supply.booking.HoldRequest;
import org.townloop.supply.booking.Pricing;
import org.townloop.supply.booking.Wish;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Ride;
import org.townloop.supply.offer.Stay;
import org.townloop.supply.pack.Packs;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The hold transaction: an order at the server's price, with its time and staff or its day kept for some minutes. */
@Component
class Holds {

    static final Duration KEPT = Duration.ofMinutes(10);
    static final int MOST = 20;

    private final HoldLimits limits;
    private final Offers offers;
    private final Packs packs;
    private final Askings askings;
    private final Custody custody;
    private final Regions regions;
    private final Bookings bookings;
    private final Doorsteps doorsteps;
    private final DayWindows windows;
    private final Pricing pricing;
    private final Orders orders;
    private final Payments payments;
    private final EventLog events;
    private final JsonMapper json;
    private final Clock clock;

    Holds(
            HoldLimits limits,
            Offers offers,
            Packs packs,
            Askings askings,
            Custody custody,
            Regions regions,
            Bookings bookings,
            Doorsteps doorsteps,
            DayWindows windows,
            Pricing pricing,
            Orders orders,
            Payments payments,
            EventLog events,
            JsonMapper json,
            Clock clock) {
        this.limits = limits;
        this.offers = offers;
        this.packs = packs;
        this.askings = askings;
        this.custody = custody;
        this.regions = regions;
        this.bookings = bookings;
        this.doorsteps = doorsteps;
        this.windows = windows;
        this.pricing = pricing;
        this.orders = orders;
        this.payments = payments;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    /** What is wrong with the wish before anything is asked of the calendar. */
    Optional<Refusal> check(HoldOrder wish) {
        return WishRules.refusal(wish);
    }

    /** Before any transaction: what the calendar will want to know of ways is found out now. */
    void prepare(HoldOrder wish, Instant start) {
        var offer = offers.get(List.of(wish.offer())).get(wish.offer());
        if (offer != null && wish.site() != null) {
            doorsteps.learnWays(offer, wish.wish(start));
        }
    }

    /** In the caller's transaction, for ten minutes. */
    Outcome<Order> hold(Actor actor, HoldOrder wish, Instant start) {
        return hold(new Buyer(actor.person(), Pays.ESCROW, KEPT, true), wish, start);
    }

    /** In the caller's transaction. */
    Outcome<Order> hold(Buyer buyer, HoldOrder wish, Instant start) {
        var offer = offers.get(List.of(wish.offer())).get(wish.offer());
        if (offer == null) {
            return Outcome.refused(Refusal.of(CheckoutReason.OFFER_UNKNOWN, "offerId"));
        }
        var tooMany = buyer.limited()
                ? limits.check(buyer.person(), offer.place(), wish.quantity())
                : Optional.<Refusal>empty();
        if (tooMany.isPresent()) {
            return Outcome.refused(tooMany.get());
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
                        : hold(buyer, offer, wish, asked, unit);
        };
    }

    /** What the trade asks and checks. */
    private Optional<Refusal> unfit(Buyer buyer, Offer offer, Wish asked, Map<String, String> answers) {
        var pack = packs.get(offer.pack(), offer.packVersion());
        var asking = askings.of(offer, asked, answers);
        return buyer.limited() ? packs.refusal(pack, asking) : packs.failedCheck(pack, asking);
    }

    private Outcome<Order> hold(Buyer buyer, Offer offer, HoldOrder wish, Wish asked, Money unit) {
        return switch (offer.menu().extra(wish.answers(), wish.quantity(), unit)) {
            case Outcome.Refused<Money>(var refusal) -> Outcome.refused(refusal);
            case Outcome.Done<Money>(var extra) ->
                asShown(wish, draft(buyer, offer, asked, unit, extra, json.valueToTree(wish.answers())), offer, asked);
        };
    }

    /** Whoever saw another price is told of this one, and has nothing yet. */
    private Outcome<Order> asShown(HoldOrder wish, Order order, Offer offer, Wish asked) {
        return wish.quoted() == null || wish.quoted() == order.total().minor()
                ? hold(order, offer, asked)
                : Outcome.refused(Refusal.of(CheckoutReason.PRICE_CHANGED, "quoted", Map.of("price", order.total())));
    }

    private Outcome<Order> hold(Order order, Offer offer, Wish asked) {
        var claimed = bookings.hold(List.of(new HoldRequest(
                order.id().value(),
                1,
                offer,
                asked,
                order.holdExpiresAt(),
                order.resident().value())));
        if (claimed instanceof Outcome.Refused(var refusal)) {
            return Outcome.refused(refusal);
        }
        var tooLong = custody.refusal(order, asked.start(), order.first().endsAt());
        return tooLong.isPresent() ? Outcome.refused(tooLong.get()) : Outcome.done(write(order));
    }

    private Order write(Order order) {
        orders.insert(order);
        events.append(new OrderHeld(
                order.id().value(),
                order.place().value(),
                order.first().offer().value(),
                order.total().minor(),
                order.total().currency().getCurrencyCode()));
        if (order.total().isZero() || order.pays() == Pays.SHOP) {
            payments.fulfilWithoutPayment(order);
            return orders.get(order.id());
        }
        return order;
    }

    private Order draft(Buyer buyer, Offer offer, Wish asked, Money unit, Money extra, JsonNode answers) {
        var now = clock.instant();
        var start = asked.start();
        var stay = windows.of(offer, asked);
        var line = new Line(
                1,
                offer.id(),
                offer.version(),
                offer.title(),
                asked.quantity(),
                unit,
                extra,
                start,
                stay.end(),
                answers,
                asked.site());
        var terms = terms(offer);
        return new Order(
                new OrderId(Ids.next(offer.region(), now)),
                buyer.person(),
                offer.merchant(),
                offer.place(),
                OrderState.HELD,
                buyer.pays(),
                line.total(),
                terms,
                keptUntil(buyer, offer, start, now),
                start,
                terms.noShow() == null ? null : terms.noShow().settledAt(start, stay.end()),
                now,
                null,
                null,
                null,
                null,
                List.of(line));
    }

    /** Somebody has to set out for a ride that begins soon: it waits only for as long as is reckoned for paying. */
    private static Instant keptUntil(Buyer buyer, Offer offer, Instant start, Instant now) {
        var until = buyer.keptUntil(start, now);
        return offer.arrangement() instanceof Ride ride && until.isAfter(start.minus(Ride.SOON))
                ? now.plus(ride.notice())
                : until;
    }

    private Terms terms(Offer offer) {
        var mode = packs.get(offer.pack(), offer.packVersion()).mode(offer.mode());
        return new Terms(mode.cancellation(), regions.get(offer.region()).shares(), mode.noShow());
    }
}
