package org.townloop.surface.portal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Money;
import org.townloop.base.region.Regions;
import org.townloop.loop.checkout.Checkouts;
import org.townloop.loop.checkout.Leaving;
import org.townloop.loop.checkout.LeavingOrders;
import org.townloop.loop.feedback.Review;
import org.townloop.loop.feedback.Reviews;
import org.townloop.loop.ordering.BasketId;
import org.townloop.loop.ordering.Baskets;
import org.townloop.loop.ordering.Line;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.ordering.Pays;
import org.townloop.loop.payment.Intent;
import org.townloop.loop.visit.Visit;
import org.townloop.loop.visit.Visits;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;
import org.townloop.surface.page.Deposits;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Times;

/** Makes lines of somebody's orders. */
@Component
class Entries {

    private static final int MOST = 100;
    /** So much is seen of what is to come, and so much of what was, before more is asked for. */
    private static final int SOON = 8;

    private static final int LATEST = 4;
    private static final Set<Standing> TO_DO =
            EnumSet.of(Standing.HELD, Standing.WAITING, Standing.DECLINED, Standing.PAID);

    private record Known(
            Map<PlaceId, Place> places,
            Map<OrderId, List<Visit>> visits,
            Map<UUID, Review> reviewed,
            Map<OrderId, BasketId> baskets,
            Set<BasketId> combined,
            Leaving leaving,
            Map<OfferId, Offer> several) {

        ComingUp.Listed listed(Order order, Standing standing, Times times, MyLoopView.Entry entry) {
            var basket = baskets.get(order.id());
            return new ComingUp.Listed(
                    order, standing, basket, basket != null && combined.contains(basket), times, entry);
        }

        boolean allReviewed(Order order) {
            return Reviews.toBeSpokenOf(visits.getOrDefault(order.id(), List.of()), reviewed).stream()
                    .allMatch(visit -> reviewed.containsKey(visit.id().value()));
        }
    }

    private final Orders orders;
    private final Baskets baskets;
    private final LeavingOrders leaving;
    private final Offers offers;
    private final Checkouts checkouts;
    private final Places places;
    private final Visits visits;
    private final Reviews reviews;
    private final Regions regions;
    private final Clock clock;

    Entries(
            Orders orders,
            Baskets baskets,
            LeavingOrders leaving,
            Offers offers,
            Checkouts checkouts,
            Places places,
            Visits visits,
            Reviews reviews,
            Regions regions,
            Clock clock) {
        this.orders = orders;
        this.baskets = baskets;
        this.leaving = leaving;
        this.offers = offers;
        this.checkouts = checkouts;
        this.places = places;
        this.visits = visits;
        this.reviews = reviews;
        this.regions = regions;
        this.clock = clock;
    }

    /** What is to come, what can be reviewed, and what is past. */
    List<MyLoopView.Group> of(Page page, Actor actor) {
        var mine = orders.of(actor.person(), MOST).stream()
                .filter(order -> order.pays() != Pays.STORED || order.state() != OrderState.SETTLED) // a card by now
                .toList();
        var known = known(mine);
        var coming = new ArrayList<ComingUp.Listed>();
        var toReview = new ArrayList<MyLoopView.Entry>();
        var past = new ArrayList<MyLoopView.Entry>();
        for (var order : mine) {
            var standing = standing(order, known);
            var entry = entry(page, order, standing, known);
            if (TO_DO.contains(standing)) {
                coming.add(known.listed(order, standing, times(page, order), entry));
            } else {
                (standing == Standing.VISITED ? toReview : past).add(entry);
            }
        }
        return Stream.of(
                        MyLoopView.Group.of(page.text("portal.loop.coming"), ComingUp.of(page, coming), SOON),
                        MyLoopView.Group.of(page.text("portal.loop.to-review"), toReview, LATEST),
                        MyLoopView.Group.of(page.text("portal.loop.past"), past, LATEST))
                .filter(group -> !group.entries().isEmpty())
                .toList();
    }

    private Times times(Page page, Order order) {
        return page.times().in(regions.get(order.id().region()).zone());
    }

    /** These orders, as they stand there. */
    List<MyLoopView.Entry> each(Page page, List<Order> some) {
        var known = known(some);
        return some.stream()
                .map(order -> entry(page, order, standing(order, known), known))
                .toList();
    }

    private Known known(List<Order> mine) {
        var visited = visits.of(mine.stream().map(Order::id).toList());
        var together = baskets.of(mine.stream().map(Order::id).toList());
        return new Known(
                places.get(mine.stream().map(Order::place).toList()),
                visited.stream().collect(Collectors.groupingBy(Visit::order)),
                reviews.of(visited.stream().map(visit -> visit.id().value()).toList()),
                together,
                baskets.combined(together.values()),
                leaving.of(mine),
                offers.get(mine.stream()
                        .map(Order::first)
                        .filter(line -> line.quantity() > 1)
                        .map(Line::offer)
                        .distinct()
                        .toList()));
    }

    /**
     * Only what is still to be paid has a payment that matters here. What was called off is not to come any more, nor is what
     * was had in part while the rest of it is settled.
     */
    private Standing standing(Order order, Known known) {
        var off = known.leaving.whole().get(order.id());
        if (off != null) {
            return off.refund().isPositive() ? Standing.REFUNDING : Standing.CANCELLED;
        }
        if (known.leaving.rests().containsKey(order.id())) {
            return known.allReviewed(order) ? Standing.REVIEWED : Standing.VISITED;
        }
        var payment = order.state() == OrderState.HELD ? checkouts.payment(order) : Optional.<Intent>empty();
        var paid = order.paidAt() == null ? Money.zero(order.total().currency()) : order.due();
        return Standing.of(order, payment, paid, known.allReviewed(order), clock.instant());
    }

    private MyLoopView.Entry entry(Page page, Order order, Standing standing, Known known) {
        var place = known.places.get(order.place());
        var times = times(page, order);
        return new MyLoopView.Entry(
                OrderViews.href(order),
                page.say(order.title()),
                place == null ? "" : page.say(place.name()),
                when(page, times, order, known),
                Deposits.amounts(page, order.due(), order.balance()),
                page.text("portal.order." + (isOwed(order, standing) ? "owed" : standing.code()) + ".tag"),
                standing.tone(),
                Step.line(page, times, order, standing),
                next(page, order, standing),
                together(page, known.baskets.get(order.id()), known),
                List.of());
    }

    /** Booked, and to be paid at the shop. */
    private static boolean isOwed(Order order, Standing standing) {
        return standing == Standing.PAID && order.isNotedAtShop();
    }

    private static String when(Page page, Times times, Order order, Known known) {
        var when = OrderViews.when(times, order);
        var offer = known.several.get(order.first().offer());
        return offer == null || order.lines().size() > 1
                ? when
                : Units.after(page, when, offer, order.first().quantity());
    }

    /** Only of what was booked together with something else that is shown too. */
    private static MyLoopView.@Nullable Together together(Page page, @Nullable BasketId basket, Known known) {
        var others = basket == null ? 0 : Collections.frequency(known.baskets.values(), basket) - 1;
        return basket == null || others == 0
                ? null
                : new MyLoopView.Together(
                        page.text("portal.booked.together", "count", others), "/baskets/" + basket.value());
    }

    private static @Nullable String next(Page page, Order order, Standing standing) {
        return switch (standing) {
            case HELD, DECLINED, WAITING -> page.text("portal.loop.pay");
            case PAID -> page.text(order.isByOpening() ? "portal.open.go" : "portal.loop.show");
            case VISITED -> page.text("portal.loop.review");
            default -> null;
        };
    }
}
