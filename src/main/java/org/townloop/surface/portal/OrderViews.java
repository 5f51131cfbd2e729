package org.townloop.surface.portal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.region.Regions;
import org.townloop.loop.checkout.Balances;
import org.townloop.loop.checkout.BasketCheckouts;
import org.townloop.loop.checkout.Checkouts;
import org.townloop.loop.checkout.OnlineOrders;
import org.townloop.loop.feedback.Review;
import org.townloop.loop.feedback.Reviews;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.payment.Intent;
import org.townloop.loop.visit.Visit;
import org.townloop.loop.visit.Visits;
import org.townloop.supply.booking.SoldSessions;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Session;
import org.townloop.supply.pack.Packs;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.PatternDrawing;
import org.townloop.surface.page.Times;

/** Gathers what the page of an order shows. */
@Component
class OrderViews {

    /** What was tried and refused, to be shown with what was typed. */
    record Tried(@Nullable String refusal, OrderView.Draft draft) {

        static final Tried NOTHING = new Tried(null, OrderView.Draft.EMPTY);
    }

    private final Checkouts checkouts;
    private final Balances balances;
    private final BasketCheckouts baskets;
    private final ClosedWords closed;
    private final Places places;
    private final Offers offers;
    private final Packs packs;
    private final Regions regions;
    private final Tickets tickets;
    private final Visits visits;
    private final Reviews reviews;
    private final OrderMoneys moneys;
    private final AtHome atHome;
    private final StageParts stageParts;
    private final OnlineOrders onlineOrders;
    private final Parcels parcels;
    private final SoldSessions sessions;
    private final DisputeViews disputes;
    private final Clock clock;

    OrderViews(
            Checkouts checkouts,
            Balances balances,
            BasketCheckouts baskets,
            ClosedWords closed,
            Places places,
            Offers offers,
            Packs packs,
            Regions regions,
            Tickets tickets,
            Visits visits,
            Reviews reviews,
            OrderMoneys moneys,
            AtHome atHome,
            StageParts stageParts,
            OnlineOrders onlineOrders,
            Parcels parcels,
            SoldSessions sessions,
            DisputeViews disputes,
            Clock clock) {
        this.checkouts = checkouts;
        this.balances = balances;
        this.baskets = baskets;
        this.closed = closed;
        this.places = places;
        this.offers = offers;
        this.packs = packs;
        this.regions = regions;
        this.tickets = tickets;
        this.visits = visits;
        this.reviews = reviews;
        this.moneys = moneys;
        this.atHome = atHome;
        this.stageParts = stageParts;
        this.onlineOrders = onlineOrders;
        this.parcels = parcels;
        this.sessions = sessions;
        this.disputes = disputes;
        this.clock = clock;
    }

    OrderView of(Page page, Order order, Tried tried) {
        var times = page.times().in(regions.get(order.id().region()).zone());
        var place = places.get(order.place());
        var payment = checkouts.payment(order);
        var money = moneys.of(order);
        var had = visits.of(List.of(order.id()));
        var said = reviews.of(had.stream().map(visit -> visit.id().value()).toList());
        var spokenOf = Reviews.toBeSpokenOf(had, said);
        var all =
                spokenOf.stream().allMatch(visit -> said.containsKey(visit.id().value()));
        var byQuote = sold(order).byQuote() != null;
        var part = byQuote ? stageParts.of(page, order) : null;
        var standing = Standing.of(order, payment, money.refunded(), all, clock.instant());
        var balance = balances.of(order);
        var cancel = checkouts.cancelQuote(order);
        var usedInPart = standing == Standing.PAID && !order.isByOpening() && cancel.isEmpty();
        var waits = checkouts
                .waiting(order)
                .map(off -> OrderView.Waits.of(page, times, off))
                .orElse(null);
        return new OrderView(
                page,
                tried.refusal(),
                href(order),
                standing,
                byQuote ? Step.lineOfStage(page, times, order, standing) : Step.line(page, times, order, standing),
                new PatternDrawing(packs.trade(place.trade()).pattern(), page.say(place.name())),
                page.say(order.title()),
                when(times, order),
                gathering(page, times, order, standing),
                together(page, times, order),
                page.say(place.name()),
                byQuote ? "" : page.say(place.address()),
                place.phone(),
                atHome.of(page, times, order, sold(order)),
                byQuote,
                part,
                parcels.of(page, times, order),
                sold(order).article() == null
                        ? "/offers/" + order.first().offer().value()
                        : ShopViews.href(order.place()),
                Courses.chosen(page, sold(order), order.first()),
                page.money(order.price()),
                page.money(order.due()),
                page.text(order.paidAt() == null ? "portal.deposit.now" : "portal.deposit.paid"),
                order.isNotedAtShop(),
                DepositWords.atPlace(page, times, order, balance),
                times.time(order.holdExpiresAt()),
                payHref(order, payment.orElse(null), standing),
                opening(times, order, standing),
                tickets.of(page, times, order, sold(order)),
                visits(page, times, order, spokenOf, said, tried.draft()),
                Policies.of(page, times, order, byQuote, usedInPart ? balance : null, closed.isByPlace(order)),
                waits == null ? move(times, order, standing) : null,
                cancel.filter(quote -> waits == null && standing.canBeCalledOff())
                        .filter(quote -> part == null || standing != Standing.PAID)
                        .map(quote -> CancelView.of(page, order, quote, balance))
                        .orElse(null),
                waits == null && usedInPart,
                waits,
                moneys.view(page, order, money),
                disputes.link(page, order).orElse(null));
    }

