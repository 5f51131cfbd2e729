package org.townloop.surface.portal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.townloop.loop.ordering.BasketId;
import org.townloop.loop.ordering.Order;
import org.townloop.supply.merchant.TimeSpan;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Times;

/** When somebody is at a place for what they have booked together. */
final class VisitWords {

    /** Who has nothing to do there for longer than that goes away and comes again. */
    private static final Duration STAYS = Duration.ofHours(1);

    private static final int MOST = 3;

    private VisitWords() {}

    /**
     * From when to when they are there; null if it is not of one place and at a time, or if they come again and again.
     *
     * @param combined whether it is one appointment of one guest: how long they are there is said of that only
     */
    static @Nullable String of(Page page, Times times, List<Order> orders, boolean combined) {
        var stretches = stretches(times, orders);
        if (stretches.isEmpty()) {
            return null;
        }
        var spans = spans(page, times, stretches);
        if (stretches.size() > 1) {
            return page.text("portal.booked.visits", "count", stretches.size(), "spans", spans);
        }
        var duration = page.formats().duration(stretches.getFirst().length());
        return combined ? page.text("portal.booked.visit", "span", spans, "duration", duration) : spans;
    }

    /** Whether the pieces of a combined appointment, where they are now, are had on one way there. */
    static boolean isOne(Times times, List<Order> pieces) {
        return stretches(times, pieces).size() == 1;
    }

    /**
     * What the order is a part of, or what else was booked with it; null if nothing else is left.
     *
     * @param combined whether it is one appointment of one guest
     * @param left of what was booked together
     */
    static MyLoopView.@Nullable Together around(
            Page page, Times times, Order order, BasketId basket, boolean combined, List<Order> left) {
        var others =
                left.stream().filter(other -> !other.id().equals(order.id())).count();
        if (others == 0) {
            return null;
        }
        var stretches = !combined || left.size() == others ? List.<TimeSpan>of() : stretches(times, left);
        return new MyLoopView.Together(
                stretches.size() != 1
                        ? page.text("portal.booked.together", "count", others)
                        : page.text("portal.booked.part", "count", left.size(), "span", spans(page, times, stretches)),
                "/baskets/" + basket.value());
    }

    private static String spans(Page page, Times times, List<TimeSpan> stretches) {
        return stretches.stream()
                .map(each -> times.span(each.start(), each.end()))
                .collect(Collectors.joining(page.text("page.semicolon")));
    }

    private static List<Order> coming(List<Order> orders) {
        return orders.stream().filter(order -> !order.state().isOff()).toList();
    }

    /** Empty if there are too many of them to be said, or if they stay overnight. */
    private static List<TimeSpan> stretches(Times times, List<Order> orders) {
        var coming = coming(orders);
        var spans = coming.stream()
                .filter(order -> order.startsAt() != null && order.askedUntil() != null)
                .map(order ->
                        span(Objects.requireNonNull(order.startsAt()), Objects.requireNonNull(order.askedUntil())))
                .sorted(Comparator.comparing(TimeSpan::start))
                .toList();
        var places = coming.stream().map(Order::place).distinct().count();
        var stretches =
                spans.size() < 2 || spans.size() < coming.size() || places > 1 ? List.<TimeSpan>of() : joined(spans);
        var overnight =
                stretches.stream().anyMatch(each -> !times.day(each.start()).equals(times.day(each.end())));
        return overnight || stretches.size() > MOST ? List.of() : stretches;
    }

    private static TimeSpan span(Instant start, Instant end) {
        return new TimeSpan(start, start.isBefore(end) ? end : start.plusSeconds(1));
    }

    /** @param spans in the order in which they begin */
    private static List<TimeSpan> joined(List<TimeSpan> spans) {
        var joined = new ArrayList<TimeSpan>();
        for (var each : spans) {
            var last = joined.isEmpty() ? null : joined.getLast();
            if (last == null || last.end().plus(STAYS).isBefore(each.start())) {
                joined.add(each);
            } else if (each.end().isAfter(last.end())) {
                joined.set(joined.size() - 1, new TimeSpan(last.start(), each.end()));
            }
        }
        return joined;
    }
}
