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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Money;
import org.townloop.base.region.Regions;
import org.townloop.loop.checkout.Checkouts;
import org.townloop.loop.feedback.Review;
import org.townloop.loop.feedback.Reviews;
import org.townloop.loop.ordering.BasketId;
import org.townloop.loop.ordering.Baskets;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.payment.Intent;
import org.townloop.loop.visit.Visit;
import org.townloop.loop.visit.Visits;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.merchant.Places;
import org.townloop.surface.page.Deposits;
import org.townloop.surface.page.Page;

/** Makes lines of somebody's orders. */
@Component
class Entries {

    private static final int MOST = 100;
    private static final Set<Standing> TO_DO =
            EnumSet.of(Standing.HELD, Standing.WAITING, Standing.DECLINED, Standing.PAID);

    private record Known(
            Map<PlaceId, Place> places,
            Map<OrderId, List<Visit>> visits,
            Map<UUID, Review> reviewed,
            Map<OrderId, BasketId> baskets) {

        boolean allReviewed(Order order) {
            return Reviews.toBeSpokenOf(visits.getOrDefault(order.id(), List.of()), reviewed).stream()
                    .allMatch(visit -> reviewed.containsKey(visit.id().value()));
        }
    }

    private final Orders orders;
    private final Baskets baskets;
    private final Checkouts checkouts;
    private final Places places;
    private final Visits visits;
    private final Reviews reviews;
    private final Regions regions;
    private final Clock clock;

    Entries(
            Orders orders,
            Baskets baskets,
            Checkouts checkouts,
            Places places,
            Visits visits,
            Reviews reviews,
            Regions regions,
            Clock clock) {
        this.orders = orders;
        this.baskets = baskets;
        this.checkouts = checkouts;
        this.places = places;
        this.visits = visits;
        this.reviews = reviews;
        this.regions = regions;
        this.clock = clock;
    }

    /** What is to come, what can be reviewed, and what is past. */
    List<MyLoopView.Group> of(Page page, Actor actor) {
        var mine = orders.of(actor.person(), MOST);
        var known = known(mine);
        var coming = new ArrayList<MyLoopView.Entry>();
        var toReview = new ArrayList<MyLoopView.Entry>();
        var past = new ArrayList<MyLoopView.Entry>();
        for (var order : mine) {
            var standing = standing(order, known);
            var group = TO_DO.contains(standing) ? coming : standing == Standing.VISITED ? toReview : past;
            group.add(entry(page, order, standing, known));
        }
        return List.of(
                        new MyLoopView.Group(page.text("portal.loop.coming"), coming),
                        new MyLoopView.Group(page.text("portal.loop.to-review"), toReview),
                        new MyLoopView.Group(page.text("portal.loop.past"), past))
                .stream()
                .filter(group -> !group.entries().isEmpty())
                .toList();
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
        return new Known(
                places.get(mine.stream().map(Order::place).toList()),
                visited.stream().collect(Collectors.groupingBy(Visit::order)),
                reviews.of(visited.stream().map(visit -> visit.id().value()).toList()),
                baskets.of(mine.stream().map(Order::id).toList()));
    }

    /** Only what is still to be paid has a payment that matters here. */
    private Standing standing(Order order, Known known) {
        var payment = order.state() == OrderState.HELD ? checkouts.payment(order) : Optional.<Intent>empty();
        var paid = order.paidAt() == null ? Money.zero(order.total().currency()) : order.total();
        return Standing.of(order, payment, paid, known.allReviewed(order), clock.instant());
    }

    private MyLoopView.Entry entry(Page page, Order order, Standing standing, Known known) {
        var place = known.places.get(order.place());
        var times = page.times().in(regions.get(order.id().region()).zone());
        return new MyLoopView.Entry(
                OrderViews.href(order),
                page.say(order.title()),
                place == null ? "" : page.say(place.name()),
                OrderViews.when(times, order),
                Deposits.amounts(page, order.total(), order.balance()),
                page.text("portal.order." + standing.code() + ".tag"),
                standing.tone(),
                Step.line(page, times, order, standing),
                next(page, order, standing),
                together(page, known.baskets.get(order.id()), known));
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
