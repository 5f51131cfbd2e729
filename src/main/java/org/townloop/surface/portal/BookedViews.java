package org.townloop.surface.portal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Words;
import org.townloop.base.region.Regions;
import org.townloop.loop.checkout.Balance;
import org.townloop.loop.checkout.Balances;
import org.townloop.loop.checkout.BasketCancelling;
import org.townloop.loop.checkout.Checkouts;
import org.townloop.loop.ordering.Basket;
import org.townloop.loop.ordering.Baskets;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderState;
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
    private final Balances balances;
    private final Baskets baskets;
    private final ClosedWords closed;
    private final Entries entries;
    private final CouponBoxes coupons;
    private final Calendar calendar;
    private final Places places;
    private final Regions regions;
    private final Gateways gateways;
    private final Clock clock;

    BookedViews(
            BasketCancelling cancelling,
            Checkouts checkouts,
            Balances balances,
            Baskets baskets,
            ClosedWords closed,
            Entries entries,
            CouponBoxes coupons,
            Calendar calendar,
            Places places,
            Regions regions,
            Gateways gateways,
            Clock clock) {
        this.cancelling = cancelling;
        this.checkouts = checkouts;
        this.balances = balances;
        this.baskets = baskets;
        this.closed = closed;
        this.entries = entries;
        this.coupons = coupons;
        this.calendar = calendar;
        this.places = places;
        this.regions = regions;
        this.gateways = gateways;
        this.clock = clock;
    }

    /** @param refusal why what was tried did not come about, or null */
    BookedView of(Page page, Basket basket, @Nullable CardChoice cards, @Nullable String refusal) {
        return of(page, basket, cards, refusal, "");
    }

    /** @param coupon what was typed and not taken; empty for nothing */
    BookedView of(Page page, Basket basket, @Nullable CardChoice cards, @Nullable String refusal, String coupon) {
        var times = page.times().in(regions.get(basket.id().region()).zone());
        var held = basket.held().stream()
                .filter(order -> order.holdExpiresAt().isAfter(clock.instant()))
                .toList();
        var orders = basket.orders().stream()
                .sorted(Comparator.comparing(Order::startsAt, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        var left = closed.left(orders);
        var combined = !baskets.combined(List.of(basket.id())).isEmpty();
        return new BookedView(
                page,
                refusal,
                UUID.randomUUID().toString(),
                "/baskets/" + basket.id().value(),
                items(page, orders),
                VisitWords.of(page, times, left, combined),
                combined && VisitWords.isOne(times, left),
                closed.of(page, times, orders),
                held.isEmpty() ? null : until(times, basket.holdExpiresAt()),
                held.stream().anyMatch(this::isBegun),
                page.money(basket.due()),
                held.isEmpty() ? paid(page, left) : toPay(page, held),
                SharedPolicies.of(
                        page, times, left.stream().filter(BookedViews::isToCome).toList()),
                gateways.names().stream().sorted().toList(),
                held.isEmpty()
                        ? null
                        : coupons.of(page, held, "/baskets/" + basket.id().value(), coupon),
                cards,
                held.isEmpty() ? off(page, basket) : null);
    }

    /** What can still be called off, or missed. */
    private static boolean isToCome(Order order) {
        return order.state() == OrderState.HELD || order.state() == OrderState.PAID;
    }

    private static Sums toPay(Page page, List<Order> held) {
        return Sums.toPay(
                page,
                sum(held, Order::price),
                sum(held, Order::total),
                held.stream().map(Order::place).distinct().count() > 1);
    }

    /** Null once nothing of it is left. */
    private @Nullable Sums paid(Page page, List<Order> left) {
        return left.isEmpty()
                ? null
                : Sums.paid(
                        page,
                        sum(left, Order::price),
                        sum(left, Order::total),
                        balances.of(left).values());
    }

    private static Money sum(List<Order> some, Function<Order, Money> amount) {
        return some.stream().map(amount).reduce(Money::plus).orElseThrow();
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

    private BookedView.@Nullable Off off(Page page, Basket basket) {
        var parts = cancelling.parts(basket);
        var refund = BasketCancelling.refund(basket, parts);
        var atPlace = balances
                .of(parts.stream().map(BasketCancelling.Part::order).toList())
                .values()
                .stream()
                .map(Balance::received)
                .reduce(Money.zero(refund.currency()), Money::plus);
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
                        atPlace.isPositive() ? page.money(atPlace) : null,
                        UUID.randomUUID().toString());
    }

    private boolean isBegun(Order order) {
        return checkouts
                .payment(order)
                .filter(intent -> intent.state().isOpen())
                .isPresent();
    }
}