    /** As soon as it is paid, and for ever if it was delivered. */
    private OrderView.@Nullable Opening opening(Times times, Order order, Standing standing) {
        var delivered = onlineOrders.isDelivered(order);
        return !delivered && standing != Standing.PAID
                ? null
                : order.deliveredBy()
                        .map(until -> new OrderView.Opening(href(order) + "/opening", delivered, times.moment(until)))
                        .orElse(null);
    }

    private @Nullable String gathering(Page page, Times times, Order order, Standing standing) {
        var start = order.first().startsAt();
        if (start != null && closed.isByPlace(order)) {
            return page.text("portal.gathering.called-off");
        }
        return start == null || standing != Standing.PAID || !(sold(order).arrangement() instanceof Session)
                ? null
                : GatheringWords.inFull(page, times, sessions.gathering(sold(order), start));
    }

    private MyLoopView.@Nullable Together together(Page page, Times times, Order order) {
        var basket = baskets.around(order).orElse(null);
        return basket == null
                ? null
                : VisitWords.around(
                        page, times, order, basket.id(), baskets.isCombined(basket.id()), closed.left(basket.orders()));
    }

    static String href(Order order) {
        return "/orders/" + order.id().value();
    }

    static String when(Times times, Order order) {
        var starts = order.first().startsAt();
        var ends = order.askedUntil();
        return starts == null || ends == null ? "" : times.span(starts, ends);
    }

    private static @Nullable String payHref(Order order, @Nullable Intent payment, Standing standing) {
        return switch (standing) {
            case HELD, DECLINED -> href(order) + "/checkout";
            case WAITING -> payment == null ? null : payment.redirectUrl();
            default -> null;
        };
    }

    private static List<OrderView.VisitBlock> visits(
            Page page, Times times, Order order, List<Visit> had, Map<UUID, Review> said, OrderView.Draft draft) {
        return had.stream()
                .map(visit -> {
                    var id = visit.id().value();
                    var review = said.get(id);
                    return new OrderView.VisitBlock(
                            id.toString(),
                            had.size() == 1 ? null : what(page, order, visit),
                            times.moment(visit.visitedAt()),
                            review == null ? null : Voices.own(page, review),
                            id.equals(draft.visit()) ? draft : OrderView.Draft.EMPTY);
                })
                .toList();
    }

    private static String what(Page page, Order order, Visit visit) {
        return order.lines().stream()
                .filter(line -> line.offer().equals(visit.offer()))
                .findFirst()
                .map(line -> page.say(line.title()))
                .orElse("");
    }

    private Offer sold(Order order) {
        return offers.get(order.first().offer(), order.first().offerVersion());
    }

    private OrderView.@Nullable Move move(Times times, Order order, Standing standing) {
        return standing == Standing.PAID && checkouts.isMovable(order)
                ? order.movableUntil()
                        .map(until -> new OrderView.Move(href(order) + "/move", times.moment(until)))
                        .orElse(null)
                : null;
    }
}
