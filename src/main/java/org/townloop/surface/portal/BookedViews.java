package org.townloop.surface.portal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Words;
import org.townloop.base.region.Regions;
import org.townloop.loop.checkout.BasketCancelling;
import org.townloop.loop.checkout.Checkouts;
import org.townloop.loop.ordering.Basket;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.payment.Gateways;
import org.townloop.supply.booking.Calendar;
import org.townloop.supply.booking.Claimed;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.merchant.Staff;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Times;

/** Gathers what the page of orders shows that were held together. */
@Component
class BookedViews {

    private final BasketCancelling cancelling;
    private final Checkouts checkouts;
    private final Entries entries;
    private final Calendar calendar;
    private final Places places;
    private final Regions regions;
    private final Gateways gateways;
    private final Clock clock;

    BookedViews(
            BasketCancelling cancelling,
            Checkouts checkouts,
            Entries entries,
            Calendar calendar,
            Places places,
            Regions regions,
            Gateways gateways,
            Clock clock) {
        this.cancelling = cancelling;
        this.checkouts = checkouts;
        this.entries = entries;
        this.calendar = calendar;
        this.places = places;
        this.regions = regions;
        this.gateways = gateways;
        this.clock = clock;
    }

    /** @param refusal why what was tried did not come about, or null */
    BookedView of(Page page, Basket basket, @Nullable String refusal) {
        var times = page.times().in(regions.get(basket.id().region()).zone());
        var held = basket.held().stream()
                .filter(order -> order.holdExpiresAt().isAfter(clock.instant()))
                .toList();
        var orders = basket.orders().stream()
                .sorted(Comparator.comparing(Order::startsAt, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        return new BookedView(
                page,
                refusal,
                UUID.randomUUID().toString(),
                "/baskets/" + basket.id().value(),
                items(page, orders),
                visit(page, times, orders),
                held.isEmpty() ? null : until(times, basket.holdExpiresAt()),
                held.stream().anyMatch(this::isBegun),
                page.money(basket.due()),
                page.money(basket.total()),
                basket.balance().isZero() ? null : page.money(basket.balance()),
                orders.stream()
                        .map(order -> policy(page, times, order))
                        .distinct()
                        .toList(),
                gateways.names().stream().sorted().toList(),
                held.isEmpty() ? off(page, basket) : null);
    }

    private CheckoutView.Until until(Times times, Instant end) {
        return new CheckoutView.Until(
                times.time(end),
                times.machine(end),
                Duration.between(clock.instant(), end).toSeconds());
    }

    private List<BookedView.Item> items(Page page, List<Order> orders) {
        var claims =
                calendar.of(orders.stream().map(order -> order.id().value()).toList());
        var names = orders.stream()
                .map(Order::place)
                .distinct()
                .flatMap(place -> places.staffEver(place).stream())
                .collect(Collectors.toMap(staff -> staff.id().value(), Staff::name));
        var lines = entries.each(page, orders);
        return IntStream.range(0, orders.size())
                .mapToObj(i -> new BookedView.Item(
                        lines.get(i),
                        with(page, claims.getOrDefault(orders.get(i).id().value(), List.of()), names)))
                .toList();
    }

    private static String with(Page page, List<Claimed> claims, Map<UUID, Words> names) {
        return claims.stream()
                .map(claim -> names.get(claim.subject()))
                .filter(Objects::nonNull)
                .map(page::say)
                .distinct()
                .collect(Collectors.joining(page.text("portal.comma")));
    }

    /** What is at one place on one day is one way there. */
    private @Nullable String visit(Page page, Times times, List<Order> orders) {
        var coming = orders.stream().filter(order -> !order.state().isOff()).toList();
        var timed = coming.stream()
                .filter(order -> order.startsAt() != null && order.askedUntil() != null)
                .toList();
        var whereAndWhen = timed.stream()
                .map(order -> List.of(order.place(), times.day(Objects.requireNonNull(order.startsAt()))))
                .distinct()
                .count();
        if (timed.size() < 2 || timed.size() < coming.size() || whereAndWhen > 1) {
            return null;
        }
        var start = Objects.requireNonNull(timed.getFirst().startsAt());
        var end = timed.stream()
                .map(order -> Objects.requireNonNull(order.askedUntil()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return page.text(
                "portal.booked.visit",
                "span",
                times.span(start, end),
                "duration",
                page.formats().duration(Duration.between(start, end)));
    }

    private BookedView.@Nullable Off off(Page page, Basket basket) {
        var parts = cancelling.parts(basket);
        var refund = BasketCancelling.refund(basket, parts);
        return parts.size() < 2
                ? null
                : new BookedView.Off(
                        parts.stream()
                                .map(part -> new CheckoutView.Row(
                                        page.say(part.order().title()),
                                        page.text(
                                                "portal.booked.off.of",
                                                "refund",
                                                page.money(part.quote().refund()),
                                                "total",
                                                page.money(part.order().total()))))
                                .toList(),
                        refund.minor(),
                        page.money(refund),
                        UUID.randomUUID().toString());
    }

    private boolean isBegun(Order order) {
        return checkouts
                .payment(order)
                .filter(intent -> intent.state().isOpen())
                .isPresent();
    }

    private static CheckoutView.Row policy(Page page, Times times, Order order) {
        var said = Policies.of(page, times, order);
        return new CheckoutView.Row(page.say(order.first().title()), String.join(page.gap(), List.copyOf(said)));
    }
}
