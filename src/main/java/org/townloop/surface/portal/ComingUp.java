package org.townloop.surface.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ordering.BasketId;
import org.townloop.loop.ordering.Order;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.surface.page.Deposits;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Times;

/**
 * What is to come, in the order of time; before it what is held for minutes until it is paid, and what can be had at any time.
 * What was booked together for one day at one place is one entry.
 */
final class ComingUp {

    /**
     * @param basket in which it was booked together with something else; null if it was not
     * @param combined whether that is one appointment of one guest
     */
    record Listed(
            Order order,
            Standing standing,
            @Nullable BasketId basket,
            boolean combined,
            Times times,
            MyLoopView.Entry entry) {

        private Instant sortedBy() {
            var start = order.startsAt();
            return standing != Standing.PAID || start == null ? Instant.MIN : start;
        }

        private Object group() {
            var start = order.startsAt();
            return basket == null || start == null
                    ? order.id()
                    : new Group(basket, order.place(), times.day(start), standing);
        }
    }

    private record Group(BasketId basket, PlaceId place, LocalDate day, Standing standing) {}

    private ComingUp() {}

    static List<MyLoopView.Entry> of(Page page, List<Listed> all) {
        var groups = all.stream()
                .sorted(Comparator.comparing(Listed::sortedBy)
                        .thenComparing(
                                listed -> listed.order().startsAt(), Comparator.nullsFirst(Comparator.naturalOrder())))
                .collect(Collectors.groupingBy(Listed::group, LinkedHashMap::new, Collectors.toList()));
        var entries = new ArrayList<MyLoopView.Entry>();
        groups.values().forEach(parts -> entries.add(entry(page, parts)));
        return entries;
    }

    private static MyLoopView.Entry entry(Page page, List<Listed> parts) {
        var first = parts.getFirst();
        var basket = first.basket();
        if (parts.size() == 1 || basket == null) {
            return first.entry();
        }
        var orders = parts.stream().map(Listed::order).toList();
        return new MyLoopView.Entry(
                "/baskets/" + basket.value(),
                parts.stream()
                        .map(part -> part.entry().title())
                        .distinct()
                        .collect(Collectors.joining(page.text("portal.comma"))),
                first.entry().place(),
                Objects.requireNonNullElse(
                        VisitWords.of(page, first.times(), orders, first.combined()),
                        first.entry().when()),
                Deposits.amounts(
                        page,
                        orders.stream().map(Order::total).reduce(Money::plus).orElseThrow(),
                        orders.stream().map(Order::balance).reduce(Money::plus).orElseThrow()),
                first.entry().state(),
                first.entry().tone(),
                first.entry().line(),
                first.standing() == Standing.PAID
                        ? page.text("portal.loop.show-all")
                        : first.entry().next(),
                null,
                parts.stream().map(ComingUp::piece).toList());
    }

    private static MyLoopView.Piece piece(Listed part) {
        var start = part.order().startsAt();
        return new MyLoopView.Piece(
                start == null ? "" : part.times().time(start),
                part.entry().title(),
                part.entry().href());
    }
}
